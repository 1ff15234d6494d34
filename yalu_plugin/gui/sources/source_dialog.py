"""The base of every dialog that searches a source for images: place, days, and a line for errors."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from qgis.core import QgsMapSettings
from qgis.gui import QgsAuthConfigSelect, QgsGui
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene_query import Box, SceneQuery
from yalu_plugin.gui.date_field import DateField
from yalu_plugin.gui.imagery.scene_text import date_kind_name
from yalu_plugin.gui.labels import plain_label, wrapping_label
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.sources.image_source import ImageSource
from yalu_plugin.layers.sources.search_extent import query_box


class SourceDialog(QDialog):
    """Requests images of the map's view; `requested` carries the source and the query.

    Subclasses add their rows to `form`, and implement `source` and `is_entered`. The object names of the widgets begin
    with yalu_ and `prefix`. Days are UTC days; the first is initially `years` back, or any.
    """

    requested = pyqtSignal(object, object)

    def __init__(self, view: QgsMapSettings, parent: QWidget, prefix: str, title: str, years: int = 0) -> None:
        super().__init__(parent)
        self.prefix = prefix
        self._suggested: date | None = None
        self.setObjectName(f"Yalu{prefix.capitalize()}Dialog")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QgsGui.enableAutoGeometryRestore(self)
        self._area = wrapping_label(f"yalu_{prefix}_area")
        self.notice = wrapping_label(f"yalu_{prefix}_notice")
        self._extent = self._extent_of(view)
        self._create_day_fields(years)
        self._create_buttons()
        self.form = QFormLayout()
        self.add_rows()
        days = QHBoxLayout()
        days.addWidget(self._start, 1)
        to = plain_label(tr("t&o"))
        to.setBuddy(self._end)
        days.addWidget(to)
        days.addWidget(self._end, 1)
        self.add_row(tr("&Days (UTC)"), days, self._start)
        self.add_row(tr("Map's view"), self._area)
        rows = QVBoxLayout(self)
        rows.addLayout(self.form)
        rows.addStretch()
        rows.addWidget(self.notice)
        rows.addWidget(self._buttons)
        self.check()

    def add_rows(self) -> None:
        """Add this source's inputs to `form`."""

    def source(self) -> ImageSource:
        """Return the source as entered. Raises YaluError if the input is invalid."""
        raise NotImplementedError

    def is_entered(self) -> bool:
        """Return whether everything needed is entered."""
        return True

    def query(self) -> SceneQuery:
        """Return the query as entered."""
        if not self._start.isEnabled():
            return SceneQuery(self._extent)
        return SceneQuery(self._extent, self._start.day(), self._end.day())

    def accept(self) -> None:
        """Request the images, unless the input is invalid: then show the error and stay open."""
        try:
            source = self.source()
        except YaluError as error:
            self.show_notice(error_text(error))
            return
        super().accept()
        self.requested.emit(source, self.query())

    def check(self, *_: object) -> None:
        """Enable the search button if the input can be searched for, and show what is wrong."""
        is_complete = self.is_entered()
        start, end = self.query().start, self.query().end
        swapped = start is not None and end is not None and start > end
        is_valid = self._start.is_valid() and self._end.is_valid()
        self.show_notice(tr("The first day is after the last one.") if swapped else
                         "" if is_valid else tr("Write a day as 2024-02-15, or leave it empty."))
        self.search_button.setEnabled(self._extent is not None and not swapped and is_valid and is_complete)

    def suggest_days(self, years: int) -> None:
        """Set the first day so many years back, or to any, unless the user changed it."""
        if self._start.day() == self._suggested:
            today = datetime.now(timezone.utc).date()
            self._suggested = today - timedelta(days=round(365.25 * years)) if years else None
            self._start.set_day(self._suggested)

    def enable_days(self, enabled: bool) -> None:
        """Enable the days, or disable them if they are entered otherwise."""
        for edit in (self._start, self._end):
            edit.setEnabled(enabled)

    def show_notice(self, text: str) -> None:
        """Show what is wrong, above the buttons."""
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def add_row(self, text: str, field: QWidget | QLayout, buddy: QWidget | None = None) -> None:
        """Add a row to `form`; `text` may mark a letter key that leads to `buddy`."""
        label = plain_label(text)
        if buddy is not None:
            label.setBuddy(buddy)
        self.form.addRow(label, field)

    def describe(self, widget: QWidget, name: str, accessible_name: str, tooltip: str) -> None:
        """Set a widget's object name, its accessible name for screen readers, and its tooltip."""
        widget.setObjectName(f"yalu_{self.prefix}_{name}")
        widget.setAccessibleName(accessible_name)
        widget.setToolTip(tooltip)

    def date_kind_box(self, kind: str) -> QComboBox:
        """Return a combo box for the meaning of a source's dates."""
        box = QComboBox()
        for value in ("at_or_before", "released", "acquired"):
            box.addItem(date_kind_name(value), value)
        box.setCurrentIndex(box.findData(kind))
        self.describe(box, "date_kind", tr("The date is"),
                      tr("What these dates are: the day the ground was pictured, the day of publication, or a day it "
                         "is no younger than"))
        return box

    def auth_box(self) -> QgsAuthConfigSelect:
        """Return a selector of an entry in QGIS' authentication store."""
        box = QgsAuthConfigSelect(self, "wms")
        self.describe(box, "auth", tr("Authentication"),
                      tr("An entry of QGIS' authentication store, such as an API header. The key stays in that store: "
                         "survey and project have only the entry's id"))
        return box

    def _extent_of(self, view: QgsMapSettings) -> Box | None:
        """Return the area to search, and show it; None, with the error shown, if the map shows no area."""
        try:
            extent = query_box(view.visibleExtent(), view.destinationCrs(), view.transformContext())
        except YaluError as error:
            self._area.setText(error_text(error))
            return None
        west, south, east, north = extent
        self._area.setText(tr("{west:.3f}° to {east:.3f}° E, {south:.3f}° to {north:.3f}° N").format(
            west=west, south=south, east=east, north=north))
        return extent

    def _create_day_fields(self, years: int) -> None:
        self._start, self._end = DateField(may_be_empty=True), DateField(may_be_empty=True)
        self.suggest_days(years)
        self.describe(self._start, "start", tr("First day (UTC)"), tr("Images of this UTC day or later"))
        self.describe(self._end, "end", tr("Last day (UTC)"), tr("Images of this UTC day or earlier"))
        for edit in (self._start, self._end):
            edit.changed.connect(self.check)

    def _create_buttons(self) -> None:
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.search_button = self._buttons.addButton(tr("Search"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.describe(self.search_button, "search", tr("Search"),
                      tr("Search in the background; scenes go to the survey"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
