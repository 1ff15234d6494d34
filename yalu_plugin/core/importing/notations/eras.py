"""Converts years of other eras to common years: Juche in North Korea, Minguo in Taiwan, the eras of Japan."""

from __future__ import annotations

import re
from collections.abc import Callable

from yalu_plugin.core.importing.notations.date_types import DateReading

_JUCHE_0 = 1911
_JUCHE = r"(?:주체|juche|主体|主體|чучхе)[ -]?(?P<era>\d{1,3})"
_JUCHE_BEHIND = _JUCHE.replace("era", "era2")
_BOTH = re.compile(rf"{_JUCHE} ?[년年]? ?\((?P<y>\d{{4}})[년年]?\)(?P<rest>.*)"
                   rf"|(?P<y2>\d{{4}}) ?\({_JUCHE_BEHIND}[년年]?\)(?P<rest2>.*)")
_ALONE = re.compile(rf"{_JUCHE} ?[년年]?(?P<rest>.*)")
_OTHER = re.compile(r"(?P<name>民國|民国|중화민국|令和|reiwa|平成|heisei) ?(?P<era>\d{1,3}|元) ?(?P<rest>[年./-].*|$)")
_ZEROS = {"民國": 1911, "民国": 1911, "중화민국": 1911, "令和": 2018, "reiwa": 2018, "平成": 1988, "heisei": 1988}


def read_era(text: str, read: Callable[[str], DateReading | None]) -> DateReading | None:
    """Read a date with the year of an era: certain where the common year is given too and agrees, else a suggestion.

    `read` reads the date after the conversion of its year.
    """
    both, without_traceback, other = (form.fullmatch(text) for form in (_BOTH, _ALONE, _OTHER))
    if both:
        era, year = int(both["era"] or both["era2"]), int(both["y"] or both["y2"])
        return read(_common(year, both["rest"] or both["rest2"])) if era + _JUCHE_0 == year else None
    if without_traceback:
        year, rest = int(without_traceback["era"]) + _JUCHE_0, without_traceback["rest"]
    elif other:
        year = _ZEROS[other["name"]] + (1 if other["era"] == "元" else int(other["era"]))
        rest = other["rest"]
    else:
        return None
    found = read(_common(year, rest))
    return found._replace(certain=False) if found else None


def _common(year: int, rest: str) -> str:
    rest = (rest or "").strip().lstrip("년年").strip()
    if not rest:
        return str(year)
    return f"{year}{rest}" if rest[0] in "./-" else f"{year}년 {rest}"
