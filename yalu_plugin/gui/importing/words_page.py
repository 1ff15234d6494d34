"""The import's page with the readings of the file's words, where they are confirmed or changed."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.gui.importing.words_model import READING_COLUMN, TEXT_COLUMN, WordsModel, options_for
from yalu_plugin.i18n import tr


class WordsPage(QWidget):
    """A table of words on `model`, and a button that confirms every suggestion."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = WordsModel(self)
        self._table, self._confirm = QTableView(self), QPushButton(tr("Confirm all suggestions"), self)
        self._table.setModel(self.model)
        self._table.setTabKeyNavigation(False)
        self._table.setItemDelegateForColumn(READING_COLUMN, ReadingDelegate(self))
        self._describe()
        buttons, layout = QHBoxLayout(), QVBoxLayout(self)
        buttons.addStretch(1)
        buttons.addWidget(self._confirm)
        layout.addWidget(self._table, 1)
        layout.addLayout(buttons)
        self.model.modelReset.connect(self._show_questions)
        self._confirm.clicked.connect(self.model.confirm_all)
        self._show_questions()

    def _describe(self) -> None:
        self._table.setObjectName("yalu_import_words")
        self._table.setToolTip(tr("Kinds, states and dates as the file writes them, and as what they are read. "
                                  "Double-click the last column to change one"))
        self._table.setAccessibleName(tr("Words of the file"))
        self._table.verticalHeader().hide()
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(TEXT_COLUMN, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(READING_COLUMN, QHeaderView.ResizeMode.Stretch)
        self._confirm.setObjectName("yalu_import_confirm")
        self._confirm.setToolTip(tr("Read every text marked with a question mark as suggested"))
        self._confirm.setAutoDefault(False)

    def _show_questions(self) -> None:
        self._confirm.setEnabled(self.model.open_questions > 0)


class ReadingDelegate(QStyledItemDelegate):
    """Kinds and states are selected from the survey's values; a date is typed."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:  # noqa: N802, D102
        labels = options_for(index.model().reading_at(index).field)
        if not labels:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        for value, label in labels.items():
            box.addItem(label, value)
        box.activated.connect(lambda: (self.commitData.emit(box), self.closeEditor.emit(box)))
        return box

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:  # noqa: N802, D102
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: WordsModel, index: QModelIndex) -> None:  # noqa: N802, D102
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)
        else:
            super().setModelData(editor, model, index)
