"""The images that the listed observations were made on, as small pictures around the site."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsPointXY, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QGuiApplication, QIcon, QImage
from qgis.PyQt.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.published import Row
from yalu_plugin.gui.crossings.chip_icons import NONE, ON_THE_WEB, SIDE, WAITING, grey_icon, picture_icon
from yalu_plugin.gui.plain import plain_tooltip
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.imagery.chips import Chip, Chips
from yalu_plugin.layers.imagery.project_scenes import scene_id_of, shown_layers
from yalu_plugin.layers.imagery.remote_raster import is_remote
from yalu_plugin.workbench import Workbench

PAUSE_MS = 30  # until the list has its place
EDGE = 4  # pixels around a picture


class ObservationChips(QObject):
    """Icons of the first column of `tree`, whose items know the id of their observation. Only what is seen is drawn;
    what is on the web and not open, only when `draw_from_web` is called. `web` is shown while that would bring more.
    """

    def __init__(self, workbench: Workbench, tree: QTreeWidget, web: QWidget) -> None:
        super().__init__(tree)
        self._workbench, self._tree, self._web = workbench, tree, web
        self._images = Chips(workbench.project, self._open_layer, self)
        self._images.drawn.connect(self._show_drawn)
        self._by_observation: dict[str, Chip | None] = {}  # by observation
        self._requested_scenes: set[str] = set()  # ids of scenes of the web
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._draw_visible)
        tree.setIconSize(QSize(SIDE, SIDE))
        tree.verticalScrollBar().valueChanged.connect(lambda _: self._timer.start())
        tree.verticalScrollBar().rangeChanged.connect(lambda *_: self._timer.start())
        workbench.session.survey_changed.connect(self._reset)
        QGuiApplication.instance().applicationStateChanged.connect(self._on_application_state)

    def show(self, rows: Sequence[Row], place: QgsPointXY | None) -> None:
        """The items of these observations of a site at `place` (EPSG:4326) are in the tree."""
        scenes = self._workbench.scenes.by_id
        self._by_observation = {row["id"]: Chip(scenes[row["image_id"]], place.x(), place.y())
                    if place is not None and row["image_id"] in scenes else None for row in rows}
        if any(self._by_observation.values()):  # else rows are as low as their text
            metrics = self._tree.fontMetrics()
            for item in map(self._tree.topLevelItem, range(self._tree.topLevelItemCount())):
                item.setSizeHint(0, QSize(metrics.horizontalAdvance(item.text(0)) + SIDE + 3 * EDGE, SIDE + EDGE))
        self._show_web()
        self._timer.start()

    def draw_from_web(self) -> None:
        """Draw the listed ones from the web as well."""
        self._requested_scenes.update(chip.scene.id for chip in self._by_observation.values() if chip is not None)
        self._show_web()
        self._draw_visible()

    def stop_drawing(self) -> None:
        """Nobody looks: draw nothing more. What could not be drawn is tried again when somebody does."""
        self._timer.stop()
        self._images.pause()

    def _reset(self) -> None:
        self._requested_scenes.clear()
        self._images.reset()

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        """The user is back from another program, which may have replaced files."""
        if state == Qt.ApplicationState.ApplicationActive and self._tree.isVisible():
            self._timer.start()

    def _draw_visible(self) -> None:
        """Of thousands of observations, those that are seen; others need not wait for what is seen no more."""
        from yalu_plugin.layers.imagery.scene_source import file_mark  # on first use: a start has 50 ms

        items = self._visible_items()
        for item in items:
            chip = self._chip(item)
            if chip is not None:
                self._by_observation[item.data(0, Qt.ItemDataRole.UserRole)] = chip._replace(mark=file_mark(chip.scene))
            self._show_icon(item)
        self._images.request([chip for chip in dict.fromkeys(map(self._chip, items))
                          if chip is not None and self._may_be_drawn(chip)])

    def _show_drawn(self, chip: Chip) -> None:
        for item in self._visible_items():
            if self._chip(item) == chip:
                self._show_icon(item)

    def _show_icon(self, item: QTreeWidgetItem) -> None:
        chip = self._chip(item)
        if chip is None:
            item.setIcon(0, QIcon())
            return
        found, ratio = self._images.result(chip), self._tree.devicePixelRatioF()
        if isinstance(found, QImage):
            icon, description = picture_icon(found, ratio), chip.scene.label
        elif isinstance(found, YaluError):
            icon, description = grey_icon(NONE, ratio), error_text(found, short=True)
        elif self._may_be_drawn(chip):
            icon, description = grey_icon(WAITING, ratio), tr("{scene} is being drawn").format(scene=chip.scene.label)
        else:
            icon, description = grey_icon(ON_THE_WEB, ratio), tr("{scene} is on the web: press Pictures from the web").format(
                scene=chip.scene.label)
        item.setIcon(0, icon)
        item.setToolTip(0, plain_tooltip(f"{item.text(0)}\n{description}"))
        item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, description)

    def _show_web(self) -> None:
        self._web.setVisible(any(chip is not None and not self._may_be_drawn(chip) for chip in self._by_observation.values()))

    def _may_be_drawn(self, chip: Chip) -> bool:
        scene = chip.scene
        return not is_remote(scene.uri) or scene.id in self._requested_scenes or self._open_layer(scene) is not None

    def _open_layer(self, scene: Scene) -> QgsRasterLayer | None:
        """The layer of a scene that is on screen, or kept open beside it."""
        bench = self._workbench
        if bench.imagery.scene_layers.is_outdated(scene):
            return None
        shown = {scene_id_of(layer): layer for layer in shown_layers(bench.project)}
        return shown.get(scene.id) or bench.imagery.scene_layers.spares.get(scene.id)

    def _chip(self, item: QTreeWidgetItem) -> Chip | None:
        return self._by_observation.get(item.data(0, Qt.ItemDataRole.UserRole))

    def _visible_items(self) -> list[QTreeWidgetItem]:
        found, item, below = [], self._tree.itemAt(0, 0), self._tree.viewport().height()
        while item is not None and self._tree.visualItemRect(item).top() < below:
            found.append(item)
            item = self._tree.itemBelow(item)
        return found
