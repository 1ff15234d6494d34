"""A change of many rows is written in a task while the window lives; who asked for it waits for what it changed."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QEventLoop

from yalu_plugin.core.importing.work_progress import Cancelled, part_of, shared_progress, with_progress
from yalu_plugin.core.published import Rows
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.survey.survey import Survey

LARGE = 500  # rows: fewer are written before anybody has seen a bar
WRITTEN = 0.7  # of the time: the rest goes into the seals of the record


def write(survey: Survey, start_listener: Callable[[Background], object], action: str, added: Rows | None,
          removed: Rows | None, replaced: Rows | None, unchanged: Rows | None) -> Delta:
    """As Survey.change. Of many rows `start_listener` is told of the task, and events go on being handled: it has to keep the
    user from anything but to ask the task to stop. Raises Cancelled where that was in time: then nothing is written.
    """
    if max(map(_count, (added, removed, replaced))) <= LARGE:
        return survey.change(action, added, removed, replaced, unchanged)

    def work(task: Background) -> Delta:
        new, other = shared_progress(part_of(task.progress, 0.0, WRITTEN), [_count(added), _count(replaced)])
        return survey.change(action, with_progress(added or {}, new), removed, with_progress(replaced or {}, other), unchanged,
                             part_of(task.progress, WRITTEN, 1 - WRITTEN))

    return _outcome(Background(tr("Writing the survey"), work, QgsTask.Flag.CanCancel | QgsTask.Flag.Silent), start_listener)


def _outcome(task: Background, start_listener: Callable[[Background], object]) -> Delta:
    """What the task brings, waited for in a loop of events; raises what it fails with."""
    loop, deltas, errors = QEventLoop(), list[Delta](), list[Exception]()
    task.done.connect(deltas.append)
    task.failed.connect(errors.append)
    task.cancelled.connect(lambda: errors.append(Cancelled()))
    for signal in (task.done, task.failed, task.cancelled):
        signal.connect(loop.quit)
    start_listener(task)
    task.start()
    loop.exec()
    if errors:
        raise errors[0]
    return deltas[0]


def _count(rows: Rows | None) -> int:
    return sum(map(len, (rows or {}).values()))
