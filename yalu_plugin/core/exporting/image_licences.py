"""Which images may be copied in part into a file that is passed on: only those whose licence is known to allow it."""

from __future__ import annotations

import re

_NEED_CREDIT = re.compile(
    r"cc by( sa)?( \d\.\d)?( international)?|odc by( 1\.0)?|ogl uk \d\.0|etalab 2\.0"
    r"|https?://creativecommons\.org/licenses/by( sa)?/\d\.\d/?.*|.*copernicus sentinel data.*")
_FREE = re.compile(r"cc0( 1\.0)?|pddl( 1\.0)?|public domain|https?://creativecommons\.org/publicdomain/zero/.*")


def may_be_copied(licence: str | None, attribution: str | None) -> bool:
    """Return whether an image of this licence may be copied in part, with this attribution beside it.

    Licences are recognised by SPDX id, name or address: Creative Commons' without NC and ND, other open ones, and that
    of Copernicus Sentinel data. Any other, and one that needs an attribution but has none, is taken as not allowing it.
    """
    text = re.sub(r"[\s_-]+", " ", licence or "").strip().casefold()
    return bool(_FREE.fullmatch(text)) or bool(_NEED_CREDIT.fullmatch(text) and (attribution or "").strip())
