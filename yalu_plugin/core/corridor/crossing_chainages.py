"""Chainages of single crossings, for lists of sites; much cheaper than measuring all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from yalu_plugin.core.corridor.chainage import downstream_m, locate
from yalu_plugin.core.corridor.datum import datum_on
from yalu_plugin.core.corridor.direction import NEAR_M
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.kinds import CROSSING_KINDS
from yalu_plugin.core.survey.river_positions import RiverPlace


class SitePlace(NamedTuple):
    """The place of a site of the survey: longitude and latitude, EPSG:4326."""

    site_id: str
    kind: str
    lon: float
    lat: float


def crossing_chainages(
    corridor: Corridor, places: Sequence[SitePlace], datum: tuple[float, float] | None = None
) -> dict[str, float]:
    """Return kilometres downstream of the datum by site id, for the sites that `measure` counts, with its values.

    Crossings within 5 km of the line count. For the datum (longitude, latitude) see `measure`.
    """
    return {site_id: place.km for site_id, place in crossing_places(corridor, places, datum).items()}


def crossing_places(
    corridor: Corridor, places: Sequence[SitePlace], datum: tuple[float, float] | None = None
) -> dict[str, RiverPlace]:
    """Return the places along the river by site id, as `crossing_chainages`."""
    crossings = [place for place in places if place.kind in CROSSING_KINDS]
    located = locate(corridor, np.array([(place.lon, place.lat) for place in crossings]).reshape(-1, 2))
    datum_m = datum_on(corridor, datum)[1]
    km = (downstream_m(corridor, located.station_m) - datum_m) / 1000
    found = zip(crossings, km.tolist(), located.offset_m.tolist(), located.side.tolist())
    return {place.site_id: RiverPlace(value, offset_m, side) for place, value, offset_m, side in found
            if offset_m <= NEAR_M}
