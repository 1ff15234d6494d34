"""The days that QGIS' temporal panel goes over, kept in the project.

Where a project keeps none, QGIS works them out of its temporal layers whenever it is read again, several times. Where a
site is retired it evaluates two expressions for each row of site_states for that: 5 s of 100,000 sites.
"""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsProject

from yalu_plugin.layers.project import recall, remember

_PANEL, _KEYS = "TemporalControllerWidget", ("/StartDateTime", "/EndDateTime")  # as QGIS keeps them
_KEPT = "time_range"


def keep_time_range(project: QgsProject, looked: Iterable[tuple[str, str]]) -> None:
    """Note in the project from the first to the last of these days (ISO 8601, UTC), but for a range of the user's."""
    days = sorted(day for pair in looked for day in pair if day)
    there = [project.readEntry(_PANEL, key, "")[0] for key in _KEYS]
    if not days or (any(there) and " ".join(there) != recall(project, _KEPT)):
        return
    new = f"{days[0]}T00:00:00.000+00:00", f"{days[-1]}T23:59:59.000+00:00"
    for key, moment in zip(_KEYS, new):
        project.writeEntry(_PANEL, key, moment)
    remember(project, _KEPT, " ".join(new))
