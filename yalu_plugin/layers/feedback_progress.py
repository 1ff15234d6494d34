"""QGIS' feedback as the progress of the core."""

from __future__ import annotations

from qgis.core import QgsFeedback

from yalu_plugin.core.importing.work_progress import Cancelled, Progress


def progress_of(feedback: QgsFeedback) -> Progress:
    """Return a Progress that shows the share done in a feedback, and raises Cancelled once that is cancelled."""
    def progress(fraction: float) -> None:
        if feedback.isCanceled():
            raise Cancelled()
        feedback.setProgress(100 * fraction)
    return progress
