"""The displayed name of a site: its name, or its kind and a permanent number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.published import Row
from yalu_plugin.core.text import translatable
from yalu_plugin.core.value_labels import kind_phrase

NUMBER, KIND = "{number}", "{kind}"  # placeholders for any number, and for a custom kind
_UNNAMED = translatable("{kind} #{number}")
# on the map, where the symbol shows the kind: a QGIS expression on the survey's layer of sites
LABEL = "coalesce(nullif(trim(\"name\"), ''), '#' || $id)"
# next to the symbol: direction marks are not drawn, and long names end with an ellipsis
_TURNING, LONGEST = "[\u202a-\u202e\u2066-\u2069]", 60
MAP_LABEL = (f"with_variable('name', regexp_replace({LABEL}, '{_TURNING}', ''), "
             f"if(length(@name) > {LONGEST}, left(@name, {LONGEST - 1}) || '\u2026', @name))")

_BLANK = re.compile(r"[\s\x00-\x1f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*")  # invisible text


def site_name(site: Row) -> str | Phrase:
    """Return the displayed name of a row of the survey's sites: its name, or else its kind and fid.

    A GeoPackage never gives a fid to another site, also after the site is removed. A row of an old record without a
    fid is named by its kind.
    """
    return visible_name(site["name"]) or unnamed(site["kind"], site.get("fid"))


def visible_name(name: Any) -> str:
    """Return the name, which any program may have written; empty if nothing is visible."""
    return "" if name is None or _BLANK.fullmatch(str(name)) else str(name)


def unnamed(kind: str | None, number: int | str | None) -> Phrase:
    """Return the displayed name of a site of this kind without a name."""
    label = kind_phrase(kind)
    return label if number is None else Phrase(_UNNAMED, {"kind": label, "number": number})


def name_shown(site: Row, unnamed_sites: Mapping[str | None, str]) -> str:
    """Return the displayed name of a site; `unnamed_sites` has the templates, with NUMBER, for unnamed ones by kind."""
    return visible_name(site["name"]) or unnamed_label(site["kind"], site["fid"], unnamed_sites)


def unnamed_label(kind: str | None, number: int, unnamed_sites: Mapping[str | None, str]) -> str:
    """Return the displayed name of a site without a name; for other kinds by the template for KIND or None."""
    return unnamed_template(kind, unnamed_sites, str(number))


def unnamed_template(kind: str | None, unnamed_sites: Mapping[str | None, str], number: str = NUMBER) -> str:
    """Return the text of `unnamed_label` with another text for the number."""
    own = KIND in unnamed_sites and kind not in unnamed_sites and str(kind_phrase(kind))
    text = unnamed_sites.get(KIND if own else kind, unnamed_sites.get(None, NUMBER)).replace(NUMBER, number)
    return text.replace(KIND, own) if own else text
