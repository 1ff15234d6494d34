"""What a site is called wherever it is shown: its name, or its kind and a number that stays with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.published import Row
from yalu_plugin.core.text import translatable
from yalu_plugin.core.value_labels import kind_phrase

NUMBER, KIND = "{number}", "{kind}"  # stand for any number, and for a kind of the user's own
_UNNAMED = translatable("{kind} #{number}")
# the same on the map, whose symbol tells the kind: a QGIS expression on the survey's layer of sites
LABEL = "coalesce(nullif(trim(\"name\"), ''), '#' || $id)"
# beside its symbol: what would turn the letters of a map around is not drawn, and a long name ends in dots
_TURNING, LONGEST = "[\u202a-\u202e\u2066-\u2069]", 60
MAP_LABEL = (f"with_variable('name', regexp_replace({LABEL}, '{_TURNING}', ''), "
             f"if(length(@name) > {LONGEST}, left(@name, {LONGEST - 1}) || '\u2026', @name))")

_BLANK = re.compile(r"[\s\x00-\x1f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*")  # what shows nothing


def site_name(site: Row) -> str | Phrase:
    """The name of a row of the survey's sites; of one without a name its kind and its fid, which a GeoPackage gives to
    no other site, also when this one is removed. A row of an old record that has none is called by its kind.
    """
    return own_name(site["name"]) or unnamed(site["kind"], site.get("fid"))


def own_name(name: Any) -> str:
    """The name as any program may have written it; empty where it shows nothing."""
    return "" if name is None or _BLANK.fullmatch(str(name)) else str(name)


def unnamed(kind: str | None, number: int | str | None) -> Phrase:
    """What a site of this kind is called that has no name."""
    word = kind_phrase(kind)
    return word if number is None else Phrase(_UNNAMED, {"kind": word, "number": number})


def name_shown(site: Row, unnamed_sites: Mapping[str | None, str]) -> str:
    """As `site_name`; `unnamed_sites` has by kind what is shown of those without a name, NUMBER in it."""
    return own_name(site["name"]) or numbered(site["kind"], site["fid"], unnamed_sites)


def numbered(kind: str | None, number: int, unnamed_sites: Mapping[str | None, str]) -> str:
    """What is shown of a site without a name; of a kind that is not among them, by KIND or else by None."""
    return template_of(kind, unnamed_sites, str(number))


def template_of(kind: str | None, unnamed_sites: Mapping[str | None, str], number: str = NUMBER) -> str:
    """As `numbered`, with what stands for the number."""
    own = KIND in unnamed_sites and kind not in unnamed_sites and str(kind_phrase(kind))
    text = unnamed_sites.get(KIND if own else kind, unnamed_sites.get(None, NUMBER)).replace(NUMBER, number)
    return text.replace(KIND, own) if own else text
