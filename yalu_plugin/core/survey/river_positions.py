"""The positions of a survey's sites along the river: chainages, counties and neighbours."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from yalu_plugin.core.published import Row

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.counties import Reaches

County = tuple["str | None", bool]  # the name, None where not known, and whether it is certain


class RiverPlace(NamedTuple):
    """The place of a crossing along the river: kilometres downstream of the datum, metres from the line and its side.

    side: left, right or on_line, looking downstream.
    """

    km: float
    offset_m: float
    side: str


class RiverPositions(NamedTuple):
    """Chainages in km by site id, and the counties' reaches, whose breaks are metres downstream of km 0."""

    chainages: Mapping[str, float] = MappingProxyType({})
    reaches: Reaches | None = None

    def counties(self, site_ids: Sequence[Any]) -> list[County]:
        """Return the county of each of these sites by its chainage."""
        if self.reaches is None:
            return [(None, False)] * len(site_ids)
        import numpy as np  # on first use, like the reaches

        from yalu_plugin.core.corridor.counties import county_at

        km = np.array([self.chainages.get(site_id, np.nan) for site_id in site_ids], float)
        names, certain = county_at(self.reaches, km * 1000.0)
        has_chainage = ~np.isnan(km)
        names[~has_chainage] = None
        return list(zip(names.tolist(), (certain & has_chainage).tolist()))

    def neighbours(self, site_id: str, without: Collection[str] = ()) -> tuple[str | None, str | None]:
        """Return the ids of the crossings next to a site up- and downstream, leaving out those in `without`.

        None where there is none or the site has no chainage. Crossings at one chainage are ordered by their ids.
        """
        if site_id not in self.chainages:
            return None, None
        own = self.chainages[site_id], site_id
        places = [(km, name) for name, km in self.chainages.items() if name != site_id and name not in without]
        up, down = (max((one for one in places if one < own), default=None),
                    min((one for one in places if one > own), default=None))
        return up and up[1], down and down[1]

    def county_of(self, site: Row) -> County:
        """Return the county of a site: as stated in the survey, else by chainage."""
        return (site["county"], True) if site["county"] else self.counties([site["id"]])[0]
