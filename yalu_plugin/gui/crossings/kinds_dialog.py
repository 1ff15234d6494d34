"""The dialog to edit custom kinds of site: their names, keys and symbols."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsColorButton
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.core.custom_kinds import FIRST_COLOUR, FIRST_SHAPE, SHAPE_LABELS, CustomKind, normalized_kind
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.kinds import SITE_KINDS
from yalu_plugin.core.value_labels import LONGEST_KIND
from yalu_plugin.gui.kind_display import custom_kind_icon, kind_icon, kind_name
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.workbench import Workbench

VALUE = Qt.ItemDataRole.UserRole


class KindsDialog(QDialog):
    """Lists all kinds and edits the name, key and symbol of the custom ones.

    Each press of a button is one change of the survey, which can be undone.
    """

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_kinds_dialog")
        self.setWindowTitle(tr("Kinds of site"))
        self._kinds = workbench.site_kinds
        self._create_widgets()
        self._lay_out()
        self._kinds.changed.connect(self._list_kinds)
        self._list_kinds()

    def _create_widgets(self) -> None:
        self._list = QListWidget()
        self._list.setObjectName("yalu_kinds")
        self._list.setIconSize(QSize(20, 20))
        self._list.currentItemChanged.connect(self._show_selected)
        self._word, self._key, self._shape, self._colour = QLineEdit(), QLineEdit(), QComboBox(), QgsColorButton()
        entries = {"word": self._word, "key": self._key, "shape": self._shape, "colour": self._colour}
        for name, widget in entries.items():
            widget.setObjectName(f"yalu_kind_{name}")
        self._word.setMaxLength(LONGEST_KIND)
        self._key.setMaxLength(1)
        self._key.setPlaceholderText(tr("None"))
        self._key.setToolTip(tr("The key that chooses this kind while crossings are added: a letter or digit"))
        self._shape.setIconSize(QSize(20, 20))
        self._colour.setShowMenu(True)
        self._colour.setColor(QColor(FIRST_COLOUR))
        self._colour.colorChanged.connect(self._show_shapes)
        self._show_shapes()
        self._error = wrapping_label("yalu_kinds_error")
        self._add, self._save, self._remove = (QPushButton(text) for text in (
            tr("Add as a new kind"), tr("Change this kind"), tr("Remove this kind")))
        for name, button, run in (("add", self._add, self._do_add), ("save", self._save, self._do_save),
                                  ("remove", self._remove, self._do_remove)):
            button.setObjectName(f"yalu_kinds_{name}")
            button.setAutoDefault(False)
            button.clicked.connect(run)

    def _lay_out(self) -> None:
        text = wrapping_label("yalu_kinds_text")
        text.setText(tr("Kinds that you add are offered wherever a kind is chosen, and have their symbol on the map "
                        "and in legends. They are stored in the survey file."))
        form = QFormLayout()
        for label, widget in ((tr("Word"), self._word), (tr("Key"), self._key), (tr("Shape"), self._shape),
                              (tr("Colour"), self._colour)):
            form.addRow(label, widget)
        right = QVBoxLayout()
        right.addLayout(form)
        for button in (self._add, self._save, self._remove):
            right.addWidget(button)
        right.addWidget(self._error)
        right.addStretch()
        middle = QHBoxLayout()
        middle.addWidget(self._list, 1)
        middle.addLayout(right, 1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addLayout(middle, 1)
        column.addWidget(close)
        self.resize(560, 380)

    # display

    def _list_kinds(self) -> None:
        selected = self._selected_kind()
        self._list.clear()
        for kind in self._kinds.all():
            item = QListWidgetItem(kind_icon(kind), kind_name(kind))
            item.setData(VALUE, kind)
            if kind in SITE_KINDS:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._list.addItem(item)
            if kind == selected:
                self._list.setCurrentItem(item)
        self._show_selected()

    def _selected_kind(self) -> str:
        """Return the value of the selected custom kind, empty if none is selected."""
        item = self._list.currentItem()
        value = str(item.data(VALUE)) if item is not None else ""
        return "" if value in SITE_KINDS else value

    def _select_kind(self, text: str) -> None:
        for row in range(self._list.count()):
            if self._list.item(row).data(VALUE) == normalized_kind(text):
                self._list.setCurrentRow(row)

    def _show_selected(self, *_: object) -> None:
        value = self._selected_kind()
        for button in (self._save, self._remove):
            button.setEnabled(bool(value))
        for kind in self._kinds.custom:
            if kind.value == value:
                self._word.setText(kind.value)
                self._key.setText(kind.key)
                self._colour.setColor(QColor(kind.colour))
                self._shape.setCurrentIndex(self._shape.findData(kind.shape))

    def _show_shapes(self, *_: object) -> None:
        """List every shape in the selected colour."""
        shape = self._shape.currentData() or FIRST_SHAPE
        self._shape.clear()
        for name in SHAPE_LABELS:
            self._shape.addItem(custom_kind_icon(self._entered()._replace(shape=name)), tr(SHAPE_LABELS[name]), name)
        self._shape.setCurrentIndex(self._shape.findData(shape))

    def _entered(self) -> CustomKind:
        return CustomKind(self._word.text(), self._key.text(), self._shape.currentData() or FIRST_SHAPE,
                          self._colour.color().name())

    # changes

    def _do_add(self) -> None:
        if self._try_change(lambda: self._kinds.add(self._entered())):
            self._select_kind(self._word.text())

    def _do_save(self) -> None:
        if self._try_change(lambda: self._kinds.change(self._selected_kind(), self._entered())):
            self._select_kind(self._word.text())

    def _do_remove(self) -> None:
        self._try_change(lambda: self._kinds.remove(self._selected_kind()))

    def _try_change(self, change: Callable[[], None]) -> bool:
        """Run a change and return whether it succeeded; errors are shown here, in front of the message bar."""
        try:
            change()
        except YaluError as error:
            self._error.setText(error_text(error))
            return False
        self._error.setText("")
        return True
