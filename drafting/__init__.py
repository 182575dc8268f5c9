"""Delegations negotiate the outcome document of an international conference."""
