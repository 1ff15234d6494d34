"""Combo boxes in which a text wider than the box ends in "…", where Qt cuts it off within a letter."""

from __future__ import annotations

from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QHelpEvent, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from yalu_plugin.gui.escaped_text import plain_tooltip

FAINT = 128  # of 255: the opacity of a placeholder
LENGTH = 9  # least number of characters shown: a day


class _Elided:
    """Mixin for a QComboBox: paints its text elided."""

    def paintEvent(self: QComboBox, _event: QPaintEvent) -> None:  # noqa: N802, D102 - Qt's own
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        text = option.currentText if self.currentIndex() >= 0 else self.placeholderText()
        part = QStyle.SubControl.SC_ComboBoxEditField
        field = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        space = field.width() - 2 - (option.iconSize.width() + 4 if not option.currentIcon.isNull() else 0)
        option.currentText = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, space)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        if self.currentIndex() < 0:
            faint = self.palette().color(QPalette.ColorRole.ButtonText)
            faint.setAlpha(FAINT)
            option.palette.setColor(QPalette.ColorRole.ButtonText, faint)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class ElidedBox(_Elided, QComboBox):
    """A QComboBox that may be narrower than its texts; its list is as wide as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LENGTH)


class ElidedLayerBox(_Elided, QgsMapLayerComboBox):
    """QGIS' combo box of layers, with elided texts."""


def layer_box(parent: QWidget | None = None) -> ElidedLayerBox:
    """Return a combo box of layers whose tooltips show the names literally."""
    box = ElidedLayerBox(parent)
    box.view().viewport().installEventFilter(_PlainTips(box.view()))
    return box


class _PlainTips(QObject):
    """Shows the names in the list as plain tooltips, where QGIS shows them as HTML."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        name = self._view.indexAt(event.pos()).data()
        QToolTip.showText(event.globalPos(), plain_tooltip(str(name or "")), self._view)
        return True
