"""Making pages holds the main thread, for QGIS' layouts live there: between two steps the window gets a moment, and
what only reads or draws is done elsewhere while the window lives.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, MutableSequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

from qgis.core import QgsFeedback, QgsMapRendererJob
from qgis.PyQt.QtCore import QEventLoop, QTimer

from yalu_plugin.layers.layouts.cancelled import Cancelled

STEP, MOST = 0.2, 95.0  # percent: QgsFeedback tells nobody of less than 0.1
BEAT_S = 0.04  # of the window, while something is done elsewhere
TURN_S = 0.0005  # then a thread waits no longer for its turn: with Python's 5 ms a window of many slots was held 100
AT_ONCE = 2_000  # rows
SLOWLY = (0.5, -0.4)  # percent, in turn: nobody knows how long that takes
Result = TypeVar("Result")


def beat(feedback: QgsFeedback, step: float = STEP) -> None:
    """Tell who watches `feedback` that the work goes on: a window draws itself meanwhile and hears of a Cancel."""
    feedback.setProgress(feedback.progress() + (step if feedback.progress() < MOST else -abs(step)))


def breathe(feedback: QgsFeedback | None, step: float = STEP) -> None:
    """As `beat`; to be called where the work may be given up: nothing is half written, nothing in the project half
    changed. Raises Cancelled.
    """
    if feedback is None:
        return
    beat(feedback, step)
    if feedback.isCanceled():
        raise Cancelled()


def aside(work: Callable[[], Result], feedback: QgsFeedback | None) -> Result:
    """What `work` returns or raises; done in a thread while the window of who watches `feedback` lives.

    The work may only read, and what is safe in any thread: after a Cancel nobody waits for it. Raises Cancelled.
    """
    if feedback is None:
        return work()
    worker, usual_turn = ThreadPoolExecutor(1), sys.getswitchinterval()
    sys.setswitchinterval(TURN_S)
    try:
        found, beats = worker.submit(work), 0
        while not wait([found], BEAT_S).done:
            breathe(feedback, SLOWLY[beats % 2])
            beats += 1
        return found.result()
    finally:
        sys.setswitchinterval(usual_turn)
        worker.shutdown(wait=False)


def free(lists: Iterable[MutableSequence[object]], feedback: QgsFeedback | None) -> None:
    """Empty large lists that nobody needs any more, part by part: 70,000 rows that went at once held the window for a
    tenth of a second. Does not raise Cancelled.
    """
    for rows in lists:
        while rows:
            del rows[-AT_ONCE:]
            if feedback is not None:
                beat(feedback)


def drawn(job: QgsMapRendererJob, feedback: QgsFeedback | None) -> None:
    """Have QGIS' own threads draw a map, while the window lives. Raises Cancelled."""
    loop, timer, beats = QEventLoop(), QTimer(), 0
    job.finished.connect(loop.quit)
    timer.timeout.connect(loop.quit)
    timer.start(round(1000 * BEAT_S))
    job.start()
    try:
        while job.isActive():
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)  # clicks are for who watches, in `breathe`
            breathe(feedback, SLOWLY[beats % 2])
            beats += 1
    finally:
        job.cancel()
