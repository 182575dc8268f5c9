"""Names of delegations, groups and people: what is let in, and when two names are the same."""

import re
import unicodedata

from drafting.errors import InvalidTextError
from drafting.text.characters import admit_line

LONGEST_NAME = 200
LONGEST_CODE = 16
LONGEST_ADDRESS = 254
# Not the whole of RFC 5322: what mail systems in use take, and nothing that could be mistaken.
_ADDRESS = re.compile(r"[^\s@,;<>\"()\\:]+@[^\s@,;<>\"()\\:]+")


def admit_name(given: str) -> str:
    """Return a name as it is kept: NFC, single blanks, nothing invisible.

    Raises:
        InvalidTextError: It is empty, longer than ``LONGEST_NAME``, or holds a character that cannot be kept.
    """
    name = admit_line(given)
    if not name:
        raise InvalidTextError("The name is empty. Give a name.")
    if len(name) > LONGEST_NAME:
        raise InvalidTextError(
            f"A name may have up to {LONGEST_NAME} characters; this one has {len(name)}. Shorten it."
        )
    return name


def admit_code(given: str) -> str:
    """Return a delegation's short code as it is kept, or nothing.

    Raises:
        InvalidTextError: It is longer than ``LONGEST_CODE`` or holds a character that cannot be kept.
    """
    code = admit_line(given)
    if len(code) > LONGEST_CODE:
        raise InvalidTextError(
            f"A code may have up to {LONGEST_CODE} characters; {code!r} has {len(code)}. Shorten it."
        )
    return code


def admit_address(given: str) -> str:
    """Return an e-mail address as it is kept and looked up: NFC and folded, since people type it as they like.

    Raises:
        InvalidTextError: It is no address.
    """
    address = folded(admit_line(given))
    if not _ADDRESS.fullmatch(address) or len(address) > LONGEST_ADDRESS:
        raise InvalidTextError(f"{given.strip()!r} is no e-mail address. Write it as name@domain.")
    return address


def folded(name: str) -> str:
    """Return what two names have in common when people take them for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
