"""Writing a change of many rows in a background task, while the window handles events and the caller waits."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QEventLoop

from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.work_progress import Cancelled, part_of, shared_progress, with_progress
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.survey.survey import RowsByTable, Survey

LARGE = 500  # rows: fewer are written too fast for a progress bar
WRITING_SHARE = 0.7  # share of the time; the rest goes into the seals of the record


def write(survey: Survey, on_start: Callable[[Background], object], action: str, added: RowsByTable | None,
          removed: RowsByTable | None, replaced: RowsByTable | None, unchanged: RowsByTable | None) -> Delta:
    """As Survey.change, but many rows are written in a task while events are handled.

    `on_start` is called with the task; it must block all user actions except cancelling the task. Raises Cancelled if
    the task was cancelled in time; then nothing is written.
    """
    if max(map(_count, (added, removed, replaced))) <= LARGE:
        return survey.change(action, added, removed, replaced, unchanged)

    def work(task: Background) -> Delta:
        new, other = shared_progress(part_of(task.progress, 0.0, WRITING_SHARE), [_count(added), _count(replaced)])
        return survey.change(action, with_progress(added or {}, new), removed, with_progress(replaced or {}, other),
                             unchanged, part_of(task.progress, WRITING_SHARE, 1 - WRITING_SHARE))

    return _outcome(Background(tr("Writing the survey"), work, QgsTask.Flag.CanCancel | QgsTask.Flag.Silent), on_start)


def _outcome(task: Background, on_start: Callable[[Background], object]) -> Delta:
    """Run a task in an event loop; return its result or raise its error."""
    loop, deltas, errors = QEventLoop(), list[Delta](), list[Exception]()
    task.done.connect(deltas.append)
    task.failed.connect(errors.append)
    task.cancelled.connect(lambda: errors.append(Cancelled()))
    for signal in (task.done, task.failed, task.cancelled):
        signal.connect(loop.quit)
    on_start(task)
    task.start()
    loop.exec()
    if errors:
        raise errors[0]
    return deltas[0]


def _count(rows: RowsByTable | None) -> int:
    return sum(map(len, (rows or {}).values()))
