"""Panels for low screens: where the height is short they first hide spare parts of their content, then scroll."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QDockWidget, QFrame, QScrollArea, QWidget

from yalu_plugin.gui.dock_height import UNLIMITED, available_height, panels_of, shrink_to_screen

RETRY_MS, TRIES = 50, 100  # Qt moves panels for a few hundred milliseconds, on a busy computer for seconds
_CHILDREN = QEvent.Type.ChildAdded, QEvent.Type.ChildRemoved


class CompactPanel(QScrollArea):
    """Shows `body`, the content of `dock`, with a minimum height that leaves space for the other panels on the screen.

    `spare` are the parts of the body that are hidden first.
    """

    def __init__(self, dock: QDockWidget, body: QWidget, *spare: QWidget) -> None:
        super().__init__()
        self._dock, self._spare, self._share = dock, spare, UNLIMITED
        self._panels: list[QDockWidget] | None = None  # of the window; None: not known since one was added or removed
        self._shrinking, self._tries = QTimer(self), 0
        self._shrinking.setSingleShot(True)
        self._shrinking.timeout.connect(self._shrink)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)
        self.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        body.installEventFilter(self)
        dock.parentWidget().installEventFilter(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102 - Qt's own
        bar, frame = self.verticalScrollBar(), self.size() - self.maximumViewportSize()
        width = self.widget().minimumSizeHint().width() + (bar.sizeHint().width() if bar.maximum() else 0)
        title = self._dock.height() - self.height()
        return QSize(width + frame.width(), max(min(self._whole_height() + frame.height(), self._share - title), 0))

    def sizeHint(self) -> QSize:  # noqa: N802, D102 - Qt's own
        return self.widget().sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102 - Qt's own
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if event.type() == QEvent.Type.LayoutRequest:
            if watched is self.widget():
                self._fit()
                self.updateGeometry()
            else:
                self._update_share()
        elif watched is not self.widget() and event.type() in _CHILDREN:
            self._panels = None
        return super().eventFilter(watched, event)

    def _update_share(self) -> None:
        """Compute the available height again: a panel of the window was opened, closed or moved."""
        if self._panels is None:
            self._panels = panels_of(self._dock.parentWidget())
        share = available_height(self._dock, self._panels, CompactPanel)
        if share != self._share:
            self._share = share
            self.updateGeometry()
        self._tries = TRIES
        self._shrinking.start(0)  # once Qt has asked all panels again

    def _shrink(self) -> None:
        """Reduce the window to the screen's height; again a little later if Qt does not allow it yet."""
        if not shrink_to_screen(self._dock.parentWidget()) and self._tries:
            self._tries -= 1
            self._shrinking.start(RETRY_MS)

    def _fit(self) -> None:
        space = self.maximumViewportSize().height()  # without the frame that a theme adds
        fits = space >= self._whole_height()
        for spare in self._spare:
            spare.setVisible(fits)
        self.widget().resize(self.viewport().width(), max(space, self._least_height()))

    def _whole_height(self) -> int:
        """Height of the body with the spare parts, and with lists at the height they ask for, not at their minimum."""
        layout = self.widget().layout()
        spared = sum(_height_of(spare) + layout.spacing() for spare in self._spare if spare.isHidden())
        widgets = [layout.itemAt(at).widget() for at in range(layout.count())]
        lowered = sum(max(0, one.minimumSizeHint().height() - one.minimumHeight()) for one in widgets
                      if one is not None and one.minimumHeight())
        return self._least_height() + spared + lowered

    def _least_height(self) -> int:
        """Minimum height of the body as it is now, at its present width."""
        layout, width = self.widget().layout(), self.viewport().width()
        return layout.minimumHeightForWidth(width) if layout.hasHeightForWidth() else layout.minimumSize().height()


def _height_of(spare: QWidget) -> int:
    wrapped = spare.heightForWidth(spare.width()) if spare.hasHeightForWidth() else 0
    return max(spare.minimumSizeHint().height(), wrapped)
