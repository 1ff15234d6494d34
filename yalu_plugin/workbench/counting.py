"""Counting objects in areas on the scene on screen: each area, count and mark is a change of the survey of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry, QgsPointXY, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row, Rows
from yalu_plugin.core.survey.geometry import lonlat_of
from yalu_plugin.i18n import tr
from yalu_plugin.layers.class_name import class_name
from yalu_plugin.layers.project import add_counting_layers
from yalu_plugin.layers.survey.analyst import own_names
from yalu_plugin.layers.survey.count_errors import (
    AreaNotOnScene,
    CountOfAnother,
    NoAreaChosen,
    NoAreaDrawn,
    NoCountBegun,
    NoMarkHere,
    NotComparable,
    OtherSceneShown,
    OutsideArea,
    PlaceNotOnImage,
    StillBlind,
)
from yalu_plugin.layers.survey.counts import new_area, new_count, new_mark, point
from yalu_plugin.layers.survey.observations import NoEvidenceOfADay, SiteNotOnScene, seen_days
from yalu_plugin.workbench.annotation import Annotation
from yalu_plugin.workbench.counts import Counts
from yalu_plugin.workbench.history import History
from yalu_plugin.workbench.imagery import Imagery
from yalu_plugin.workbench.scenes import Scenes
from yalu_plugin.workbench.session import SurveySession
from yalu_plugin.workbench.sites import Sites

if TYPE_CHECKING:
    from yalu_plugin.core.counting.agreement import Agreement
    from yalu_plugin.core.counting.size import Size

LONGEST_NAME = 300  # characters
THINNEST = 1e-3  # an area less than 1/250 as wide as it is long is a line


class Counting(QObject):
    """Given the counts as they are. `label` is the class that is marked next; `blind` while other marks are hidden."""

    changed = pyqtSignal()  # of this, not of the counts

    def __init__(self, project: QgsProject, session: SurveySession, counts: Counts, sites: Sites, scenes: Scenes,
                 imagery: Imagery, annotation: Annotation, history: History, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._session, self._counts, self._sites = project, session, counts, sites
        self._scenes, self._imagery, self._annotation, self._history = scenes, imagery, annotation, history
        self.label, self.blind = "car", False
        session.survey_changed.connect(self._survey_changed)
        counts.changed.connect(self._counts_changed)

    # what is chosen

    def choose_area(self, area_id: str) -> None:
        """Work on this area, and on no count yet."""
        self._end_blind()
        self._counts.work_in(area_id)

    def choose_count(self, count_id: str) -> None:
        """Work on this count, on its scene. Raises what showing a scene raises."""
        scene = self._scenes.dated((self._counts.row(count_id) or {}).get("image_id") or "")
        if scene is not None and scene not in self._on_screen():
            self._imagery.show(scene)
        self._end_blind()
        self._counts.work_on(count_id)

    def choose_class(self, label: str) -> None:
        """Mark objects of this class from now on."""
        self.label = label
        self.changed.emit()

    # areas

    def add_area(self, corners: Sequence[QgsPointXY], name: str = "") -> str:
        """Write an area with these corners (EPSG:4326) and work on it; returns its id. It belongs to the one selected
        site, if there is one. Raises NoAreaDrawn and what change raises.
        """
        ring = [(corner.x(), corner.y()) for corner in corners]
        shape = QgsGeometry.fromPolygonXY([[*corners, *corners[:1]]]) if len(set(ring)) > 2 else QgsGeometry()
        if shape.isEmpty() or not shape.isGeosValid() or shape.area() < THINNEST * shape.length() ** 2:
            raise NoAreaDrawn(n=len(set(ring)))
        selected = self._sites.selected()
        row = new_area(ring, name or tr("Lot {n}").format(n=len(self._counts.areas) + 1),
                       selected[0] if len(selected) == 1 else None)
        self._write(tr("Draw area"), "add", added={"areas": [row]})
        add_counting_layers(self._project, self._session.need_survey())
        self.choose_area(row["id"])
        return str(row["id"])

    def rename_area(self, name: str) -> None:
        """Give the area at work another name, in one line; an empty one changes nothing."""
        area, said = self._need_area(), one_line(name, LONGEST_NAME)
        if said and said != area["name"]:
            self._write(tr("Rename area"), "edit", replaced={"areas": [{**area, "name": said}]},
                        unchanged={"areas": [area]})

    # counts

    def begin(self, blind: bool = False) -> str:
        """Count the area at work on the scene on screen that shows most of it; returns the count's id.

        One's own count there is gone on with, unless `blind`: that is a new one, and other marks are hidden until
        `finish`. Raises NoSurveyOpen, NoAreaChosen, NoEvidenceOfADay, OnlyReleased, AreaNotOnScene, MissingPackages,
        MarksBeingEdited and what change raises.
        """
        survey, area = self._session.need_survey(), self._need_area()
        scene, share = self._scene_of(area)
        own = None if blind else self._counts.own_on(area["id"], scene.id, own_names())
        self._end_blind()
        add_counting_layers(self._project, survey)
        count_id = own["id"] if own is not None else self._begin(new_count(area["id"], scene, share), blind)
        self._counts.work_on(count_id)
        self.changed.emit()
        return str(count_id)

    def _begin(self, row: Row, blind: bool) -> str:
        from yalu_plugin.layers.survey.marks_layer import hide_other_counts

        if blind:
            hide_other_counts(self._project, row["id"])
        try:
            self._write(tr("Begin count"), "count", added={"counts": [row]})
        except YaluError:
            self._end_blind()
            raise
        self.blind = blind
        return str(row["id"])

    def _scene_of(self, area: Row) -> tuple[Scene, float | None]:
        from yalu_plugin.core.counting.share import share_shown  # on first use: a start has 50 ms

        on_screen = self._on_screen()
        if not on_screen:
            raise NoEvidenceOfADay()
        shares = [(scene, share_shown(area.get("geom") or "", scene.footprint_wkt)) for scene in on_screen]
        scene, share = max(shares, key=lambda one: -1.0 if one[1] is None else one[1])
        seen_days(scene)
        if share == 0:
            raise AreaNotOnScene(scene=scene.label, area=area["name"])
        return scene, share

    def _on_screen(self) -> Step:
        return self._imagery.drawn if self._imagery.scene is not None else ()

    def finish(self) -> None:
        """The count is done: other marks are shown again."""
        self._end_blind()
        self._counts.work_on("")

    def agreement(self, count_id: str, other_id: str, within_m: float) -> Agreement:
        """Two counts of one area on one image, held against each other. Raises StillBlind, NotComparable and
        MissingPackages.
        """
        from yalu_plugin.core.counting.agreement import Mark, agree

        if self.blind:
            raise StillBlind()
        one, other = (self._counts.row(key) or {} for key in (count_id, other_id))
        if not one or one is other or any(one[key] != other.get(key) for key in ("area_id", "image_id")):
            raise NotComparable()
        survey = self._session.need_survey()
        marks = [[Mark(row["id"], *lonlat_of(row["geom"]), row["label"] or "")
                  for row in survey.rows("marks", count_id=key) if row.get("geom")] for key in (count_id, other_id)]
        return agree(*marks, within_m)

    # marks

    def mark(self, place: QgsPointXY, size: Size | None = None) -> None:
        """Count one object at a place (EPSG:4326). Raises what `need_place` and change raise."""
        count, area = self.need_place(place)
        row = new_mark((place.x(), place.y()), self.label, count, area["site_id"])
        self._write(self._word(self.label), "mark", added={"marks": [{**row, **_of_size(size)}]})

    def measure(self, clicks: Sequence[QgsPointXY]) -> Size:
        """Write length and width from two or three clicks (EPSG:4326; see core.counting.size) to the mark that lies
        within half the length of the object's middle, else to a new one there. Raises as `mark` does.
        """
        from yalu_plugin.core.counting.size import size_of

        middle = QgsPointXY(sum(one.x() for one in clicks[:2]) / 2, sum(one.y() for one in clicks[:2]) / 2)
        count, _ = self.need_place(middle)
        scene = self._scenes.by_id.get(count["image_id"])
        size = size_of([(one.x(), one.y()) for one in clicks], scene.gsd_m if scene is not None else None)
        half = max(abs(clicks[0].x() - clicks[1].x()), abs(clicks[0].y() - clicks[1].y())) / 2
        near = self.marked_at(middle, QgsRectangle.fromCenterAndSize(middle, 2 * half, 2 * half))
        if near is None:
            self.mark(middle, size)
        else:
            self._replace(tr("Measure"), near, **_of_size(size))
        return size

    def marked_at(self, place: QgsPointXY, box: QgsRectangle) -> Row | None:
        """The mark of the count at work that is nearest to a place, within a box (EPSG:4326)."""
        return self._counts.mark(self._counts.marks.nearest(place, box))

    def move(self, row: Row, place: QgsPointXY) -> None:
        """Put a mark at another place (EPSG:4326). Raises what `need_place` and change raise."""
        self.need_place(place)
        self._replace(tr("Move mark"), row, geom=point((place.x(), place.y())))

    def remove(self, row: Row | None = None) -> None:
        """Take out a mark of the count at work, without one the last. Raises NoMarkHere and what change raises."""
        self._need_own_count()
        row = row or self._counts.mark(self._counts.marks.last())
        if row is None:
            raise NoMarkHere()
        self._write(tr("Remove mark"), "delete", removed={"marks": [row]}, unchanged={"marks": [row]})

    def need_place(self, place: QgsPointXY) -> tuple[Row, Row]:
        """The count and area at work, where an object at `place` (EPSG:4326) can be counted. Raises NoCountBegun,
        CountOfAnother, OtherSceneShown, OutsideArea, PlaceNotOnImage, and why the scene shows nothing there.
        """
        count, area = self._need_own_count(), self._need_area()
        scene = self._scenes.by_id.get(count["image_id"])
        if scene is None or scene not in self._on_screen():
            raise OtherSceneShown(scene=scene.label if scene is not None else count["image_id"] or "?")
        if not QgsGeometry.fromWkt(area.get("geom") or "").contains(place):
            raise OutsideArea(area=area["name"] or area["id"])
        why = self._annotation.why_unseen(scene, place)
        if isinstance(why, SiteNotOnScene):
            raise PlaceNotOnImage(scene=scene.label)
        if why is not None:
            raise why
        return count, area

    def _need_area(self) -> Row:
        if self._counts.area is None:
            raise NoAreaChosen()
        return self._counts.area

    def _need_own_count(self) -> Row:
        count = self._counts.count
        if count is None:
            raise NoCountBegun()
        if count["created_by"] not in own_names():
            raise CountOfAnother(analyst=count["created_by"] or "?")
        return count

    def _word(self, label: str) -> str:
        return next((class_name(one) for one in self._counts.classes if one.value == label), label)

    def _replace(self, text: str, row: Row, **values: object) -> None:
        self._write(text, "edit", replaced={"marks": [{**row, **values}]}, unchanged={"marks": [row]})

    def _write(self, text: str, action: str, added: Rows | None = None, removed: Rows | None = None,
               replaced: Rows | None = None, unchanged: Rows | None = None) -> None:
        self._history.push(text, self._session.change(action, added, removed, replaced, unchanged))

    # blind

    def _end_blind(self) -> None:
        from yalu_plugin.layers.survey.marks_layer import show_all_counts

        show_all_counts(self._project)
        self.blind = False

    def _survey_changed(self) -> None:
        self._end_blind()  # a project may have been saved meanwhile

    def _counts_changed(self) -> None:
        if self.blind and not self._counts.count_id:  # that count was undone
            self._end_blind()


def _of_size(size: Size | None) -> Row:
    return {} if size is None else {"length_m": size.length_m, "width_m": size.width_m, "error_m": size.error_m}
