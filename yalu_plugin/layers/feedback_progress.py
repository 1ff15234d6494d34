"""QGIS' feedback as the progress of the core, and of a part of the work."""

from __future__ import annotations

from qgis.core import QgsFeedback
from qgis.PyQt.QtCore import Qt

from yalu_plugin.core.work_progress import Cancelled, Progress


def progress_of(feedback: QgsFeedback) -> Progress:
    """Return a Progress that shows the share done in a feedback, and raises Cancelled once that is cancelled."""
    def progress(fraction: float) -> None:
        if feedback.isCanceled():
            raise Cancelled()
        feedback.setProgress(100 * fraction)
    return progress


def feedback_of_part(feedback: QgsFeedback, share: float) -> QgsFeedback:
    """Return a feedback for the first part of the work, `share` of it (0 to 1): cancelled with the whole."""
    part = QgsFeedback()
    part.progressChanged.connect(lambda percent: feedback.setProgress(share * percent),
                                 Qt.ConnectionType.DirectConnection)
    feedback.canceled.connect(part.cancel, Qt.ConnectionType.DirectConnection)
    if feedback.isCanceled():
        part.cancel()
    return part
