"""Exporters, one a format: each is a function of a view, and reads no environment and no clock."""
