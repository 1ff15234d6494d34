"""Operate the QGIS window: every step of the plugin's work by clicks and keys.

Used by the tour and by the tests in tests/desktop; both run inside the window that tools/desktop starts.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QImage, QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAction,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

LEFT = Qt.MouseButton.LeftButton
PATIENCE_S = 30.0
FILES = QFileDialog.FileMode.AnyFile, QFileDialog.FileMode.ExistingFile, QFileDialog.FileMode.ExistingFiles


class Desk:
    """The window of a running QGIS, operated as a user would."""

    def __init__(self, iface: QgisInterface, pictures: Path) -> None:
        self.iface, self.pictures = iface, pictures
        self.window, self.canvas = iface.mainWindow(), iface.mapCanvas()
        pictures.mkdir(parents=True, exist_ok=True)

    # widgets, keys and dialogs

    def wait(self, condition: Callable[[], object], field: str, seconds: float = PATIENCE_S) -> None:
        """Process events until `condition` holds. Raises AssertionError naming `field` if it never does."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"waited {seconds:.0f} s for {field}"
            QTest.qWait(20)

    def settle(self) -> None:
        """Wait until the map is drawn and nothing runs in the background."""
        for _ in range(2):  # a resized window draws the map again
            QTest.qWait(250)
            self.wait(lambda: not self.canvas.isDrawing(), "the map to be drawn")

    def picture(self, name: str) -> Path:
        """Save the whole screen as NAME.png."""
        self.settle()
        path = self.pictures / f"{name}.png"
        assert QApplication.primaryScreen().grabWindow(0).save(str(path)), path
        return path

    def grab_widget(self, name: str) -> QImage:
        """Return the screen's image of the widget of this object name."""
        widget = self.find(name)
        corner = widget.mapToGlobal(QPoint(0, 0))
        whole = QApplication.primaryScreen().grabWindow(0).toImage()
        return whole.copy(corner.x(), corner.y(), widget.width(), widget.height())

    def find(self, name: str, kind: type[QWidget] = QWidget, inside: QWidget | None = None) -> QWidget:
        """Return the widget of this object name."""
        found = (inside or self.window).findChild(kind, name)
        assert found is not None, f"no {kind.__name__} named {name}"
        return found

    def find_action(self, name: str) -> QAction:
        """Return the action of this object name, QGIS' or the plugin's."""
        return next(action for action in self.window.findChildren(QAction) if action.objectName() == name)

    def click(self, widget: QWidget) -> None:
        """Click the middle of a visible widget."""
        assert widget.isVisible() and widget.isEnabled(), f"{widget.objectName()} cannot be clicked"
        QTest.mouseClick(widget, LEFT)
        QTest.qWait(50)

    def press(self, shortcut: str) -> None:
        """Press a key or a combination of keys in the window, as "Ctrl+Z"."""
        keys = QKeySequence(shortcut)[0]
        if isinstance(keys, int):  # Qt 5
            code, modifiers = Qt.Key(keys & 0x01FFFFFF), Qt.KeyboardModifier(keys & ~0x01FFFFFF)
        else:
            code, modifiers = keys.key(), keys.keyboardModifiers()
        QTest.keyClick(QApplication.focusWidget() or self.window, code, modifiers)
        QTest.qWait(100)

    def with_dialog(self, opens: Callable[[], object], answer: Callable[[QDialog], None]) -> None:
        """Call `opens`, which opens a modal dialog, and `answer` it; an error in `answer` closes it and is raised."""
        errors: list[BaseException] = []

        def work() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(50, work)
                return
            try:
                answer(dialog)
            except BaseException as error:  # noqa: BLE001 - raised again below, outside of Qt's event loop
                errors.append(error)
                dialog.reject()

        QTimer.singleShot(100, work)
        opens()
        if errors:
            raise errors[0]

    def select_file(self, path: Path) -> Callable[[QDialog], None]:
        """Return an answer to a file dialog that types the path, or goes to the folder, and presses Enter."""
        def answer(dialog: QDialog) -> None:
            assert isinstance(dialog, QFileDialog), dialog
            line = dialog.findChild(QLineEdit, "fileNameEdit")
            line.setFocus()
            of_folders = dialog.fileMode() not in FILES  # Qt 5 has two modes for folders, Qt 6 one
            if of_folders:
                # a typed folder selects rows of the list as it is filled, and the dialog returns what is selected then
                dialog.setDirectory(str(path))
            else:
                line.selectAll()
                QTest.keyClicks(line, str(path))
            for _ in range(100):
                if line.completer():  # its list of suggestions would receive the Return
                    line.completer().popup().hide()
                if of_folders:
                    dialog.findChild(QListView, "listView").selectionModel().clearSelection()
                    line.clear()
                    if dialog.selectedFiles() != [str(path)]:
                        QTest.qWait(100)
                        continue
                elif line.text() != str(path):  # the list has replaced it while it was filled
                    line.setText(str(path))
                QTest.keyClick(line, Qt.Key.Key_Return)
                QTest.qWait(100)
                if not dialog.isVisible():
                    return
            raise AssertionError(f"the file dialog does not accept {path}")
        return answer

    def messages(self) -> list[str]:
        """Return the texts in the message bar, newest first."""
        return [item.text() for item in self.iface.messageBar().items()]

    def answer_message(self, label: str) -> None:
        """Click the button of this label in the message on top of the message bar."""
        buttons = self.iface.messageBar().findChildren(QAbstractButton)
        self.click(next(button for button in buttons if button.text() == label and button.isVisible()))

    def enter_analyst(self, name: str, initials: str) -> None:
        """Answer the question for the analyst's name and initials in the message bar."""
        for field, text in (("name", name), ("initials", initials)):
            line = self.find(f"yalu_ask_analyst_{field}", QLineEdit)
            self.click(line)
            line.selectAll()
            QTest.keyClicks(line, text)
        self.answer_message("Keep")

    def clear_messages(self) -> None:
        """Close every message."""
        self.iface.messageBar().clearWidgets()

    # the map

    def zoom_to(self, lon: float, lat: float, scale: float) -> None:
        """Centre the map on a place (EPSG:4326)."""
        self.canvas.setCenter(self._on_map(lon, lat))
        self.canvas.zoomScale(scale)
        self.settle()

    def zoom_to_box(self, west: float, south: float, east: float, north: float) -> None:
        """Zoom the map to a box (EPSG:4326)."""
        corners = QgsRectangle(self._on_map(west, south), self._on_map(east, north))
        self.canvas.setExtent(corners)
        self.canvas.refresh()
        self.settle()

    def click_map(self, lon: float, lat: float) -> None:
        """Click the map at a place (EPSG:4326)."""
        pixel = self.canvas.getCoordinateTransform().transform(self._on_map(lon, lat))
        spot = QPoint(round(pixel.x()), round(pixel.y()))
        assert self.canvas.rect().contains(spot), "the place is not on the map"
        QTest.mouseMove(self.canvas.viewport(), spot)
        QTest.mouseClick(self.canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, spot)
        QTest.qWait(100)

    def _on_map(self, lon: float, lat: float) -> QgsPointXY:
        to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"),
                                        self.canvas.mapSettings().destinationCrs(), QgsProject.instance())
        return to_map.transform(QgsPointXY(lon, lat))

    # the steps of the work

    def enable_plugin(self) -> None:
        """Tick the plugin in QGIS' Plugin Manager."""
        def tick(dialog: QDialog) -> None:
            plugins = dialog.findChild(QListView, "vwPlugins")
            index = next(found for found in rows(plugins) if "Yalu" in str(found.data()))
            plugins.scrollTo(index)
            option = QStyleOptionViewItem()
            option.initFrom(plugins)
            option.rect = plugins.visualRect(index)
            option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
            box = plugins.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, plugins)
            QTest.mouseClick(plugins.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, box.center())
            QTest.qWait(500)
            self.picture("01-plugin-manager")
            dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close).click()

        self.with_dialog(self.find_action("mActionManagePlugins").trigger, tick)
        self.wait(lambda: self.window.findChild(QWidget, "YaluCrossingsDock"), "the Crossings panel")

    def new_survey(self, path: Path) -> None:
        """Crossings panel: New, with the published sites."""
        self.with_dialog(lambda: self.click(self.find("yalu_new_survey_button")), self.select_file(path))
        self.settle()

    def open_survey(self, path: Path) -> None:
        """Crossings panel: Open."""
        self.with_dialog(lambda: self.click(self.find("yalu_open_survey_button")), self.select_file(path))
        self.settle()

    def import_file(self, path: Path, preview: str) -> None:
        """Crossings panel: Import; select the file, save a picture of the preview, write."""
        def work(dialog: QDialog) -> None:
            line = self.find("yalu_import_file", QWidget, dialog).findChild(QLineEdit)
            QTest.keyClicks(line, str(path))
            write = self.find("yalu_import_write", QAbstractButton, dialog)
            self.wait(write.isEnabled, "the preview")
            self.picture(preview)
            self.click(write)

        self.with_dialog(lambda: self.click(self.find("yalu_import_sites_button")), work)
        self.settle()

    def show_panel(self, name: str) -> None:
        """Raise a panel (crossings, imagery, corridor), as its tab does."""
        dock = self.find(f"Yalu{name.capitalize()}Dock")
        dock.setUserVisible(True)
        self.settle()

    def figures(self) -> str:
        """Return the headline of the corridor panel."""
        return str(self.find("yalu_corridor_headline", QLabel).text())

    def wait_for_figures(self) -> None:
        """Wait until the corridor is measured."""
        self.wait(lambda: "along river" in self.figures(), "the corridor to be measured")

    def save_corridor_csv(self, path: Path) -> None:
        """Corridor panel: CSV."""
        self.with_dialog(lambda: self.click(self.find("yalu_save_corridor_csv_button")), self.select_file(path))
        self.wait(path.exists, f"{path.name}")

    def add_folder(self, folder: Path) -> None:
        """Imagery panel: Add, Folder."""
        self.with_dialog(self.find_action("yalu_add_folder").trigger, self.select_file(folder))
        self.wait(lambda: any(re.match(r"\d+ scene", line) for line in self.messages()), "the folder to be read")

    def step(self, where: str) -> None:
        """Imagery panel: the button first, previous, next or last."""
        self.click(self.find(f"yalu_{where}_scene_button"))
        self.settle()

    def go_to_day(self, day: str) -> None:
        """Imagery panel: type a day, as 2025-07-30."""
        box = self.find("yalu_day", QLineEdit)
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, day)
        QTest.keyClick(box, Qt.Key.Key_Return)
        self.settle()

    def export_overview(self, path: Path, dialog_picture: str) -> None:
        """Yalu toolbar: Overview map; type the file, export."""
        def work(dialog: QDialog) -> None:
            self.find("yalu_export_document", QComboBox, dialog).setCurrentIndex(0)  # another one may have been last
            line = self.find("yalu_export_output", QWidget, dialog).findChild(QLineEdit)
            line.selectAll()
            QTest.keyClicks(line, str(path))
            self.picture(dialog_picture)
            self.click(self.find("yalu_export_export", QAbstractButton, dialog))

        overview = next(button for button in self.window.findChildren(QToolButton)
                        if button.defaultAction() and button.defaultAction().objectName() == "yalu_overview_map")
        self.with_dialog(lambda: self.click(overview), work)
        self.wait(path.exists, path.name)
        self.settle()

    def undo(self) -> None:
        """Ctrl+Z."""
        self.canvas.setFocus()
        self.press("Ctrl+Z")
        self.settle()


def rows(view: QListView) -> list[QModelIndex]:
    """Return the indexes of a list's rows."""
    return [view.model().index(row, 0) for row in range(view.model().rowCount())]
