"""Making pages holds the main thread, for QGIS' layouts live there: between two steps the window gets a moment."""

from __future__ import annotations

from qgis.core import QgsFeedback

from yalu_plugin.layers.layouts.export import Cancelled

STEP, MOST = 0.2, 95.0  # percent: QgsFeedback tells nobody of less than 0.1


def breathe(feedback: QgsFeedback | None) -> None:
    """Tell who watches `feedback` that the work goes on: a window draws itself meanwhile and hears of a Cancel.

    To be called where the work may be given up: nothing is half written, nothing in the project half changed.
    Raises Cancelled.
    """
    if feedback is None:
        return
    feedback.setProgress(feedback.progress() + (STEP if feedback.progress() < MOST else -STEP))
    if feedback.isCanceled():
        raise Cancelled()
