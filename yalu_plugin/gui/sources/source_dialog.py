"""What every dialog that asks a source for images has: where, when, and a line that says what is wrong."""

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
from yalu_plugin.layers.sources.image_source import Source
from yalu_plugin.layers.sources.search_extent import query_box


class SourceDialog(QDialog):
    """Asks for images of what the map shows; `asked` brings the source and the query.

    Subclasses add their rows to `form`, and tell the `source` and whether it `is_entered`. The names of the widgets
    begin with yalu_ and `prefix`. Days are UTC days; the first is `years` back to begin with, or any.
    """

    asked = pyqtSignal(object, object)

    def __init__(self, view: QgsMapSettings, parent: QWidget, prefix: str, title: str, years: int = 0) -> None:
        super().__init__(parent)
        self.prefix = prefix
        self.setObjectName(f"Yalu{prefix.capitalize()}Dialog")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QgsGui.enableAutoGeometryRestore(self)
        self._area = wrapping_label(f"yalu_{prefix}_area")
        self.notice = wrapping_label(f"yalu_{prefix}_notice")
        self._extent = self._extent_of(view)
        self._make_days(years)
        self._make_buttons()
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
        """Add what this source wants to know to `form`."""

    def source(self) -> Source:
        """The source as entered. Raises YaluError where that cannot be one."""
        raise NotImplementedError

    def is_entered(self) -> bool:
        """Whether everything needed is entered."""
        return True

    def query(self) -> SceneQuery:
        """The query as entered."""
        if not self._start.isEnabled():
            return SceneQuery(self._extent)
        return SceneQuery(self._extent, self._start.day(), self._end.day())

    def accept(self) -> None:
        """Ask, unless something is wrong with what was entered: then say so and stay."""
        try:
            source = self.source()
        except YaluError as error:
            self.show_notice(error_text(error))
            return
        super().accept()
        self.asked.emit(source, self.query())

    def check(self, *_: object) -> None:
        """See what can be asked as things are."""
        entered = self.is_entered()
        start, end = self.query().start, self.query().end
        swapped = start is not None and end is not None and start > end
        whole = self._start.is_valid() and self._end.is_valid()
        self.show_notice(tr("The first day is after the last one.") if swapped else
                  "" if whole else tr("Write a day as 2024-02-15, or leave it empty."))
        self.go.setEnabled(self._extent is not None and not swapped and whole and entered)

    def suggest_days(self, years: int) -> None:
        """Let the days begin so many years back, or any; a first day that the user wrote stays."""
        if self._start.day() == self._suggested:
            today = datetime.now(timezone.utc).date()
            self._suggested = today - timedelta(days=round(365.25 * years)) if years else None
            self._start.set_day(self._suggested)

    def enable_days(self, enabled: bool) -> None:
        """Let days be chosen, or not where they are told otherwise."""
        for edit in (self._start, self._end):
            edit.setEnabled(enabled)

    def show_notice(self, text: str) -> None:
        """Say what is wrong, above the buttons."""
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def add_row(self, text: str, field: QWidget | QLayout, buddy: QWidget | None = None) -> None:
        """A row of `form`; `text` may mark a letter that leads to `buddy`."""
        label = plain_label(text)
        if buddy is not None:
            label.setBuddy(buddy)
        self.form.addRow(label, field)

    def named(self, widget: QWidget, name: str, spoken: str, tooltip: str) -> None:
        """Give a widget its object name, the name a screen reader says, and its tooltip."""
        widget.setObjectName(f"yalu_{self.prefix}_{name}")
        widget.setAccessibleName(spoken)
        widget.setToolTip(tooltip)

    def kind_box(self, kind: str) -> QComboBox:
        """A choice of what the dates of a source are dates of."""
        box = QComboBox()
        for word in ("at_or_before", "released", "acquired"):
            box.addItem(date_kind_name(word), word)
        box.setCurrentIndex(box.findData(kind))
        self.named(box, "date_kind", tr("The date is"), tr("What these dates are: the day the ground was pictured, the "
                                                          "day of publication, or a day it is no younger than"))
        return box

    def auth_box(self) -> QgsAuthConfigSelect:
        """A choice of an entry in QGIS' authentication store."""
        box = QgsAuthConfigSelect(self, "wms")
        self.named(box, "auth", tr("Authentication"),
                   tr("An entry of QGIS' authentication store, such as an API header. The key stays in that store: "
                      "survey and project have only the entry's id"))
        return box

    def _extent_of(self, view: QgsMapSettings) -> Box | None:
        """The area searched, told; without one there is nothing to search."""
        try:
            extent = query_box(view.visibleExtent(), view.destinationCrs(), view.transformContext())
        except YaluError as error:
            self._area.setText(error_text(error))
            return None
        west, south, east, north = extent
        self._area.setText(tr("{west:.3f}° to {east:.3f}° E, {south:.3f}° to {north:.3f}° N").format(
            west=west, south=south, east=east, north=north))
        return extent

    def _make_days(self, years: int) -> None:
        self._start, self._end = DateField(may_be_empty=True), DateField(may_be_empty=True)
        self._suggested: date | None = None
        self.suggest_days(years)
        self.named(self._start, "start", tr("First day (UTC)"), tr("Images of this UTC day or later"))
        self.named(self._end, "end", tr("Last day (UTC)"), tr("Images of this UTC day or earlier"))
        for edit in (self._start, self._end):
            edit.changed.connect(self.check)

    def _make_buttons(self) -> None:
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self._buttons.addButton(tr("Search"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.named(self.go, "search", tr("Search"), tr("Search in the background; scenes go to the survey"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
