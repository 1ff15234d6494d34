"""The page of the dots: kinds and samples, the table, the report with its counts, and the button that writes."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QShortcut,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.core.claims import CROSSINGS
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.amounts import sites_text
from yalu_plugin.gui.combo_boxes import ElidedBox
from yalu_plugin.gui.kind_display import every_kind, kind_icon, kind_name
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.gui.map_picture.picture_sites_model import PictureSitesModel
from yalu_plugin.i18n import tr
from yalu_plugin.workbench.picture_dots import PictureDots


class DotsPage(QWidget):
    """Shows `dots`. Delete removes the selected rows; nothing is written before `write_requested` is handled."""

    find_requested = pyqtSignal()
    whole_requested = pyqtSignal()  # to search the whole picture again
    write_requested = pyqtSignal()
    selection_changed = pyqtSignal(list)  # rows

    def __init__(self, dots: PictureDots) -> None:
        super().__init__()
        self._dots = dots
        self._model = PictureSitesModel(dots, self)
        self._create_widgets()
        self._lay_out()
        dots.samples_changed.connect(self._show_samples)
        dots.sites_changed.connect(self._show_counts)
        self._table.selectionModel().selectionChanged.connect(
            lambda *_: self.selection_changed.emit(self.selected_rows()))
        self._report.currentTextChanged.connect(self._report_chosen)
        self._show_samples()
        self.show_reports()

    @property
    def kind(self) -> str:
        """The kind of the next sample or dot."""
        return str(self._kind.currentData())

    def selected_rows(self) -> list[int]:
        """Return the rows selected in the table."""
        return sorted(index.row() for index in self._table.selectionModel().selectedRows())

    def show_reports(self) -> None:
        """List the sources and kinds of the open survey; the report with most crossings is chosen."""
        kind = self._kind.currentData()
        self._kind.clear()
        for value in every_kind():
            self._kind.addItem(kind_icon(value), kind_name(value), value)
        self._kind.setCurrentIndex(max(0, self._kind.findData(kind)))
        self._reports = self._dots.reports()
        self._report.clear()
        self._report.addItems([one_line(row["title"] or "") for row in self._reports])
        self._report_chosen()

    def _create_widgets(self) -> None:
        self._kind = ElidedBox()
        self._kind.setObjectName("yalu_dot_kind")
        self._kind.setToolTip(tr("The kind of site of the next sample, or of a dot clicked by hand"))
        self._samples = wrapping_label("yalu_dot_samples")
        self._find = _button("yalu_find_dots", tr("Find dots"), tr("Find every dot that looks like a sample"))
        self._find.clicked.connect(self.find_requested)
        self._whole = _button("yalu_whole_picture", tr("Whole picture"), tr("Search the whole picture again"))
        self._whole.clicked.connect(self.whole_requested)
        self._table = QTableView()
        self._table.setObjectName("yalu_picture_sites")
        self._table.setAccessibleName(tr("Dots of the picture"))
        self._table.setToolTip(tr("Delete removes the selected dots"))
        self._table.setModel(self._model)
        self._table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._table.horizontalHeader().setResizeContentsPrecision(50)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._table, lambda: self._dots.remove(
            set(self.selected_rows())))
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._report = QComboBox()
        self._report.setObjectName("yalu_picture_report")
        self._report.setEditable(True)
        self._report.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._report.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._report.setMinimumContentsLength(20)
        self._report.setToolTip(tr("The report that the picture is from: a source of the survey, or any title"))
        self._counts = wrapping_label("yalu_picture_counts")
        self._write = _button("yalu_write_picture_sites", "", tr(
            "Add the ticked sites to the survey, as possible, with their accuracy; Undo takes it back"))
        self._write.clicked.connect(self.write_requested)

    def _lay_out(self) -> None:
        self._help = wrapping_label("yalu_dots_help")
        self._help.setText(tr("Choose a kind, press Sample and click one dot of it that stands alone; then find the "
                              "others. Correct by hand what is missing or wrong."))
        kinds, below, form = QHBoxLayout(), QHBoxLayout(), QFormLayout()
        kinds.addWidget(self._kind, 1)
        kinds.addWidget(self._find)
        kinds.addWidget(self._whole)
        form.addRow(tr("Report"), self._report)
        below.addWidget(self._counts, 1)
        below.addWidget(self._write)
        column = QVBoxLayout(self)
        column.addWidget(self._help)
        column.addLayout(kinds)
        column.addWidget(self._samples)
        column.addWidget(self._table, 1)
        column.addLayout(form)
        column.addLayout(below)

    def _show_samples(self) -> None:
        texts = [tr("{kind}: radius {radius:.1f} pixels").format(kind=kind_name(look.kind), radius=look.radius)
                 for look in self._dots.looks.values()]
        self._samples.setText(tr("Samples: {samples}.").format(samples="; ".join(texts)) if texts
                              else tr("No sample yet."))
        self._find.setEnabled(bool(texts))
        self._whole.setEnabled(self._dots.area is not None)

    def _report_chosen(self, *_: object) -> None:
        at, text = self._report.currentIndex(), self._report.currentText()
        is_known = 0 <= at < len(self._reports) and self._report.itemText(at) == text
        self._dots.report = self._reports[at] if is_known else {"title": text}
        if not self._report.lineEdit().hasFocus():
            self._report.lineEdit().home(False)  # Qt shows the end of a long title
        self._show_counts()

    def _show_counts(self) -> None:
        texts = []
        for kind, found, published in self._dots.counts():
            name = tr("All crossings") if kind == CROSSINGS else kind_name(kind)
            template = tr("{kind}: {found}, not published") if published is None else (
                tr("{kind}: {found}, as published") if published == found else
                tr("{kind}: {found}, but {published} published"))
            texts.append(template.format(kind=name, found=found, published=published))
        self._counts.setText("\n".join(texts))
        ticked = sum(site.included and site.written_place is not None for site in self._dots.sites)
        self._write.setText(tr("Add {sites}").format(sites=sites_text(ticked)))
        self._write.setEnabled(ticked > 0)


def _button(name: str, text: str, tooltip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tooltip)
    button.setAutoDefault(False)
    return button
