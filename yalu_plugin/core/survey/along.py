"""How the sites of a survey lie along the river."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

    def county_of(self, site: Row) -> County:
        """The county of a site: as the survey has it, else by chainage."""
        return (site["county"], True) if site["county"] else self.counties([site["id"]])[0]
