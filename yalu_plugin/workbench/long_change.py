"""A change of very many rows: written in a thread, while the window is drawn and nothing else can be done in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from qgis.PyQt.QtCore import QEventLoop, QTimer

from yalu_plugin.core.collector import collector_off
from yalu_plugin.core.importing.progress import Progress
from yalu_plugin.core.published import Rows
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.layers.survey.survey import Survey

MANY = 4000  # rows: written in less than half a second
BEAT_MS = 50


def write(survey: Survey, action: str, rows: Sequence[Rows | None], tell: Callable[[float], None]) -> Delta:
    """Write rows to a survey: those added, removed, replaced and unchanged, as Survey.change takes them. Of very many,
    `tell` hears how far that is. Raises what Survey.change raises.
    """
    if sum(len(some) for part in rows for some in (part or {}).values()) <= MANY:
        return survey.change(action, *rows)
    return _while_drawn(lambda progress: survey.change(action, *rows, progress), tell)


def _while_drawn(work: Callable[[Progress], Delta], tell: Callable[[float], None]) -> Delta:
    """What `work` returns or raises, done in a thread; `tell` hears on this one how far it is, 0 to 1 at its end.

    Clicks and keys wait until it has ended: they mean what is there then.
    """
    done = [0.0]
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(loop.quit)
    timer.start(BEAT_MS)
    worker = ThreadPoolExecutor(1)
    try:
        with collector_off():
            found = worker.submit(work, lambda fraction: done.__setitem__(0, fraction))
            while not found.done():
                tell(min(done[0], 0.99))
                loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return found.result()
    finally:
        worker.shutdown(wait=False)
        tell(1.0)
