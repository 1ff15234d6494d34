"""What does not fit in a window: texts cut off, scroll bars, and the window itself on its screen."""

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

SLACK = 1  # pixels: sizes are rounded where the screen has more than one to the unit
ENDS_IN_DOTS = ("ElidedLabel", "ElidedBox", "ElidedLayerBox", "DatumBox")  # made for texts of any length


def misfits(inside: QWidget) -> list[str]:
    """What is wrong with what is seen of a panel or dialog, a line each: cut texts, and scroll bars but of lists."""
    cut = [f"{type(one).__name__} {one.objectName()} {text(one)!r} {one.width()}x{one.height()}"
           for one in inside.findChildren(QWidget) if one.isVisible() and not in_list(one) and not fits(one)]
    return cut + bars_outside_lists(inside)


def off_the_screen(window: QWidget) -> list[str]:
    """The frame of a window that is larger than its screen, if it is."""
    screen, frame = QApplication.primaryScreen().availableGeometry(), window.frameGeometry()
    too_large = frame.width() > screen.width() + SLACK or frame.height() > screen.height() + SLACK
    return [f"{window.windowTitle()}: {frame} on {screen}"] if too_large else []


def bars_outside_lists(panel: QWidget) -> list[str]:
    """The scroll bars on screen that are not those of a list or table."""
    return [f"scroll bar of {bar.parentWidget().parentWidget().objectName()}" for bar in panel.findChildren(QScrollBar)
            if bar.isVisible() and not in_list(bar)]


def in_list(widget: QWidget) -> bool:
    """Whether it is a part of a list, a table or a text to be read (the findings)."""
    return any(isinstance(one, (QAbstractItemView, QTextEdit)) for one in upwards(widget))


def upwards(widget: QWidget) -> Iterator[QWidget]:
    """The widget and what it lies in."""
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def text(widget: QWidget) -> str:
    """What stands in it."""
    if isinstance(widget, QComboBox):
        return str(widget.currentText())
    if isinstance(widget, QLineEdit):
        return str(widget.text() or widget.placeholderText())
    return str(widget.text()) if hasattr(widget, "text") and callable(widget.text) else ""


def fits(widget: QWidget) -> bool:
    """Whether all of its text is seen. Of what was made to be cut (`ENDS_IN_DOTS`) all of the widget is."""
    if isinstance(widget, (QLabel, QAbstractButton, QComboBox, QAbstractSpinBox)) and text(widget):
        seen = widget.visibleRegion().boundingRect()
        if seen.width() < widget.width() - SLACK or seen.height() < widget.height() - SLACK:
            return False
    if type(widget).__name__ in ENDS_IN_DOTS:
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
    """Whether the text in a box or field is seen. What is typed may be of any length, but a day is seen."""
    needed = widget.fontMetrics().horizontalAdvance(text(widget))
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
