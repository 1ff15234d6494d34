"""The Imagery panel's button to give images another CRS than the one they were given when they were added."""

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
from yalu_plugin.gui.changing import enable_changing
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.workbench import Workbench

MOST_ENTRIES = 50  # of folders, in the menu
LONGEST = 60  # characters of a folder's path: its end tells more than its beginning


class CrsButton(QToolButton):
    """Its menu offers the image on screen, or all that lie in one folder, where they were given one CRS."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions) -> None:
        super().__init__()
        self._workbench, self._messages = workbench, messages
        self._task: Background | None = None
        self.menu_shown: QMenu | None = None
        self._action = actions.add("give_crs", tr("CRS of images…"),
                                   tr("Give images that have no CRS of their own another one than they were given"),
                                   "give_crs", self._ask)
        self.setDefaultAction(self._action)
        self.setObjectName("yalu_give_crs_button")
        self.setAutoRaise(True)
        for changed in (workbench.session.survey_changed, workbench.scenes.scenes_changed):
            changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        enable_changing([self._action], self._workbench.session.survey, self._task is None and bool(self._given()))

    def _given(self) -> list[Scene]:
        """The images that were given a CRS, dated or not."""
        scenes = self._workbench.scenes.by_id.values()
        return [scene for scene in scenes if "crs=" in scene.uri and _crs_of(scene)]

    def _ask(self) -> None:
        menu = QMenu(self)
        for text, scenes in self._entries():
            menu.addAction(text.replace("&", "&&"), partial(self._choose, text, scenes))
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu_shown = menu
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _entries(self) -> list[tuple[str, list[Scene]]]:
        """What is offered: a text, and the scenes that it stands for."""
        from yalu_plugin.core.imagery.image_files import file_of, in_archive

        given, shown = self._given(), self._workbench.imagery.scene
        groups: dict[tuple[Path, str], list[Scene]] = defaultdict(list)
        for scene in given:
            file = file_of(scene.uri)
            groups[file if in_archive(scene.uri) else file.parent, _crs_of(scene)].append(scene)
        entries = [(tr("The image on screen, now in {crs}").format(crs=_crs_of(shown)), [shown])
                   ] if shown in given else []
        text = tr("All in {folder} ({n}), now in {crs}")
        return entries + [(text.format(n=len(scenes), folder=_ending(str(folder)), crs=crs), scenes)
                          for (folder, crs), scenes in sorted(groups.items())[:MOST_ENTRIES]]

    def _choose(self, text: str, scenes: Sequence[Scene]) -> None:
        dialog = QgsProjectionSelectionDialog(self)
        dialog.setObjectName("yalu_other_crs_of_images")
        dialog.setWindowTitle(text)
        dialog.setCrs(QgsCoordinateReferenceSystem(_crs_of(scenes[0])))
        dialog.accepted.connect(lambda: self._chosen(scenes, dialog.crs()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, scenes: Sequence[Scene], crs: QgsCoordinateReferenceSystem) -> None:
        from yalu_plugin.layers.imagery.given_crs import crs_code

        with self._messages.reporting():
            survey, code = self._workbench.session.need_survey(), crs_code(crs)
            self._run(Background(tr("Placing images by {crs}").format(crs=code),
                                 lambda task: _placed(task, scenes, code)), partial(self._keep, survey, code))

    def _run(self, task: Background, done: partial[None]) -> None:
        self._task = task
        task.done.connect(done)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._ended)
        self._show()
        task.start()

    def _keep(self, survey: Survey, crs: str, found: tuple[list[Scene], list[YaluError]]) -> None:
        from yalu_plugin.gui.imagery.keeping import keeping

        placed, errors = found
        self._ended()
        if survey is not self._workbench.session.survey:
            return
        if placed:
            self._run(keeping(self._workbench, placed), partial(self._tell, crs, len(placed), errors))
        else:
            self._tell(crs, 0, errors)

    def _tell(self, crs: str, count: int, errors: Sequence[YaluError], *_: object) -> None:
        self._ended()
        text = tr("Images placed by {crs} now: {n}").format(n=count, crs=crs)
        if errors:
            text += tr("; not placed by it, and as they were: {n}").format(n=len(errors))
            self._messages.warn(text, "\n".join(map(error_text, errors)))
        else:
            self._messages.show_message(text)

    def _failed(self, error: YaluError) -> None:
        self._ended()
        self._messages.error(error)

    def _ended(self) -> None:
        self._task = None
        self._show()


def _ending(path: str) -> str:
    return one_line(path if len(path) <= LONGEST else f"…{path[-LONGEST:]}")


def _crs_of(scene: Scene) -> str:
    """The CRS that the image was given; empty if none."""
    from yalu_plugin.core.imagery.image_files import image_ref  # on first use: a start has 50 ms

    return image_ref(scene.uri).crs


def _placed(task: Background, scenes: Sequence[Scene], crs: str) -> tuple[list[Scene], list[YaluError]]:
    """The scenes as they are when given this CRS, and why others cannot be."""
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
