"""Secrets in addresses: an address is written to the survey and the project, which must not contain any."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

_NAMES = re.compile(r"(api|access|subscription|map|app|user)?[-_]?(key|token|id|code|secret|signature|password|pw)"
                    r"|auth|authorization|sig|sign|pass|pwd|ocp-apim-subscription-key|apikey|accesstoken|credential"
                    r"|x-amz-(signature|credential|security-token)", re.IGNORECASE)
_HARMLESS = ("id",)
_LONG = re.compile(r"(?=[^/]*\d)(?=[^/]*[A-Za-z])[A-Za-z0-9_-]{24,}")


class KeyInAddress(YaluError):
    """An address that contains a password or key."""

    template = translatable("\"{part}\" in this address looks like a key, which would be written to survey and "
                            "project. Remove it, and choose an authentication that sends it as a header.")


def refuse_key(address: str) -> None:
    """Check that an address contains no secret.

    Raises:
        KeyInAddress: it contains a user, a parameter with the name of a key, or a long random word.
    """
    parts = urlsplit(address)
    if parts.username or parts.password:
        raise KeyInAddress(part="@")
    for name, value in parse_qsl(parts.query):
        named = _NAMES.fullmatch(name) and name.lower() not in _HARMLESS
        if (named and value) or _is_random(value):
            raise KeyInAddress(part=name)
    for segment in parts.path.split("/"):
        if _is_random(segment):
            raise KeyInAddress(part=f"{segment[:4]}…")


def _is_random(text: str) -> bool:
    """Return whether a text looks random: hexadecimal digits, or letters of both cases mixed with digits."""
    if re.fullmatch(r"[0-9a-fA-F]{24,}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", text):
        return True
    return bool(_LONG.fullmatch(text)) and "_" not in text and "-" not in text and _is_mixed(text)


def _is_mixed(text: str) -> bool:
    """Return whether digits and letters alternate more often than in a name with a number in it."""
    changes = sum(before.isdigit() != after.isdigit() for before, after in zip(text, text[1:]))
    return changes >= 4
