"""How tools/bench/survey_window.py takes its times: milliseconds, in the window of a running QGIS."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from qgis.core import QgsApplication, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtTest import QTest

from tools.bench.survey_limits import LIMIT_S

Times = dict[str, list[float]]  # milliseconds by name


class Watch:
    """Watches the map. `turn` is called before each act, with whether it is QGIS' own."""

    def __init__(self, canvas: QgsMapCanvas, turn: Callable[[bool], None]) -> None:
        self.canvas, self._turn = canvas, turn
        self._committed: list[float] = []

    def note_commits(self, survey: type) -> None:
        """Take the moments at which the changes of surveys of this class are in the file: then its method returns."""
        change = survey.change

        def noted(*given: object, **named: object) -> object:
            delta = change(*given, **named)
            self._committed.append(time.perf_counter())
            return delta
        survey.change = noted

    def note_saving(self, layer: QgsVectorLayer) -> None:
        """Take the moments at which QGIS has saved edits of a layer: what it does after that is not on the disk."""
        for saved in (layer.committedFeaturesAdded, layer.committedFeaturesRemoved,
                      layer.committedAttributeValuesChanges):
            saved.connect(lambda *_: self._committed.append(time.perf_counter()))

    def beside(self, acts: Iterable[Callable[[], object]], rival: Callable[[], object]) -> Times:
        """Each act, and after it QGIS' own on the rival: until it is in the file, until the map shows it, and the
        processor's time for that.
        """
        times: Times = {who + what: [] for who in ("", "qgis ") for what in ("commit", "screen", "processor")}
        end = time.monotonic() + LIMIT_S
        for act in acts:
            for who, work in (("", act), ("qgis ", rival)):
                self._turn(work is rival)
                self.quiet()
                for what, taken in zip(("commit", "screen", "processor"), self.timed(work)):
                    times[who + what].append(taken)
            if time.monotonic() > end:
                break
        return times

    def timed(self, act: Callable[[], object]) -> tuple[float, float, float]:
        """Milliseconds until what `act` does is in the file (without a file: until it returns), until a map drawn after
        it is on the screen (nan: none was), and of all processors until then: on a shared machine these tell more.
        """
        loop, drawn, done, returned = QEventLoop(), [], [], []

        def refreshed() -> None:
            if returned:
                self.canvas.viewport().repaint()
                drawn.append(time.perf_counter())
                done.append(time.process_time())
                loop.quit()

        self.canvas.mapCanvasRefreshed.connect(refreshed)
        self._committed.clear()
        begin, worked = time.perf_counter(), time.process_time()
        act()
        returned.append(time.perf_counter())
        committed = (self._committed or returned)[-1]  # of several layers of QGIS the last one
        QTimer.singleShot(1000 * LIMIT_S, loop.quit)
        loop.exec()
        self.canvas.mapCanvasRefreshed.disconnect(refreshed)
        return (1000 * (committed - begin), 1000 * (drawn[0] - begin) if drawn else float("nan"),
                1000 * (done[0] - worked) if done else float("nan"))

    def quiet(self) -> None:
        """Until nothing is drawn, and nothing worked out aside, or that takes too long."""
        tasks, end, calm = QgsApplication.taskManager(), time.monotonic() + LIMIT_S, 0
        while calm < 3 and time.monotonic() < end:
            QTest.qWait(10)
            calm = 0 if self.canvas.isDrawing() or tasks.countActiveTasks() else calm + 1


class Heart:
    """A timer that should beat every 10 ms: the longest time between two beats is what the window was held."""

    def __init__(self) -> None:
        self._beats, self._timer = [time.monotonic()], QTimer()
        self._timer.timeout.connect(lambda: self._beats.append(time.monotonic()))
        self._timer.start(10)

    def longest_ms(self) -> float:
        """The longest until now; it beats no more."""
        self._timer.stop()
        beats = [*self._beats, time.monotonic()]
        return 1000 * max(after - before for before, after in zip(beats, beats[1:]))


def own_time() -> float:
    """Seconds, without those the main thread had to wait for a processor."""
    waited_ns = int(Path(f"/proc/self/task/{os.getpid()}/schedstat").read_text().split()[1])
    return time.monotonic() - waited_ns / 1e9


def longest_ms(work: Callable[[], None]) -> tuple[int, float]:
    """How often the heart has beaten during `work`, and the longest time between two beats."""
    beats, heart = [own_time()], QTimer()
    heart.setTimerType(Qt.TimerType.PreciseTimer)
    heart.timeout.connect(lambda: beats.append(own_time()))
    heart.start(10)
    work()
    QTest.qWait(20)
    heart.stop()
    return len(beats), 1000 * max(after - before for before, after in zip(beats, beats[1:]))


def while_there_is_time(count: int) -> Iterable[int]:
    """The numbers from 0, until LIMIT_S is over."""
    end = time.monotonic() + LIMIT_S
    for number in range(count):
        if time.monotonic() < end:
            yield number


def memory_mb() -> float:
    """What this process has in memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6
