"""The dialog that records what a source, without an image, reports of a site on a day or span."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.value_labels import DATE_KIND_LABELS
from yalu_plugin.gui.combo_boxes import ElidedBox
from yalu_plugin.gui.crossings.observation_form import ObservationForm
from yalu_plugin.gui.labels import fit_texts, plain_label, wrapping_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

WIDTH = 460  # pixels


class ReportDialog(QDialog):
    """Records a report on one site, which `about` names.

    The source is one of the survey's, or a new one by title, publisher and URL.
    """

    def __init__(self, workbench: Workbench, messages: Messages, parent: QWidget, site_id: str, about: str) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_report_dialog")
        self.setWindowTitle(tr("Report of a day or span"))
        self._workbench, self._messages, self._site_id = workbench, messages, site_id
        self._sources = {row["id"]: row for row in workbench.session.need_survey().rows("sources")}
        self._source = self._source_box()
        self._new = {column: QLineEdit() for column in ("title", "publisher", "url")}
        self._form = ObservationForm("yalu_report", of_image=False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self._write)
        self._buttons.rejected.connect(self.reject)
        self._lay_out(about)
        self._source.currentIndexChanged.connect(self._show)
        self._new["title"].textChanged.connect(self._show)
        self._form.changed.connect(self._show)
        self._show()

    def _source_box(self) -> ElidedBox:
        from yalu_plugin.layers.layouts.statements import citation  # lazy, to keep startup fast

        box = ElidedBox()
        box.setObjectName("yalu_report_source")
        box.setAccessibleName(tr("Source"))
        box.addItem(tr("A new source"), None)
        for row in self._sources.values():
            box.addItem(one_line(citation(row)) or tr("Source without a title"), row["id"])
        return box

    def _lay_out(self, about: str) -> None:
        label = wrapping_label("yalu_report_about")
        label.setText(tr("{site}. These days are kept as: {kind}.").format(
            site=about, kind=tr(DATE_KIND_LABELS["reported"])))
        form: QFormLayout = self._form.layout()  # one form, so that all fields are aligned
        form.insertRow(0, plain_label(tr("Source")), self._source)
        texts = tr("Title"), tr("Publisher"), tr("URL")
        for place, ((column, line), text) in enumerate(zip(self._new.items(), texts), 1):
            line.setObjectName(f"yalu_report_{column}")
            line.setAccessibleName(text)
            form.insertRow(place, plain_label(text), line)
        column = QVBoxLayout(self)
        column.addWidget(label)
        column.addWidget(self._form)
        column.addWidget(self._buttons)
        fit_texts(self, WIDTH)

    def _entered_source(self) -> Row:
        known = self._sources.get(self._source.currentData())
        return known or {column: line.text().strip() for column, line in self._new.items()}

    def _show(self, *_: object) -> None:
        for line in self._new.values():
            line.setEnabled(self._source.currentData() is None)
        values, source = self._form.values(), self._entered_source()
        named = source.get("id") or source["title"]
        ready = self._form.is_valid() and values["state"] and values["seen_to"] and named
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(ready))

    def _write(self) -> None:
        with self._messages.reporting():
            self._workbench.observing.report(self._site_id, self._form.values(), self._entered_source())
            self.accept()
