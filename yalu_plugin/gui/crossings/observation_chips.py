"""Small pictures of the images of the listed observations, centred on the site."""

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
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.imagery.chips import Chip, Chips
from yalu_plugin.layers.imagery.project_scenes import scene_id_of, shown_layers
from yalu_plugin.layers.imagery.remote_raster import is_remote
from yalu_plugin.workbench import Workbench

PAUSE_MS = 30  # until the list is laid out
EDGE = 4  # pixels around a picture


class ObservationChips(QObject):
    """Sets the icons of the first column of `tree`, whose items have the id of their observation as user data.

    Only visible items are drawn; images on the web that are not open, only after `draw_from_web`. The widget `web` is
    shown while that would draw more.
    """

    def __init__(self, workbench: Workbench, tree: QTreeWidget, web: QWidget) -> None:
        super().__init__(tree)
        self._workbench, self._tree, self._web = workbench, tree, web
        self._images = Chips(workbench.project, self._open_layer, self)
        self._images.drawn.connect(self._show_drawn)
        self._by_observation: dict[str, Chip | None] = {}  # by id of the observation
        self._requested_scenes: set[str] = set()  # ids of scenes on the web
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
        """Draw the items of these observations, which are in the tree, of a site at `place` (EPSG:4326)."""
        scenes = self._workbench.scenes.by_id
        self._by_observation = {row["id"]: Chip(scenes[row["image_id"]], place.x(), place.y())
                                if place is not None and row["image_id"] in scenes else None for row in rows}
        if any(self._by_observation.values()):  # otherwise rows are as high as their text
            metrics = self._tree.fontMetrics()
            for item in map(self._tree.topLevelItem, range(self._tree.topLevelItemCount())):
                item.setSizeHint(0, QSize(metrics.horizontalAdvance(item.text(0)) + SIDE + 3 * EDGE, SIDE + EDGE))
        self._show_web()
        self._timer.start()

    def draw_from_web(self) -> None:
        """Draw the listed images on the web as well."""
        self._requested_scenes.update(chip.scene.id for chip in self._by_observation.values() if chip is not None)
        self._show_web()
        self._draw_visible()

    def stop_drawing(self) -> None:
        """Stop drawing while the card is hidden; failed pictures are tried again when it is shown."""
        self._timer.stop()
        self._images.pause()

    def _reset(self) -> None:
        self._requested_scenes.clear()
        self._images.reset()

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        """Draw again when the user returns from another program, which may have replaced files."""
        if state == Qt.ApplicationState.ApplicationActive and self._tree.isVisible():
            self._timer.start()

    def _draw_visible(self) -> None:
        """Draw the visible items, instead of any requested before."""
        from yalu_plugin.layers.imagery.scene_source import file_mark  # lazy, to keep startup fast

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
            icon = grey_icon(ON_THE_WEB, ratio)
            description = tr("{scene} is on the web: press Pictures from the web").format(scene=chip.scene.label)
        item.setIcon(0, icon)
        item.setToolTip(0, plain_tooltip(f"{item.text(0)}\n{description}"))
        item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, description)

    def _show_web(self) -> None:
        chips = self._by_observation.values()
        self._web.setVisible(any(chip is not None and not self._may_be_drawn(chip) for chip in chips))

    def _may_be_drawn(self, chip: Chip) -> bool:
        scene = chip.scene
        return not is_remote(scene.uri) or scene.id in self._requested_scenes or self._open_layer(scene) is not None

    def _open_layer(self, scene: Scene) -> QgsRasterLayer | None:
        """Return the layer of a scene that is on screen or kept open."""
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
