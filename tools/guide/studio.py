"""Takes the pictures of the user guide in a real QGIS window: the screen, a panel, a dialog, a page."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingFeedback, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialog, QTabWidget, QWidget
from qgis.utils import plugins

from tools.desk import LEFT, Desk

GAP_PX = 8  # between pictures side by side


class Studio(Desk):
    """A `Desk` that writes pictures to `guide`; files that are needed on the way are in `scratch`."""

    def __init__(self, iface: QgisInterface, guide: Path, scratch: Path) -> None:
        super().__init__(iface, scratch / "screens")
        self.guide, self.scratch = guide, scratch

    @property
    def bench(self) -> Any:
        """The workbench of the plugin, for what a user would need many clicks for."""
        return plugins["yalu_plugin"].workbench

    def fresh_survey(self, name: str, published: bool = True) -> None:
        """Open a new project with a new survey."""
        QgsProject.instance().setDirty(False)
        self.iface.newProject()
        self.bench.new_survey(self.scratch / f"{name}.gpkg", name, published=published)
        self.settle()
        self.clear_messages()

    def run(self, algorithm: str, **parameters: object) -> dict[str, Any]:
        """Run a Processing algorithm of the plugin in this window."""
        import processing

        return dict(processing.run(f"yalu:{algorithm}", parameters, feedback=QgsProcessingFeedback()))

    def open_page(self, tabs: str, number: int, inside: QWidget | None = None) -> None:
        """Click a tab."""
        bar = self.find(tabs, QTabWidget, inside).tabBar()
        QTest.mouseClick(bar, LEFT, Qt.KeyboardModifier.NoModifier, bar.tabRect(number).center())
        self.settle()

    # taking pictures

    def screen(self, *widgets: QWidget) -> QImage:
        """Return the picture of the screen, or of the smallest box around these widgets."""
        self.settle()
        whole = QApplication.primaryScreen().grabWindow(0).toImage()
        if not widgets:
            return whole
        box = QRect()
        for widget in widgets:
            box = box.united(QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size()))
        return whole.copy(box)

    def save(self, name: str, *images: QImage, width: int = 0) -> None:
        """Write images, side by side and scaled to `width` if it is given, as NAME.png with 256 colours."""
        image = images[0] if len(images) == 1 else _side_by_side(images)
        if width:
            image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        path, full = self.guide / f"{name}.png", self.scratch / "full.png"
        assert image.save(str(full)), full
        options = "-strip", "-dither", "None", "-colors", "255"
        subprocess.run(["convert", str(full), *options, f"PNG8:{path}"], check=True)
        print(path.name, image.width(), image.height(), path.stat().st_size)

    def dialog(self, action: str, prepare: Callable[[QDialog], None] = lambda _: None) -> QImage:
        """Return the picture of the dialog that an action opens, after `prepare`; it is cancelled."""
        images: list[QImage] = []

        def answer(dialog: QDialog) -> None:
            prepare(dialog)
            images.append(self.screen(dialog))
            dialog.reject()

        self.with_dialog(self.find_action(f"yalu_{action}").trigger, answer)
        self.wait(lambda: images, f"the dialog of {action}")  # some are not modal
        return images[0]


def _side_by_side(images: Iterable[QImage]) -> QImage:
    images = list(images)
    whole = QImage(sum(image.width() + GAP_PX for image in images) - GAP_PX, max(image.height() for image in images),
                   QImage.Format.Format_RGB32)
    whole.fill(QColor(Qt.GlobalColor.white))
    painter, left = QPainter(whole), 0
    for image in images:
        painter.drawImage(left, 0, image)
        left += image.width() + GAP_PX
    painter.end()
    return whole
