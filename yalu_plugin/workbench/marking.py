"""Adding, moving, measuring and removing marks of the current count.

Each action is one change of the survey. It is refused if another window has changed the count in the meantime.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.published import Row
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import class_name
from yalu_plugin.layers.survey.count_errors import NoMarkHere, OtherSceneShown, OutsideArea, PlaceNotOnImage
from yalu_plugin.layers.survey.observations import SiteNotOnScene
from yalu_plugin.layers.survey.survey_counts import new_mark, point
from yalu_plugin.workbench.annotation import Annotation
from yalu_plugin.workbench.counted_file import CountedFile
from yalu_plugin.workbench.counting import Counting
from yalu_plugin.workbench.counts import Counts
from yalu_plugin.workbench.history import History
from yalu_plugin.workbench.scenes import Scenes
from yalu_plugin.workbench.session import SurveySession

if TYPE_CHECKING:
    from yalu_plugin.core.counting.object_size import Size


class Marking(QObject):
    """Writes marks; `label` is the class of the next mark."""

    changed = pyqtSignal()  # another class was selected

    def __init__(self, session: SurveySession, history: History, counts: Counts, counting: Counting, file: CountedFile,
                 scenes: Scenes, annotation: Annotation, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._history, self._counts, self._file = session, history, counts, file
        self._counting, self._scenes, self._annotation = counting, scenes, annotation
        self.label = "car"

    def select_class(self, label: str) -> None:
        """Mark objects of this class from now on."""
        self.label = label
        self.changed.emit()

    def mark(self, place: QgsPointXY, size: Size | None = None) -> None:
        """Count one object at a place (EPSG:4326). Raises what `need_place` and change raise."""
        count, area = self.need_place(place)
        row = {**new_mark((place.x(), place.y()), self.label, count, area["site_id"]), **_size_columns(size)}
        self._history.push(self._class_name(self.label), self._session.change("mark", added={"marks": [row]},
                                                                        unchanged={"counts": [count]}))

    def measure(self, clicks: Sequence[QgsPointXY]) -> Size:
        """Write length and width from two or three clicks (EPSG:4326; see core.counting.object_size) to a mark.

        This is the mark within half the length from the object's middle, else a new one there. Raises as `mark` does.
        """
        from yalu_plugin.core.counting.object_size import size_of

        middle = QgsPointXY(sum(one.x() for one in clicks[:2]) / 2, sum(one.y() for one in clicks[:2]) / 2)
        count, _ = self.need_place(middle)
        scene = self._scenes.by_id.get(count["image_id"])
        size = size_of([(one.x(), one.y()) for one in clicks], scene.gsd_m if scene is not None else None)
        half = max(abs(clicks[0].x() - clicks[1].x()), abs(clicks[0].y() - clicks[1].y())) / 2
        near = self.mark_at(middle, QgsRectangle.fromCenterAndSize(middle, 2 * half, 2 * half))
        if near is None:
            self.mark(middle, size)
        else:
            self._replace(tr("Measure"), near, count, **_size_columns(size))
        return size

    def mark_at(self, place: QgsPointXY, box: QgsRectangle) -> Row | None:
        """Return the mark of the current count that is nearest to a place, within a box (EPSG:4326)."""
        return self._counts.mark(self._counts.marks.nearest(place, box))

    def move(self, row: Row, place: QgsPointXY) -> None:
        """Move a mark to another place (EPSG:4326). Raises what `need_place` and change raise."""
        count, _ = self.need_place(place)
        self._replace(tr("Move mark"), row, count, geom=point((place.x(), place.y())))

    def remove(self, row: Row | None = None) -> None:
        """Remove a mark of the current count, by default the last one.

        Raises NoMarkHere, and what need_open_count and change raise.
        """
        count = self._counting.need_open_count()
        row = row or self._counts.mark(self._counts.marks.last())
        if row is None:
            raise NoMarkHere()
        self._history.push(tr("Remove mark"), self._session.change("delete", removed={"marks": [row]},
                                                                   unchanged={"marks": [row], "counts": [count]}))

    def need_place(self, place: QgsPointXY) -> tuple[Row, Row]:
        """Return the current count and area if an object at `place` (EPSG:4326) can be counted.

        Raises what need_open_count raises, OtherSceneShown, FileReplaced, OutsideArea, PlaceNotOnImage, and the reason
        why the scene shows nothing there.
        """
        count, area = self._counting.need_open_count(), self._counting.need_area()
        scene = self._scenes.by_id.get(count["image_id"])
        if scene is None or scene not in self._counting.on_screen():
            raise OtherSceneShown(scene=scene.label if scene is not None else count["image_id"] or "?")
        self._file.check_shown(scene)
        if not QgsGeometry.fromWkt(area.get("geom") or "").contains(place):
            raise OutsideArea(area=area["name"] or area["id"])
        error = self._annotation.visibility_error(scene, place)
        if isinstance(error, SiteNotOnScene):
            raise PlaceNotOnImage(scene=scene.label)
        if error is not None:
            raise error
        return count, area

    def _class_name(self, label: str) -> str:
        return next((class_name(one) for one in self._counts.classes if one.value == label), label)

    def _replace(self, text: str, row: Row, count: Row, **values: object) -> None:
        self._history.push(text, self._session.change("edit", replaced={"marks": [{**row, **values}]},
                                                       unchanged={"marks": [row], "counts": [count]}))


def _size_columns(size: Size | None) -> Row:
    return {} if size is None else {"length_m": size.length_m, "width_m": size.width_m, "error_m": size.error_m}
