"""Passwords: which are let in, and their argon2 hashes.

Four are hashed at a time: four hundred people who sign in together must not take the machine's memory.
Source: OWASP Password Storage Cheat Sheet (argon2id, 19 MiB, two passes, one lane); NIST SP 800-63B, 3.1.1.2.
"""

import threading
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 256
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_AT_ONCE = threading.BoundedSemaphore(4)
_FEWEST_CHARACTERS = 5
# The commonest of twelve characters and more, as letters and digits without blanks.
_COMMON = """
0123456789ab 0987654321qw 102030405060 111222333444 112233445566 121212121212 123123123123 1234567890ab
123456789012 1234567890123 12345678901234 123456789012345 1234567890qw 1234567890qwe 1234567890qwerty
123456789abc 123456789qwe 123qwe123qwe 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc 987654321098 abc123abc123
abcd12345678 abcdefghijkl administrator adminadminadmin changemechangeme conference2026 conference2027
correcthorsebatterystaple football1234 iloveyou1234 iloveyouforever letmeinletmein monkeymonkey
password1234 password12345 password123456 passwordpassword qazwsxedcrfv qwer1234qwer qwerty123456
qwertyqwerty qwertyuiop12 qwertyuiop123 qwertyuiopasdfgh secretariat1 secretariat2026 secretariat2027
starwars1234 superman1234 trustno1trustno1 welcome12345 zaq12wsxcde3 zxcvbnmasdfg
"""
_COMMONEST = frozenset(_COMMON.split())


def weakness(password: str, *, name: str, email: str) -> str | None:
    """Return what is wrong with a new password and what to do, or None.

    Args:
        password: As the person typed it.
        name: The person's.
        email: The person's.
    """
    length = len(_normal(password))
    if length < SHORTEST:
        return f"The password needs at least {SHORTEST} characters. Three or four unrelated words do well."
    if length > LONGEST:
        return f"The password may have up to {LONGEST} characters. Choose a shorter one."
    if _bare(password).strip("0123456789") in _of_the_person(name, email):
        return "The password is your name or your address. Choose words that have nothing to do with you."
    if _bare(password) in _COMMONEST or len(set(password)) < _FEWEST_CHARACTERS:
        return "The password is one of those tried first. Choose three or four unrelated words."
    return None


def password_hash(password: str) -> str:
    """Return a new hash; takes about 35 ms, so never inside the write gate."""
    with _AT_ONCE:
        return _HASHER.hash(_normal(password))


def is_password(kept: str | None, password: str) -> bool:
    """Say whether a password is the kept one; None costs the same work and is never it."""
    nobody = _nobody()
    given = _normal(password[: LONGEST + 1])
    with _AT_ONCE:
        try:
            _HASHER.verify(nobody if kept is None else kept, given)
        except (VerificationError, InvalidHashError):
            return False
    return kept is not None


def is_outdated(kept: str) -> bool:
    """Say whether a hash was made with other parameters than today's."""
    return _HASHER.check_needs_rehash(kept)


@cache
def _nobody() -> str:
    return _HASHER.hash("the password of nobody")


def _normal(password: str) -> str:
    return unicodedata.normalize("NFC", password)


def _bare(text: str) -> str:
    return "".join(character for character in unicodedata.normalize("NFKC", text).casefold() if character.isalnum())


def _of_the_person(name: str, email: str) -> set[str]:
    return {_bare(words).strip("0123456789") for words in (name, email, email.partition("@")[0])} - {""}
