"""Ids: 128 random bits, so that none can be guessed or counted."""

import secrets


def new_id() -> str:
    """Return a fresh id of 32 hexadecimal digits."""
    return secrets.token_hex(16)
