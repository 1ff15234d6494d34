"""Making pages holds the main thread, for QGIS' layouts live there: between two steps the window gets a moment."""

from __future__ import annotations

from qgis.core import QgsFeedback

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

STEP, MOST = 0.2, 95.0  # percent: QgsFeedback tells nobody of less than 0.1


class Cancelled(YaluError):
    """The user stopped an export."""

    template = translatable("The export was cancelled. Nothing was written.")


def beat(feedback: QgsFeedback) -> None:
    """Tell who watches `feedback` that the work goes on: a window draws itself meanwhile and hears of a Cancel."""
    feedback.setProgress(feedback.progress() + (STEP if feedback.progress() < MOST else -STEP))


def breathe(feedback: QgsFeedback | None) -> None:
    """As `beat`; to be called where the work may be given up: nothing is half written, nothing in the project half
    changed. Raises Cancelled.
    """
    if feedback is None:
        return
    beat(feedback)
    if feedback.isCanceled():
        raise Cancelled()
