"""How far the pages are, in a bar that can cancel them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsFeedback
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QProgressDialog, QWidget

from yalu_plugin.core.memory import collector_off
from yalu_plugin.i18n import tr


@contextmanager
def progress_of_pages(window: QWidget) -> Iterator[QgsFeedback]:
    """A feedback shown as a bar, which can be cancelled, while pages are made.

    The bar is there from the start and keeps all clicks but those on itself from `window`: what happens while it is
    told of progress can neither start a second export nor close the dialog.
    """
    feedback, bar = QgsFeedback(), QProgressDialog(tr("Making the pages"), tr("Cancel"), 0, 100, window)
    bar.setWindowTitle(tr("Maps and report"))
    bar.setWindowModality(Qt.WindowModality.WindowModal)
    bar.setAutoClose(False)
    bar.setAutoReset(False)
    bar.canceled.connect(feedback.cancel)
    bar.show()

    def tell(done: float) -> None:
        if bar.isVisible():  # else it was cancelled, and this window is no longer kept from clicks
            bar.setValue(int(done))
            QCoreApplication.processEvents()

    feedback.progressChanged.connect(tell)
    tell(0)
    try:
        with collector_off():
            yield feedback
        tell(100)  # a moment between the last page and what comes after the bar
    finally:
        bar.close()
        bar.deleteLater()
