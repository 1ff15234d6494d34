"""The bundled breaks between the counties on the river's banks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from yalu_plugin.core.requirements import need_line_packages
from yalu_plugin.paths import resource

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.counties import Break, Reaches
    from yalu_plugin.core.corridor.line import Corridor


@lru_cache(maxsize=1)
def bundled_breaks() -> tuple[Break, ...]:
    """Return the bundled county breaks. Raises MissingPackages."""
    need_line_packages()
    from yalu_plugin.core.corridor.counties import read_breaks

    return read_breaks(resource("data", "counties.csv"))


def reaches_from(corridor: Corridor, datum: tuple[float, float] | None) -> Reaches | None:
    """Return the counties' reaches with breaks in metres downstream of the datum (core.corridor.datum.datum_on)."""
    from yalu_plugin.core.corridor.counties import Reaches, reaches_along
    from yalu_plugin.core.corridor.datum import datum_on

    reaches = reaches_along(corridor, bundled_breaks())
    return reaches and Reaches(reaches.break_m - datum_on(corridor, datum)[1], reaches.counties)
