"""Exporters, one a format: each is a function of a view."""
