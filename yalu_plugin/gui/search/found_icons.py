"""Icons of what is found, by what it is."""

from __future__ import annotations

from functools import cache

from qgis.PyQt.QtGui import QIcon

from yalu_plugin.core.search.found import COORDINATES, DAY, IMAGE, KM, PLACE, SITE, SOURCE
from yalu_plugin.paths import resource

_FILES = {SITE: "crossings", PLACE: "find_place", KM: "measure_along", COORDINATES: "go_to_site", DAY: "calendar",
          IMAGE: "imagery", SOURCE: "evidence"}


@cache
def found_icon(kind: str) -> QIcon:
    """Return the icon of a kind of result (core.search.found)."""
    return QIcon(str(resource("icons", f"{_FILES[kind]}.svg")))
