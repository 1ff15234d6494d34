"""The numbers of the sites: in order along the river, the same on maps, in their key and on site sheets."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.layers.layouts.sheet_layers import read_sheets
from yalu_plugin.layers.layouts.statements import SURELY_NAMED
from yalu_plugin.layers.survey.survey import Survey

MOST = 500  # sites for which there is a key
PLACE_DIGITS = 4  # decimals of a degree, some ten metres: no map shows such sites apart


@dataclass(frozen=True)
class SiteNumbers:
    """The sites in the order of their numbers, which count from 1.

    sites: the measured crossings in order downstream, then the others by name. km: the chainage of the measured
    crossings, by id. along_km: the chainage of all sites that have one; for sorting, not for display.
    """

    sites: tuple[Row, ...]
    km: dict[str, float] = field(default_factory=dict)
    along_km: dict[str, float] = field(default_factory=dict)

    def by_id(self) -> dict[str, int]:
        """Return the number of each site, by its id."""
        return {row["id"]: number for number, row in enumerate(self.sites, 1)}

    def downstream(self) -> list[Row]:
        """Return the sites of every kind in order downstream, those without a chainage last."""
        return sorted(self.sites, key=lambda row: self.along_km.get(row["id"], math.inf))


def read_site_numbers(survey: Survey, located: Sequence[Row], day: date) -> SiteNumbers | None:
    """Return the numbers of the sites; None if maps name the `located` ones, or if they are too many for a key.

    Maps name few sites, unless two of them are at one place, where one symbol would hide the other.
    """
    if len(located) > MOST or (len(located) <= SURELY_NAMED and not _share_a_place(located)):
        return None
    sheets = read_sheets(survey, day)
    table: list[dict[str, Any]] = sheets.table
    return SiteNumbers(tuple(sheets.sites), {row["site_id"]: row["chainage_km"] for row in table}, sheets.along_km)


def _share_a_place(sites: Sequence[Row]) -> bool:
    places = {tuple(round(degrees, PLACE_DIGITS) for degrees in lonlat_of(row["geom"])) for row in sites}
    return len(places) < len(sites)
