"""The time range of QGIS' temporal panel, stored in the project.

If a project has none, QGIS computes it from its temporal layers each time the project is read, several times. If a site
is retired, it evaluates two expressions for each row of site_states for that: 5 s for 100,000 sites.
"""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsProject

from yalu_plugin.layers.project import recall, remember

_PANEL, _KEYS = "TemporalControllerWidget", ("/StartDateTime", "/EndDateTime")  # as QGIS stores them
_STORED = "time_range"


def store_time_range(project: QgsProject, periods: Iterable[tuple[str, str]]) -> None:
    """Store the range of these days (ISO 8601, UTC) in the project, unless the user has set another range."""
    days = sorted(day for pair in periods for day in pair if day)
    stored = [project.readEntry(_PANEL, key, "")[0] for key in _KEYS]
    if not days or (any(stored) and " ".join(stored) != recall(project, _STORED)):
        return
    new = f"{days[0]}T00:00:00.000+00:00", f"{days[-1]}T23:59:59.000+00:00"
    for key, moment in zip(_KEYS, new):
        project.writeEntry(_PANEL, key, moment)
    remember(project, _STORED, " ".join(new))
