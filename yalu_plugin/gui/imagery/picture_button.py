"""The button of the Imagery panel that selects another picture of STAC images, such as infrared or one band."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsTask
from qgis.PyQt.QtWidgets import QActionGroup, QMenu, QToolButton

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background, unless_deleted
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.imagery.stac_picture import Picture

MAX_LENGTH = 60  # characters of an entry


class PictureButton(QToolButton):
    """Reads the item of the scene on screen and offers its pictures; the selection is stored for its collection."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions) -> None:
        super().__init__()
        self._imagery, self._messages = workbench.imagery, messages
        self._task: Background | None = None
        self.menu_shown: QMenu | None = None
        self._action = actions.add("choose_picture", tr("Picture…"),
                                   tr("Choose which picture of a STAC's images to show: true colour, infrared, a "
                                      "band. The choice applies to all images of the collection"),
                                   "choose_picture", self._read_pictures)
        self.setDefaultAction(self._action)
        self.setObjectName("yalu_choose_picture_button")
        self.setAutoRaise(True)
        for changed in (workbench.session.survey_changed, self._imagery.day_changed):
            changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        if self._imagery.scene is None:
            self._action.setEnabled(False)
            return
        from yalu_plugin.layers.imagery.chosen_picture import has_pictures  # on first use, for a fast start

        self._action.setEnabled(has_pictures(self._imagery.scene) and self._task is None)

    def _read_pictures(self) -> None:
        from yalu_plugin.layers.imagery.chosen_picture import read_pictures

        scene = self._imagery.scene
        if scene is None:
            return
        self._task = Background(tr("Reading the pictures of the scene"), lambda _task: read_pictures(scene),
                                QgsTask.Flag.Silent)
        self._task.done.connect(unless_deleted(self._show_menu, scene))
        self._task.failed.connect(self._failed)
        self._show()
        self._task.start()

    def _failed(self, error: YaluError) -> None:
        self._task = None
        self._show()
        self._messages.error(error)

    def _show_menu(self, scene: Scene, found: Sequence[Picture]) -> None:
        from yalu_plugin.layers.imagery.chosen_picture import selected_picture_setting

        self._task = None
        self._show()
        if scene != self._imagery.scene:  # the user has stepped on
            return
        best = tr("Best: {picture}").format(picture=_name(found[0]))
        entries = [("", best), *((one.key, _name(one)) for one in found)]
        self.menu_shown = self._create_menu(entries, selected_picture_setting(scene).value())
        self.menu_shown.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _create_menu(self, entries: Sequence[tuple[str, str]], chosen: str) -> QMenu:
        """Create a menu of pictures, given as pairs of key and name; the entry with the key `chosen` is checked."""
        menu, group = QMenu(self), QActionGroup(self)
        for key, name in entries:
            entry = menu.addAction(name.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(key == chosen)
            entry.triggered.connect(partial(self._select, key))
            group.addAction(entry)
        menu.insertSeparator(menu.actions()[1])
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _select(self, key: str, _checked: bool) -> None:
        with self._messages.reporting():
            self._imagery.select_picture(key)


def _name(picture: Picture) -> str:
    """Return the key, the title and the pixel size of a picture: "B08 · NIR · 10 m"."""
    size = "" if picture.gsd_m is None else tr("{metres:g} m").format(metres=round(picture.gsd_m, 2))
    name = " · ".join(part for part in (picture.key, "" if picture.title == picture.key else picture.title) if part)
    name = name if len(name) <= MAX_LENGTH else name[:MAX_LENGTH] + "…"
    return " · ".join(part for part in (name, size) if part)
