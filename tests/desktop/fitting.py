"""Find what does not fit in a window: truncated texts, scroll bars, and a window larger than its screen."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

SLACK = 1  # pixels: sizes are rounded on screens with more than one pixel per unit
ELIDED = ("ElidedLabel", "ElidedBox", "ElidedLayerBox", "DatumBox")  # for texts of any length


def find_misfits(inside: QWidget) -> list[str]:
    """Return a line for each truncated text of a panel or dialog and each scroll bar that is not of a list."""
    cut = [f"{type(one).__name__} {one.objectName()} {text_of(one)!r} {one.width()}x{one.height()}"
           for one in inside.findChildren(QWidget) if one.isVisible() and not in_list(one) and not text_fits(one)]
    return cut + bars_outside_lists(inside)


def off_the_screen(window: QWidget) -> list[str]:
    """Return a line about the frame of the window if it is larger than its screen."""
    screen, frame = QApplication.primaryScreen().availableGeometry(), window.frameGeometry()
    too_large = frame.width() > screen.width() + SLACK or frame.height() > screen.height() + SLACK
    return [f"{window.windowTitle()}: {frame} on {screen}"] if too_large else []


def bars_outside_lists(panel: QWidget) -> list[str]:
    """Return the visible scroll bars that are not of a list or table."""
    return [f"scroll bar of {bar.parentWidget().parentWidget().objectName()}" for bar in panel.findChildren(QScrollBar)
            if bar.isVisible() and not in_list(bar)]


def in_list(widget: QWidget) -> bool:
    """Return whether the widget is a part of a list, a table or a text view (the findings)."""
    return any(isinstance(one, (QAbstractItemView, QTextEdit)) for one in self_and_parents(widget))


def self_and_parents(widget: QWidget) -> Iterator[QWidget]:
    """Yield the widget and its parents."""
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def text_of(widget: QWidget) -> str:
    """Return the text of the widget."""
    if isinstance(widget, QComboBox):
        return str(widget.currentText())
    if isinstance(widget, QLineEdit):
        return str(widget.text() or widget.placeholderText())
    return str(widget.text()) if hasattr(widget, "text") and callable(widget.text) else ""


def text_fits(widget: QWidget) -> bool:
    """Return whether all of the widget's text is visible; for `ELIDED` widgets, whether all of the widget is."""
    if isinstance(widget, (QLabel, QAbstractButton, QComboBox, QAbstractSpinBox)) and text_of(widget):
        seen = widget.visibleRegion().boundingRect()
        if seen.width() < widget.width() - SLACK or seen.height() < widget.height() - SLACK:
            return False
    if type(widget).__name__ in ELIDED:
        return True
    if isinstance(widget, QLabel):
        return _label_fits(widget)
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return True
    if isinstance(widget, (QAbstractButton, QAbstractSpinBox)):
        return widget.width() >= min(widget.sizeHint().width(), widget.minimumSizeHint().width()) - SLACK
    if isinstance(widget, QTabBar):
        return widget.count() == 0 or widget.width() >= widget.tabRect(widget.count() - 1).right() - SLACK
    return _field_fits(widget)


def _label_fits(label: QLabel) -> bool:
    if not label.text():
        return True
    if label.wordWrap():
        return label.height() >= label.heightForWidth(label.width()) - SLACK
    return label.width() >= label.sizeHint().width() - SLACK and label.height() >= label.sizeHint().height() - SLACK


def _field_fits(widget: QWidget) -> bool:
    """Return whether the text in a box or date field is visible. Text in other fields may have any length."""
    needed = widget.fontMetrics().horizontalAdvance(text_of(widget))
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        option.initFrom(widget)
        option.editable = widget.isEditable()
        part = QStyle.SubControl.SC_ComboBoxEditField
        return needed <= widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, part, widget).width() + SLACK
    if type(widget).__name__ == "DateField":
        inside = sum(button.width() for button in widget.findChildren(QToolButton) if button.isVisible())
        return needed <= widget.width() - inside
    return True
