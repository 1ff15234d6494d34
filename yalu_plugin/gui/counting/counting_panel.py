"""The content of the Counting panel: area, count, classes, totals, comparison, and what the keys do."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsGeometry
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QAction, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.actions import tool_button
from yalu_plugin.gui.combo_boxes import ElidedBox
from yalu_plugin.gui.counting.count_comparison import CountComparison
from yalu_plugin.gui.counting.counting_texts import count_text, status_text
from yalu_plugin.gui.counting.totals_table import TotalsTable
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.gui.flow_layout import FlowLayout
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.gui.map_coordinates import bring_into_view
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import phrase_text, tr
from yalu_plugin.layers.display_names import class_name
from yalu_plugin.workbench import Workbench

LISTED_OVERLAPS = 2  # overlaps that are shown


class CountingPanel(QWidget):
    """Shows the counts of the workbench; `actions` are those of its buttons, by name."""

    def __init__(self, workbench: Workbench, messages: Messages, canvas: QgsMapCanvas, actions: Mapping[str, QAction],
                 ) -> None:
        super().__init__()
        self._workbench, self._messages, self._actions, self._canvas = workbench, messages, actions, canvas
        self._area_ids: list[str] = []
        self._count_ids: list[str] = []
        self._classes: list[tuple[str, str, str]] = []
        self.comparison = CountComparison(workbench, messages, canvas)
        self.hints = wrapping_label("yalu_count_hints")
        self.measured = wrapping_label("yalu_count_measured")
        self.measured.hide()
        self.totals = TotalsTable(workbench)
        self.spare = QWidget()  # hidden if the panel is low
        self._create_widgets()
        self._lay_out()

    def show_all(self) -> None:
        """Show everything as it is now."""
        counts = self._workbench.counts
        areas = [(row["id"], one_line(row["name"] or row["id"])) for row in counts.areas]
        self._area_ids = _fill(self.areas, self._area_ids, areas, counts.area_id)
        name = (counts.area or {}).get("name") or ""
        if not self._name.hasFocus() or not self._name.isModified():
            self._name.setText(name)
        self._name.setEnabled(counts.area is not None and self._actions["draw_area"].isEnabled())
        found = counts.counts_of_area()
        texts = [(one.id, count_text(one, self._workbench.blind.number_of(one.id))) for one, _ in found]
        self._count_ids = _fill(self.counts, self._count_ids, texts, counts.count_id)
        current = next((one for one in found if one.image_count.id == counts.count_id), None)
        self._status.setText(status_text(current, self._workbench.blind.on,
                                         self._workbench.counted_file.is_newer_than_count,
                                         self._workbench.counting.is_on_screen))
        finished = current is not None and bool(current.image_count.finished_at)
        for name, shown in (("finish_count", not finished), ("reopen_count", finished)):
            self.findChild(QToolButton, f"{self._actions[name].objectName()}_button").setVisible(shown)
        self._show_classes()
        self._show_totals()
        self.comparison.show_counts()

    def edit_name(self) -> None:
        """Focus the field of the area's name."""
        self._name.setFocus()
        self._name.selectAll()

    def _show_totals(self) -> None:
        self.totals.show_totals()
        self._overlaps.setText("\n".join(map(phrase_text, self.totals.overlaps[:LISTED_OVERLAPS])))
        self._overlaps.setVisible(bool(self._overlaps.text()))

    def _show_classes(self) -> None:
        kinds, chosen = self._workbench.counts.classes, self._workbench.marking.label
        if list(kinds) != self._classes:
            while (item := self._buttons.takeAt(0)) is not None:
                item.widget().deleteLater()
            for kind in kinds:
                self._buttons.addWidget(self._class_button(kind.value, kind.key, class_name(kind)))
            self._classes = list(kinds)
        for at, kind in enumerate(kinds):
            item = self._buttons.itemAt(at)
            if item is not None:
                item.widget().setChecked(kind.value == chosen)

    def _class_button(self, value: str, key: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"yalu_class_{value}")
        button.setText(f"{key} {name}".strip().replace("&", "&&"))  # no mnemonics of Qt
        button.setToolTip(plain_tooltip(tr("Clicks count: {name}").format(name=name)))
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.clicked.connect(lambda: self._workbench.marking.select_class(value))
        return button

    # user actions

    def _area_chosen(self, at: int) -> None:
        with self._messages.reporting():
            self._workbench.counting.select_area(self._area_ids[at])
            self._zoom_to_area()

    def _count_chosen(self, at: int) -> None:
        with self._messages.reporting():
            self._workbench.counting.select_count(self._count_ids[at])
            self._zoom_to_area()
            self._actions["count_objects"].setChecked(
                self._actions["count_objects"].isEnabled() and self._workbench.counting.is_open)
        self.show_all()

    def _zoom_to_area(self) -> None:
        area = self._workbench.counts.area or {}
        bring_into_view(self._canvas, QgsGeometry.fromWkt(area.get("geom") or ""))

    def _rename(self) -> None:
        if self._name.isModified():
            self._name.setModified(False)
            with self._messages.reporting():
                self._workbench.areas.rename(self._name.text())
            self.show_all()

    # creating the widgets

    def _create_widgets(self) -> None:
        self.areas, self.counts = ElidedBox(), ElidedBox()
        for box, name, text, hint, chosen in (
                (self.areas, "yalu_count_area", tr("Area that is counted"), tr("No area yet"), self._area_chosen),
                (self.counts, "yalu_count", tr("Counts of this area: choose one to continue"), tr("No count"),
                 self._count_chosen)):
            box.setObjectName(name)
            box.setToolTip(text)
            box.setAccessibleName(text)
            box.setPlaceholderText(hint)
            box.activated.connect(chosen)
        self._name = QLineEdit()
        self._name.setObjectName("yalu_area_name")
        self._name.setToolTip(tr("Name of the area"))
        self._name.setAccessibleName(self._name.toolTip())
        self._name.editingFinished.connect(self._rename)
        self._status = wrapping_label("yalu_count_status")
        self._overlaps = wrapping_label("yalu_count_overlaps")
        self._buttons = FlowLayout(2)

    def _lay_out(self) -> None:
        area, count = QHBoxLayout(), QHBoxLayout()
        for row, widgets in ((area, (self.areas, self._name, tool_button(self._actions["draw_area"]))),
                             (count, (self.counts, *(tool_button(self._actions[name]) for name in (
                                 "begin_count", "recount", "count_objects", "measure_object", "finish_count",
                                 "reopen_count"))))):
            for widget in widgets:
                row.addWidget(widget, 0 if isinstance(widget, QToolButton) else 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addLayout(area)
        column.addLayout(count)
        column.addLayout(self._buttons)  # above everything that grows, so that they stay under the pointer
        column.addWidget(self._status)
        column.addWidget(self.totals, 1)
        column.addWidget(self._overlaps)
        column.addWidget(self.spare)
        rest = QVBoxLayout(self.spare)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(4)
        for widget in (self.measured, self.comparison, self.hints):
            rest.addWidget(widget)


def _fill(box: ElidedBox, known: list[str], entries: list[tuple[str, str]], chosen: str) -> list[str]:
    """Fill the box with these entries, ids and texts; returns the ids, in order."""
    ids = [one for one, _ in entries]
    if ids != known:
        box.clear()
        box.addItems([text for _, text in entries])
    for at, (_, text) in enumerate(entries):
        if box.itemText(at) != text:
            box.setItemText(at, text)
    box.setCurrentIndex(ids.index(chosen) if chosen in ids else -1)
    return ids
