"""The fingerprint of a view: the same for the same content, on every machine and in every process."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any


def fingerprint(view: object) -> str:
    """Return the SHA-256 of all that a view holds, as 64 hexadecimal digits."""
    return hashlib.sha256(json.dumps(_plain(view), sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        named = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {"kind": type(value).__name__} | named
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, frozenset):
        return sorted(str(each) for each in value)
    return value.isoformat() if isinstance(value, date) else value
