"""Keep the window responsive while pages are built.

QGIS' layouts live on the main thread, so building pages blocks it: the window processes its events between two steps,
and work that only reads or draws runs in other threads.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, MutableSequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any, TypeVar

from qgis.core import QgsFeedback, QgsMapRendererJob
from qgis.PyQt.QtCore import QEventLoop, QTimer

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

STEP, MOST = 0.2, 95.0  # percent: QgsFeedback emits no signal for less than 0.1
POLL_S = 0.04  # between two updates of the window, while another thread works
SWITCH_INTERVAL_S = 0.0005  # meanwhile: with Python's 5 ms a window with many slots was blocked for 100 ms
AT_ONCE = 2_000  # rows
BACK_AND_FORTH = (0.5, -0.4)  # percent, in turn: how long the work takes is not known
Result = TypeVar("Result")


class ExportCancelled(YaluError):
    """The user stopped an export."""

    template = translatable("The export was cancelled. Nothing was written.")


def signal_progress(feedback: QgsFeedback, step: float = STEP) -> None:
    """Report progress to `feedback`: a window that is connected to it redraws itself and receives a Cancel."""
    feedback.setProgress(feedback.progress() + (step if feedback.progress() < MOST else -abs(step)))


def process_events(feedback: QgsFeedback | None, step: float = STEP) -> None:
    """Do as `signal_progress`, and stop if the user cancelled.

    To be called where the work may be abandoned: nothing is half written, nothing in the project half changed.

    Raises:
        ExportCancelled: `feedback` is cancelled.
    """
    if feedback is None:
        return
    signal_progress(feedback, step)
    if feedback.isCanceled():
        raise ExportCancelled()


def run_in_thread(work: Callable[[], Result], feedback: QgsFeedback | None) -> Result:
    """Run `work` in a thread while the window processes its events; return what it returns, raise what it raises.

    `work` may only read, and only what is safe to read in any thread: after a Cancel it goes on unobserved.

    Raises:
        ExportCancelled: `feedback` is cancelled.
    """
    if feedback is None:
        return work()
    worker, default_interval = ThreadPoolExecutor(1), sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    try:
        future, polls = worker.submit(work), 0
        while not wait([future], POLL_S).done:
            process_events(feedback, BACK_AND_FORTH[polls % 2])
            polls += 1
        return future.result()
    finally:
        sys.setswitchinterval(default_interval)
        worker.shutdown(wait=False)


def clear_lists(lists: Iterable[MutableSequence[Any]], feedback: QgsFeedback | None) -> None:
    """Empty large lists that are no longer needed, part by part.

    70,000 rows deleted at once blocked the window for a tenth of a second. Does not raise ExportCancelled.
    """
    for rows in lists:
        while rows:
            del rows[-AT_ONCE:]
            if feedback is not None:
                signal_progress(feedback)


def render_map(job: QgsMapRendererJob, feedback: QgsFeedback | None) -> None:
    """Draw a map in QGIS' own threads while the window processes its events. Raises ExportCancelled."""
    loop, timer, polls = QEventLoop(), QTimer(), 0
    job.finished.connect(loop.quit)
    timer.timeout.connect(loop.quit)
    timer.start(round(1000 * POLL_S))
    job.start()
    try:
        while job.isActive():
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)  # clicks are handled in `process_events`
            process_events(feedback, BACK_AND_FORTH[polls % 2])
            polls += 1
    finally:
        job.cancel()
