"""The question for the CRS of images that have none; it stays until it is answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsProjectionSelectionDialog
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.imagery.catalogue import Catalogue


class CrsQuestion:
    """Asks in the message bar, with dialogs of `window`.

    `read_with_crs` reads a folder or file again with the CRS of the answer, and returns whether it could start.
    """

    def __init__(self, workbench: Workbench, messages: Messages, window: QWidget,
                 read_with_crs: Callable[[Path, QgsCoordinateReferenceSystem], bool]) -> None:
        self._workbench, self._messages, self._window, self._read_with_crs = workbench, messages, window, read_with_crs

    def ask_about(self, found: Catalogue, place: Path) -> None:
        """Ask for the CRS of images in `place` that have none, as none is assumed.

        Images that were given a CRS before are not asked about again.
        """
        from yalu_plugin.core.imagery.image_files import image_ref
        from yalu_plugin.layers.imagery.georeferencing import CrsMissing

        known = {image_ref(scene.uri).file for scene in self._workbench.scenes.by_id.values()}
        without = [path for one in found.problems if isinstance(one.error, CrsMissing)
                   and (path := str(one.error.values["path"])) not in known]
        if without:
            self._ask(place, tr("{n} images have no CRS and were left out, {name} for example. Which CRS are they in?")
                      .format(n=len(without), name=Path(without[0]).name))

    def _ask(self, place: Path, text: str) -> None:
        self._messages.ask(text, {tr("Choose…"): partial(self._select_crs, place, text)})

    def _select_crs(self, place: Path, text: str) -> None:
        dialog = QgsProjectionSelectionDialog(self._window)
        dialog.setObjectName("yalu_crs_of_images")
        dialog.setWindowTitle(tr("The CRS of the images in {folder} that have none").format(folder=place.name))
        dialog.accepted.connect(lambda: self._crs_selected(place, text, dialog.crs()))
        dialog.rejected.connect(lambda: self._ask(place, text))  # the question stays
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _crs_selected(self, place: Path, text: str, crs: QgsCoordinateReferenceSystem) -> None:
        with self._messages.reporting():
            self._workbench.session.need_survey()
            if self._read_with_crs(place, crs):
                return
        self._ask(place, text)
