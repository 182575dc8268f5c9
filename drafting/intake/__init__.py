"""Reads a zero draft from a file and makes clauses of it. Nothing is kept here."""
