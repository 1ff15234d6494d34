"""Progress dialog for building and writing pages; it can cancel the export."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsFeedback
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QProgressDialog, QWidget

from yalu_plugin.core.memory import collector_off
from yalu_plugin.i18n import tr


@contextmanager
def progress_of_pages(window: QWidget, title: str = "") -> Iterator[QgsFeedback]:
    """Yield a feedback whose progress is shown in a dialog with Cancel, while pages are built.

    The dialog is shown from the start and is modal: events processed during progress can neither start a second
    export nor close `window`.
    """
    feedback, bar = QgsFeedback(), QProgressDialog(tr("Creating the pages"), tr("Cancel"), 0, 100, window)
    bar.setWindowTitle(title or tr("Maps and report"))
    bar.setWindowModality(Qt.WindowModality.WindowModal)
    bar.setAutoClose(False)
    bar.setAutoReset(False)
    bar.canceled.connect(feedback.cancel)
    bar.show()

    def show_progress(done: float) -> None:
        if bar.isVisible():  # else it was cancelled, and processing events would let clicks through to the window
            bar.setValue(int(done))
            QCoreApplication.processEvents()

    feedback.progressChanged.connect(show_progress)
    show_progress(0)
    try:
        with collector_off():
            yield feedback
        show_progress(100)  # process events once more before the dialog closes
    finally:
        bar.close()
        bar.deleteLater()
