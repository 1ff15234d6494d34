"""How the sites of a survey lie along the river."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from yalu_plugin.core.published import Row

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.counties import Reaches

County = tuple["str | None", bool]  # None where it is not known; whether it is certain


class Along(NamedTuple):
    """Chainages in km by site id, and the counties' reaches, whose breaks are metres downstream of km 0."""

    chainages: Mapping[str, float] = MappingProxyType({})
    reaches: Reaches | None = None

    def counties(self, site_ids: Sequence[Any]) -> list[County]:
        """The county of each of these sites by its chainage."""
        if self.reaches is None:
            return [(None, False)] * len(site_ids)
        import numpy as np  # on first use, as reaches are

        from yalu_plugin.core.corridor.counties import county_at

        km = np.array([self.chainages.get(site_id, np.nan) for site_id in site_ids], float)
        names, certain = county_at(self.reaches, km * 1000.0)
        there = ~np.isnan(km)
        names[~there] = None
        return list(zip(names.tolist(), (certain & there).tolist()))

    def neighbours(self, site_id: str, without: Collection[str] = ()) -> tuple[str | None, str | None]:
        """The ids of the crossings next to a site up- and downstream, None where there is none or the site has no
        chainage; `without` some. Of those at one chainage, the order of their ids is that along the river.
        """
        if site_id not in self.chainages:
            return None, None
        here = self.chainages[site_id], site_id
        places = [(km, name) for name, km in self.chainages.items() if name != site_id and name not in without]
        up, down = (max((one for one in places if one < here), default=None),
                    min((one for one in places if one > here), default=None))
        return up and up[1], down and down[1]

    def county_of(self, site: Row) -> County:
        """The county of a site: as the survey has it, else by chainage."""
        return (site["county"], True) if site["county"] else self.counties([site["id"]])[0]
