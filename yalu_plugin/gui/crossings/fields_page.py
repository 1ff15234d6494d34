"""The fields of the selected sites, edited in place: one change for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QFormLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import one_line, typed_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.text import translatable
from yalu_plugin.gui.crossings.field_box import FieldBox
from yalu_plugin.gui.crossings.observation_form import combo_box, select_value, value_texts
from yalu_plugin.gui.crossings.replacement_chain import chain_texts
from yalu_plugin.gui.kind_display import every_kind, kind_icon, kind_name
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench
from yalu_plugin.workbench.editing import LONGEST_NAME

MAX_LENGTH = 2000  # characters
LIST_HEIGHT = 84  # pixels: three lines and a half
SHOWN_LENGTH = 40  # characters of a value in the description of a change
COMPARED = 1_000  # sites whose values are compared; for more, no value is shown


class InvalidLength(YaluError):
    """The text entered as an accuracy is not a length."""

    template = translatable("Nothing was changed: write the accuracy in metres, as 10 or 2.5, or leave it empty.")


class FieldsPage(QWidget):
    """Shows the values that all selected sites share; a field is empty where they differ."""

    def __init__(self, workbench: Workbench, messages: Messages) -> None:
        super().__init__()
        self._workbench, self._messages = workbench, messages
        self._ids: list[str] = []
        self._sources: list[str] = []
        self._boxes: dict[str, FieldBox] = {
            "kind": FieldBox(),
            "at_fence_gate": combo_box(value_texts("at_fence_gate"), FieldBox()),
            "confidence": combo_box(value_texts("confidence"), FieldBox()),
            "source_id": FieldBox()}
        self._lines = {name: QLineEdit() for name in ("name", "bank", "location_accuracy_m", "note")}
        self._chain = _short_list("yalu_site_chain", tr("What it replaces, and what replaces it"))
        self._cited = _short_list("yalu_site_sources", tr("Sources of the site and of what was seen"))
        self._lay_out()
        for name, box in self._boxes.items():
            box.chosen.connect(partial(self._save_box, name))
        for name, line in self._lines.items():
            line.setMaxLength(MAX_LENGTH)
            line.editingFinished.connect(partial(self._save_line, name))
            line.installEventFilter(self)

    def _lay_out(self) -> None:
        form = QFormLayout()
        for name, text in (("name", tr("Name")), ("kind", tr("Kind")),
                           ("at_fence_gate", tr("At a gate of the border fence")), ("bank", tr("Bank")),
                           ("confidence", tr("Confidence")), ("location_accuracy_m", tr("Accuracy of the place (m)")),
                           ("source_id", tr("Source")), ("note", tr("Note"))):
            field = {**self._boxes, **self._lines}[name]
            field.setObjectName(f"yalu_site_{name}")
            field.setAccessibleName(text)
            form.addRow(plain_label(text), field)
        column = QVBoxLayout(self)
        column.addLayout(form)
        for listed in (self._chain, self._cited):
            column.addWidget(plain_label(listed.accessibleName()))
            column.addWidget(listed)
        column.addStretch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        """Restore the text of an edited line on Escape, which closes the card only if nothing was typed."""
        is_escape = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
        if not is_escape or not isinstance(watched, QLineEdit) or not watched.isModified():
            return False
        watched.setModified(False)
        self.show_sites(self._ids)
        return True

    def show_sites(self, ids: Sequence[str]) -> None:
        """Show the fields of these sites; edits of the sites shown before are written first."""
        if list(ids) != self._ids:
            for name in self._lines:
                self._save_line(name)
            for box in self._boxes.values():
                box.commit()
        facts, survey = self._workbench.session.facts, self._workbench.session.survey
        self._ids = list(ids) if facts is not None else []
        compared = self._ids if len(self._ids) <= COMPARED else []
        found = [facts.row("sites", site_id) for site_id in compared] if facts is not None else []
        rows = [row for row in found if row is not None]
        self._show_values(rows)
        writable = bool(self._ids) and survey is not None and survey.read_only_reason is None
        for field in (*self._boxes.values(), *self._lines.values()):
            field.setEnabled(writable)
        self._lines["name"].setEnabled(writable and len(self._ids) == 1)
        self._chain.clear()
        self._cited.clear()
        if facts is not None and len(rows) == 1:
            with self._messages.reporting():
                self._chain.addItems(chain_texts(self._workbench, rows[0]))
            self._cited.addItems(_citations(facts, rows[0]))

    def _show_values(self, rows: Sequence[Row]) -> None:
        """Show what these sites have in common, but keep what is being selected or typed."""
        self._show_sources()
        self._show_kinds()
        for name, box in self._boxes.items():
            value, same = _common(rows, name)
            if box.is_changed:
                continue
            if rows and same:
                select_value(box, value)
            else:
                box.setCurrentIndex(-1)
        for name, line in self._lines.items():
            value, same = _common(rows, name)
            if not line.isModified():
                line.setText("" if value is None else f"{value:g}" if isinstance(value, float) else str(value))
                line.setModified(False)
            line.setPlaceholderText("" if same else tr("Different values"))

    def _show_sources(self) -> None:
        from yalu_plugin.layers.layouts.statements import citation  # lazy, to keep startup fast

        facts, box = self._workbench.session.facts, self._boxes["source_id"]
        sources = facts.rows("sources") if facts is not None else []
        if self._sources != [row["id"] for row in sources] or not box.count():
            self._sources = [row["id"] for row in sources]
            box.clear()
            box.addItem("–", None)
            for row in sources:
                box.addItem(one_line(citation(row)), row["id"])

    def _show_kinds(self) -> None:
        """Offer every kind, as custom kinds may have changed."""
        box, kinds = self._boxes["kind"], every_kind()
        if box.is_changed or [box.itemData(at) for at in range(box.count())] == kinds:
            return
        box.clear()
        for kind in kinds:
            box.addItem(kind_icon(kind), kind_name(kind), kind)

    def _save_box(self, name: str, *_: object) -> None:
        self._write(name, lambda: self._boxes[name].currentData())

    def _save_line(self, name: str) -> None:
        line = self._lines[name]
        if line.isModified():
            line.setModified(False)
            self._write(name, partial(_parsed, name, line.text()))

    def _write(self, name: str, value: Callable[[], Any]) -> None:
        with self._messages.reporting():
            now = value()
            if self._workbench.editing.edit(self._change_text(name, now), self._ids, **{name: now}):
                self._messages.done(self._workbench.history.done[0])
            return
        self.show_sites(self._ids)  # restore the values if the edit was refused

    def _change_text(self, name: str, now: Any) -> str:
        """Return the description of a change: "Confidence: possible → confirmed"."""
        if name == "name":
            return tr("Rename")
        facts = self._workbench.session.facts
        rows = [facts.row("sites", site_id) for site_id in self._ids[:COMPARED]] if facts is not None else []
        before, same = _common([row for row in rows if row is not None], name)
        return tr("{field}: {before} → {after}").format(
            field={**self._boxes, **self._lines}[name].accessibleName(), after=self._value_text(name, now),
            before=self._value_text(name, before) if same else tr("different values"))

    def _value_text(self, name: str, value: Any) -> str:
        box = self._boxes.get(name)
        text = box.itemText(box.findData(value)) if box is not None else f"{value:g}" if isinstance(
            value, float) else str(value or "")
        return one_line(text, SHOWN_LENGTH) or "–"


def _short_list(name: str, title: str) -> QListWidget:
    list_widget = QListWidget()
    list_widget.setObjectName(name)
    list_widget.setAccessibleName(title)
    list_widget.setWordWrap(True)
    list_widget.setMaximumHeight(LIST_HEIGHT)
    return list_widget


def _citations(facts: Facts, site: Row) -> list[str]:
    """Return a line for each source of a site and of its observations."""
    from yalu_plugin.layers.layouts.sheet_texts import sources  # lazy, to keep startup fast

    rows = {row["id"]: row for row in facts.rows("sources")}
    return [one_line(line, MAX_LENGTH) for line in sources(site, facts.observations_of(site["id"]), rows).split("\n")]


def _parsed(name: str, text: str) -> float | str | None:
    """Return the value to write for a typed text. Raises InvalidLength."""
    text = text.strip()
    if name != "location_accuracy_m":
        return typed_line(text, LONGEST_NAME if name == "name" else MAX_LENGTH) or None
    try:
        metres = float(text.replace(",", ".")) if text else None
    except ValueError as error:
        raise InvalidLength() from error
    if metres is not None and not 0 < metres < 1e6:
        raise InvalidLength()
    return metres


def _common(rows: Sequence[Row], name: str) -> tuple[Any, bool]:
    """Return the value that all rows share, or None, and whether they share one (True without rows)."""
    values = {row[name] for row in rows}
    return (next(iter(values)), True) if len(values) == 1 else (None, not values)
