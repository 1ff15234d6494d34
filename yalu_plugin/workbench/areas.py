"""Counting areas: adding, renaming, reshaping and deleting them with their counts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

from qgis.core import QgsGeometry, QgsPointXY, QgsProject

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row, Rows
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.i18n import tr
from yalu_plugin.layers.project import add_counting_layers
from yalu_plugin.layers.survey.analyst import own_names
from yalu_plugin.layers.survey.count_errors import AreaInParts, AreaRemoved, MarksOutside, NoAreaDrawn
from yalu_plugin.layers.survey.survey_counts import new_area, polygon
from yalu_plugin.workbench.blind_counts import BlindCounts
from yalu_plugin.workbench.counting import Counting
from yalu_plugin.workbench.counts import Counts
from yalu_plugin.workbench.history import History
from yalu_plugin.workbench.scenes import Scenes
from yalu_plugin.workbench.session import SurveySession
from yalu_plugin.workbench.sites import Sites

LONGEST_NAME = 300  # characters
THINNEST = 1e-3  # an area less than 1/250 as wide as it is long is a line


class AreaContents(NamedTuple):
    """How many counts and marks an area has; `others` are the counts by other analysts."""

    counts: int
    others: int
    marks: int


class Areas:
    """Adds, edits and deletes counting areas; each action is one change of the survey."""

    def __init__(self, project: QgsProject, session: SurveySession, history: History, counts: Counts,
                 counting: Counting, blind: BlindCounts, scenes: Scenes, sites: Sites) -> None:
        self._project, self._session, self._history, self._blind = project, session, history, blind
        self._counts, self._counting, self._scenes, self._sites = counts, counting, scenes, sites

    def add(self, corners: Sequence[QgsPointXY], name: str = "") -> str:
        """Write an area with these corners (EPSG:4326), select it and return its id.

        It belongs to the selected site if exactly one is selected. Raises NoAreaDrawn and what change raises.
        """
        ring = _ring(corners)
        selected = self._sites.selected()
        row = new_area(ring, name or self._free_name(), selected[0] if len(selected) == 1 else None)
        self._write(tr("Draw area"), "add", added={"areas": [row]})
        add_counting_layers(self._project, self._session.need_survey())
        self._counting.select_area(row["id"])
        return str(row["id"])

    def _free_name(self) -> str:
        """The first number that no area has, counted from the number of areas: a deleted area leaves a gap."""
        taken = {row["name"] for row in self._counts.areas}
        names = (tr("Lot {n}").format(n=number) for number in count(len(taken) + 1))
        return next(name for name in names if name not in taken)

    def rename(self, name: str) -> None:
        """Rename the current area, in one line; an empty name changes nothing."""
        area, name_line = self._counting.need_area(), one_line(name, LONGEST_NAME)
        if name_line and name_line != area["name"]:
            self._write(tr("Rename area"), "edit", replaced={"areas": [{**area, "name": name_line}]},
                        unchanged={"areas": [area]})

    def corners(self) -> list[QgsPointXY]:
        """Return the corners of the current area (EPSG:4326), each once. Raises NoAreaSelected and AreaInParts."""
        area = self._counting.need_area()
        shape = QgsGeometry.fromWkt(area.get("geom") or "")
        if shape.isMultipart() and len(shape.asGeometryCollection()) == 1:
            shape = shape.asGeometryCollection()[0]
        rings = [] if shape.isEmpty() or shape.isMultipart() else shape.asPolygon()
        if len(rings) != 1:
            raise AreaInParts(area=area["name"] or area["id"])
        return rings[0][:-1]

    def reshape(self, corners: Sequence[QgsPointXY]) -> None:
        """Give the current area these corners (EPSG:4326).

        Its counts are reopened, as the new part was not inspected, and the share that their images show is updated.
        Raises NoAreaDrawn, StillBlind, MarksOutside, MissingPackages and what change raises.
        """
        from yalu_plugin.core.counting.area_share import share_shown  # on first use: a start has 50 ms

        ring, survey, area = _ring(corners), self._session.need_survey(), self._counting.need_area()
        wkt = polygon(ring)
        if QgsGeometry.fromWkt(wkt).equals(QgsGeometry.fromWkt(area.get("geom") or "")):
            return
        counts = survey.rows("counts", area_id=area["id"])
        self._check_holds_marks(wkt, area, counts)
        scenes = [self._scenes.by_id.get(row["image_id"]) for row in counts]
        shares = [share_shown(wkt, scene.footprint_wkt) if scene else None for scene in scenes]
        reopened = [{**row, "finished_at": None, "share_shown": share} for row, share in zip(counts, shares)]
        before: Rows = {"areas": [area], "counts": counts}
        self._write(tr("Reshape area"), "edit", replaced={"areas": [{**area, "geom": wkt}], "counts": reopened},
                    unchanged=before)

    def _check_holds_marks(self, wkt: str, area: Row, counts: Sequence[Row]) -> None:
        self._blind.check_shown(*(row["id"] for row in counts))
        shape, survey = QgsGeometry.fromWkt(wkt), self._session.need_survey()
        marks = [row for one in counts for row in survey.rows("marks", count_id=one["id"]) if row.get("geom")]
        outside = sum(not shape.contains(QgsPointXY(*lonlat_of(row["geom"]))) for row in marks)
        if outside:
            raise MarksOutside(n=outside, area=area["name"] or area["id"])

    def contents(self, area_id: str) -> AreaContents:
        """Return how many counts and marks an area has. Raises StillBlind."""
        names = own_names()
        counts = self._session.need_survey().rows("counts", area_id=area_id)
        self._blind.check_shown(*(row["id"] for row in counts))
        return AreaContents(len(counts), sum(row["created_by"] not in names for row in counts),
                            sum(sum(self._counts.tally.of(row["id"]).values()) for row in counts))

    def delete(self, area_id: str) -> None:
        """Remove an area from the survey, with its counts and marks. Raises AreaRemoved and what change raises."""
        survey = self._session.need_survey()
        areas, counts = survey.rows("areas", id=area_id), survey.rows("counts", area_id=area_id)
        if not areas:
            raise AreaRemoved()
        removed: Rows = {"marks": [row for one in counts for row in survey.rows("marks", count_id=one["id"])],
                         "counts": counts, "areas": areas}
        self._write(tr("Delete area"), "delete", removed=removed, unchanged=removed)

    def _write(self, text: str, action: str, added: Rows | None = None, removed: Rows | None = None,
               replaced: Rows | None = None, unchanged: Rows | None = None) -> None:
        self._history.push(text, self._session.change(action, added, removed, replaced, unchanged))


def _ring(corners: Sequence[QgsPointXY]) -> list[tuple[float, float]]:
    """The corners as (longitude, latitude). Raises NoAreaDrawn if they enclose no area."""
    ring = [(corner.x(), corner.y()) for corner in corners]
    shape = QgsGeometry.fromPolygonXY([[*corners, *corners[:1]]]) if len(set(ring)) > 2 else QgsGeometry()
    if shape.isEmpty() or not shape.isGeosValid() or shape.area() < THINNEST * shape.length() ** 2:
        raise NoAreaDrawn(n=len(set(ring)))
    return ring
