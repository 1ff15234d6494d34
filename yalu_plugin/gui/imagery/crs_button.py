"""The button of the Imagery panel that changes the CRS that images were given when they were added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsProjectionSelectionDialog
from qgis.PyQt.QtWidgets import QMenu, QToolButton

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.write_actions import enable_write_actions
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.workbench import Workbench

MAX_ENTRIES = 50  # folders in the menu
MAX_LENGTH = 60  # characters of a folder's path, of which the end is shown


class CrsButton(QToolButton):
    """Its menu offers the image on screen, and all images of a folder that were given the same CRS."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions) -> None:
        super().__init__()
        self._workbench, self._messages = workbench, messages
        self._task: Background | None = None
        self.menu_shown: QMenu | None = None
        self._action = actions.add("give_crs", tr("CRS of images…"),
                                   tr("Give images that have no CRS of their own another one than they were given"),
                                   "give_crs", self._show_menu)
        self.setDefaultAction(self._action)
        self.setObjectName("yalu_give_crs_button")
        self.setAutoRaise(True)
        for changed in (workbench.session.survey_changed, workbench.scenes.scenes_changed):
            changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        enable_write_actions([self._action], self._workbench.session.survey,
                        self._task is None and bool(self._images_with_given_crs()))

    def _images_with_given_crs(self) -> list[Scene]:
        """Return the images that were given a CRS, dated or not."""
        scenes = self._workbench.scenes.by_id.values()
        return [scene for scene in scenes if "crs=" in scene.uri and _given_crs(scene)]

    def _show_menu(self) -> None:
        menu = QMenu(self)
        for text, scenes in self._entries():
            menu.addAction(text.replace("&", "&&"), partial(self._select_crs, text, scenes))
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu_shown = menu
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _entries(self) -> list[tuple[str, list[Scene]]]:
        """Return the entries of the menu as pairs of a text and its scenes."""
        from yalu_plugin.core.imagery.image_files import file_of, in_archive

        images, shown = self._images_with_given_crs(), self._workbench.imagery.scene
        groups: dict[tuple[Path, str], list[Scene]] = defaultdict(list)
        for scene in images:
            file = file_of(scene.uri)
            groups[file if in_archive(scene.uri) else file.parent, _given_crs(scene)].append(scene)
        entries = [(tr("The image on screen, now in {crs}").format(crs=_given_crs(shown)), [shown])
                   ] if shown in images else []
        text = tr("All in {folder} ({n}), now in {crs}")
        return entries + [(text.format(n=len(scenes), folder=_shortened(str(folder)), crs=crs), scenes)
                          for (folder, crs), scenes in sorted(groups.items())[:MAX_ENTRIES]]

    def _select_crs(self, text: str, scenes: Sequence[Scene]) -> None:
        dialog = QgsProjectionSelectionDialog(self)
        dialog.setObjectName("yalu_other_crs_of_images")
        dialog.setWindowTitle(text)
        dialog.setCrs(QgsCoordinateReferenceSystem(_given_crs(scenes[0])))
        dialog.accepted.connect(lambda: self._crs_selected(scenes, dialog.crs()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _crs_selected(self, scenes: Sequence[Scene], crs: QgsCoordinateReferenceSystem) -> None:
        from yalu_plugin.layers.imagery.given_crs import crs_code

        with self._messages.reporting():
            survey, code = self._workbench.session.need_survey(), crs_code(crs)
            self._run(Background(tr("Placing images in {crs}").format(crs=code),
                                 lambda task: _place(task, scenes, code)), partial(self._store, survey, code))

    def _run(self, task: Background, done: partial[None]) -> None:
        self._task = task
        task.done.connect(done)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._finish)
        self._show()
        task.start()

    def _store(self, survey: Survey, crs: str, found: tuple[list[Scene], list[YaluError]]) -> None:
        from yalu_plugin.gui.imagery.image_storing import store_images_task

        placed, errors = found
        self._finish()
        if survey is not self._workbench.session.survey:
            return
        if placed:
            self._run(store_images_task(self._workbench, placed), partial(self._report, crs, len(placed), errors))
        else:
            self._report(crs, 0, errors)

    def _report(self, crs: str, count: int, errors: Sequence[YaluError], *_: object) -> None:
        self._finish()
        text = tr("Images placed in {crs}: {n}").format(n=count, crs=crs)
        if errors:
            text += tr("; left unchanged, as they cannot be placed in it: {n}").format(n=len(errors))
            self._messages.warn(text, "\n".join(map(error_text, errors)))
        else:
            self._messages.show_message(text)

    def _failed(self, error: YaluError) -> None:
        self._finish()
        self._messages.error(error)

    def _finish(self) -> None:
        self._task = None
        self._show()


def _shortened(path: str) -> str:
    return one_line(path if len(path) <= MAX_LENGTH else f"…{path[-MAX_LENGTH:]}")


def _given_crs(scene: Scene) -> str:
    """Return the CRS that the image was given; empty if none."""
    from yalu_plugin.core.imagery.image_files import image_ref  # on first use, for a fast start

    return image_ref(scene.uri).crs


def _place(task: Background, scenes: Sequence[Scene], crs: str) -> tuple[list[Scene], list[YaluError]]:
    """Return the scenes as placed in this CRS, and the errors of those that cannot be."""
    from yalu_plugin.layers.imagery.given_crs import with_other_crs

    placed: list[Scene] = []
    errors: list[YaluError] = []
    for done, scene in enumerate(scenes):
        if task.isCanceled():
            break
        task.report(done, len(scenes))
        try:
            placed.append(with_other_crs(scene, crs))
        except YaluError as error:
            errors.append(error)
    return placed, errors
