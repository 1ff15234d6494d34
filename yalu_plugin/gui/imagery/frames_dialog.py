"""The dialog that exports the map at each step of a period as pictures with their dates."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from qgis.core import Qgis, QgsMapSettings
from qgis.gui import QgsFileWidget, QgsMapCanvas, QgsMessageBar, QgsSpinBox
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.core.text import translatable
from yalu_plugin.gui.date_field import DateField
from yalu_plugin.gui.imagery.map_layers import drawn_layers
from yalu_plugin.gui.imagery.scene_text import scene_line
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.imagery.frame_export import Frame, FrameExport, frame_path
from yalu_plugin.layers.imagery.project_scenes import bands_of, shown_layers, style_of
from yalu_plugin.settings import EXPORT_FOLDER
from yalu_plugin.workbench import Workbench

WIDEST = 7680  # pixels


class NoFolder(YaluError):
    """The folder entered does not exist."""

    template = translatable("There is no folder {path}. Choose another.")


class NoFolderChosen(YaluError):
    """Export was pressed without a folder."""

    template = translatable("No folder is chosen.")


class FramesDialog(QDialog):
    """Exports every step from one day to another, without skipped scenes, in the map's view and with its layers."""

    def __init__(self, workbench: Workbench, messages: Messages, canvas: QgsMapCanvas, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._messages, self._canvas = workbench, messages, canvas
        self._timeline = workbench.scenes.steppable
        self._export: FrameExport | None = None
        self.setObjectName("YaluFramesDialog")
        self.setWindowTitle(tr("Export frames"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._create_widgets()
        self._lay_out()
        self._show_count()

    def done(self, result: int) -> None:
        """Close the dialog; a running export is cancelled."""
        if self._export is not None:
            self._export.cancel()
            self._messages.warn(tr("Stopped: no picture was saved."))
        super().done(result)

    def _start_export(self) -> None:
        with Messages(self._bar).reporting():
            frames = self._frames()
            export = FrameExport(self._map_settings(), drawn_layers(self._canvas, self._workbench.project),
                                 {bands_of(layer): style_of(layer) for layer in shown_layers(self._workbench.project)},
                                 frames, caption, self)
            export.progress.connect(self._progress.setValue)
            export.done.connect(partial(self._written, export))
            export.failed.connect(self._export_failed)
            self._progress.setRange(0, len(frames))
            self._progress.setValue(0)
            self._set_busy(export)
            try:
                export.start()
            except YaluError:
                self._set_busy(None)
                raise

    def _set_busy(self, export: FrameExport | None) -> None:
        self._export = export
        for widget in (self._first, self._last, self._width, self._folder, self._go):
            widget.setEnabled(export is None)
        self._progress.setVisible(export is not None)

    def _written(self, export: FrameExport) -> None:
        self._export = None
        EXPORT_FOLDER.setValue(self._folder.filePath())
        text = tr("{n} pictures written to {folder}").format(
            n=len(export.written), folder=self._folder.filePath())
        if export.left_out:
            text += tr("; images that cannot be opened, left out: {n}").format(n=len(export.left_out))
        if export.blank:
            text += tr("; without a picture of their date, which is written on them: {n}").format(n=len(export.blank))
        if export.left_out or export.blank:
            self._messages.warn(text, "\n".join([*map(error_text, export.left_out.values()),
                                                 *(scene.label for scene in export.blank)]))
        else:
            self._messages.show_message(text)
        self.accept()

    def _export_failed(self, error: YaluError) -> None:
        self._set_busy(None)
        Messages(self._bar).error(error)

    # contents of the export

    def _steps(self) -> list[Step]:
        first, last = self._first.day(), self._last.day()
        if first is None or last is None:
            return []
        return [step for step in self._timeline.steps
                if first <= self._timeline.days(step[0])[0] and self._timeline.days(step[0])[1] <= last]

    def _frames(self) -> list[Frame]:
        folder = Path(self._folder.filePath())
        if not self._folder.filePath().strip():
            raise NoFolderChosen()
        if not folder.is_dir():
            raise NoFolder(path=self._folder.filePath())
        return [Frame(step, frame_path(folder, number, str(self._timeline.days(step[0])[0]), step[0].platform))
                for number, step in enumerate(self._steps(), 1)]

    def _map_settings(self) -> QgsMapSettings:
        """Return the map's settings for the requested width: symbols and texts in proportion, nothing selected."""
        settings = QgsMapSettings(self._canvas.mapSettings())
        size, width = settings.outputSize(), self._width.value()
        settings.setDevicePixelRatio(1)
        settings.setFlag(Qgis.MapSettingsFlag.DrawSelection, False)
        settings.setOutputDpi(settings.outputDpi() * width / size.width())
        settings.setOutputSize(QSize(width, round(size.height() * width / size.width())))
        return settings

    def _show_count(self) -> None:
        count = len(self._steps())
        self._count.setText(tr("1 picture") if count == 1 else tr("{n} pictures").format(n=count))
        self._go.setEnabled(count > 0)

    # construction

    def _create_widgets(self) -> None:
        self._bar = QgsMessageBar()
        days = [self._timeline.days(step[0])[0] for step in self._timeline.steps] or [date.today()]
        self._first = self._day("yalu_frames_first", tr("The first day, as days are counted in the panel"), days[0])
        self._last = self._day("yalu_frames_last", tr("The last day"), days[-1])
        self._count = plain_label()
        self._count.setObjectName("yalu_frames_count")
        self._width = QgsSpinBox()
        self._width.setObjectName("yalu_frames_width")
        self._width.setToolTip(tr("Width of a picture; its height is the map's"))
        self._width.setRange(100, WIDEST)
        self._width.setSuffix(tr(" pixels"))
        self._width.setValue(self._canvas.mapSettings().outputSize().width())
        self._width.setShowClearButton(False)
        self._folder = QgsFileWidget()
        self._folder.setObjectName("yalu_frames_folder")
        self._folder.setToolTip(tr("The folder for the pictures; existing files are not overwritten"))
        self._folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._folder.setFilePath(EXPORT_FOLDER.value())
        self._folder.fileChanged.connect(self._bar.clearWidgets)
        self._progress = QProgressBar()
        self._progress.setVisible(False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = QPushButton(tr("&Export"))
        self._go.setObjectName("yalu_frames_export")
        self._buttons.addButton(self._go, QDialogButtonBox.ButtonRole.ActionRole)
        self._go.clicked.connect(self._start_export)
        self._buttons.rejected.connect(self.reject)

    def _day(self, name: str, tooltip: str, day: date) -> DateField:
        edit = DateField(day)
        edit.setObjectName(name)
        edit.setToolTip(tooltip)
        edit.changed.connect(self._show_count)
        return edit

    def _lay_out(self) -> None:
        days = QHBoxLayout()
        for widget in (self._first, plain_label("–"), self._last, self._count):
            days.addWidget(widget)
        days.addStretch()
        form = QFormLayout()
        label = plain_label(tr("&Days"))
        label.setBuddy(self._first)
        form.addRow(label, days)
        form.addRow(tr("&Width"), self._width)
        form.addRow(tr("&Folder"), self._folder)
        rows = QVBoxLayout(self)
        rows.addWidget(self._bar)
        rows.addLayout(form)
        rows.addWidget(self._progress)
        rows.addWidget(self._buttons)
        self._go.setDefault(True)  # has an effect only after the button is in its dialog
        self.resize(560, self.sizeHint().height())


def caption(step: Step) -> str:
    """Return the caption of a step's picture: date with zone and kind, day of the sites' states, and credits."""
    credits = (part for scene in step for part in (scene.attribution or scene.provider, scene.licence))
    lines = [scene_line(step[0]), tr("sites as of {day} UTC").format(day=step[0].last_day),
             " · ".join(dict.fromkeys(part for part in credits if part))]
    return "\n".join(line for line in lines if line)
