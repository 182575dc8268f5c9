"""Migrations, oldest first; a migration imports no table of ours."""
