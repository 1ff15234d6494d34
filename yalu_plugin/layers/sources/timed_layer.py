"""A layer of a WMTS or WMS with a TIME dimension."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from yalu_plugin.core.imagery.scene_query import Box
from yalu_plugin.core.imagery.tile_grid import TileAddress
from yalu_plugin.core.imagery.time_domain import ServiceTime, service_times

FORMATS = ("image/jpeg", "image/jpg", "image/png", "image/webp")  # in order of preference


@dataclass(frozen=True)
class TimedLayer:
    """`template` is the address of its pictures with {Time}, for tiles also with {x}, {y}, {z}.

    `zmax` is the deepest zoom of tiles, None for maps. `values` are its times as listed; `box` is in degrees. `domains`
    is the address of all its times, empty if the capabilities list them all.
    """

    name: str
    title: str
    template: str
    zmax: int | None
    values: tuple[str, ...]
    box: Box | None
    domains: str = ""

    def times(self, start: date | None, end: date | None) -> Iterator[ServiceTime]:
        """Yield its times that have a UTC day from `start` to `end`."""
        return service_times(self.values, start, end)

    def uri(self, time: str, authcfg: str) -> str:
        """Return the uri of the scene of one time."""
        address = self.template.replace("{Time}", time)
        if self.zmax is not None:
            return TileAddress(address, 0, self.zmax, authcfg).uri
        return f"{address}#authcfg={authcfg}" if authcfg else address


def parse_narrow_box(edges: Sequence[str]) -> Box | None:
    """Return west, south, east, north if narrower than half the Earth; None for wider or unreadable bounds."""
    try:
        west, south, east, north = (float(edge) for edge in edges)
    except ValueError:
        return None
    return (west, south, east, north) if 0 < east - west < 180 else None


def append_query(address: str, query: str) -> str:
    """Return an address with more parameters."""
    joint = "" if address.endswith(("?", "&")) else "&" if "?" in address else "?"
    return f"{address}{joint}{query}"
