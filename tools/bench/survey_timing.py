"""Timing for tools/bench/survey_window.py: milliseconds, in the window of a running QGIS."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from qgis.core import QgsApplication, QgsFeedback, QgsLocator, QgsLocatorContext, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtTest import QTest

from tools.bench.survey_limits import LIMIT_S

Times = dict[str, list[float]]  # milliseconds by name


class Stopwatch:
    """Times actions until the map shows them.

    `turn` is called before each, with True for QGIS' edit; `is_reloading` tells whether the layers are about to be
    reloaded after the action before.
    """

    def __init__(self, canvas: QgsMapCanvas, turn: Callable[[bool], None], is_reloading: Callable[[], bool]) -> None:
        self.canvas, self._turn, self._is_reloading = canvas, turn, is_reloading
        self._committed: list[float] = []

    def record_commits(self, survey: type) -> None:
        """Record when changes of surveys of this class are in the file, which is when the method returns."""
        change = survey.change

        def recording_change(*given: object, **named: object) -> object:
            delta = change(*given, **named)
            self._committed.append(time.perf_counter())
            return delta
        survey.change = recording_change

    def record_saving(self, layer: QgsVectorLayer) -> None:
        """Record when QGIS has saved edits of a layer; what it does afterwards is not part of the commit."""
        for saved in (layer.committedFeaturesAdded, layer.committedFeaturesRemoved,
                      layer.committedAttributeValuesChanges):
            saved.connect(lambda *_: self._committed.append(time.perf_counter()))

    def compare(self, acts: Iterable[Callable[[], object]], rival: Callable[[], object]) -> Times:
        """Return the times of each act, each followed by QGIS' edit on the rival.

        Timed are the commit to the file, the map on the screen, and the processor time until then.
        """
        times: Times = {who + what: [] for who in ("", "qgis ") for what in ("commit", "screen", "processor")}
        end = time.monotonic() + LIMIT_S
        for act in acts:
            for who, work in (("", act), ("qgis ", rival)):
                self._turn(work is rival)
                self.wait_until_idle()
                for what, duration in zip(("commit", "screen", "processor"), self.time_of(work)):
                    times[who + what].append(duration)
            if time.monotonic() > end:
                break
        return times

    def time_of(self, act: Callable[[], object]) -> tuple[float, float, float]:
        """Return three times of `act` in milliseconds.

        They are: until its change is in the file (without a file: until it returns); until a map drawn after it is on
        the screen (NaN if none was); and the processor time until then, which depends less on a shared machine.
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
        begin, cpu_begin = time.perf_counter(), time.process_time()
        act()
        returned.append(time.perf_counter())
        committed = (self._committed or returned)[-1]  # the last one of several layers of QGIS
        QTimer.singleShot(1000 * LIMIT_S, loop.quit)
        loop.exec()
        self.canvas.mapCanvasRefreshed.disconnect(refreshed)
        return (1000 * (committed - begin), 1000 * (drawn[0] - begin) if drawn else float("nan"),
                1000 * (done[0] - cpu_begin) if done else float("nan"))

    def wait_until_idle(self) -> None:
        """Wait until the map is drawn, and nothing is reloaded or run in the background, or LIMIT_S is over."""
        tasks, end, calm = QgsApplication.taskManager(), time.monotonic() + LIMIT_S, 0
        while calm < 3 and time.monotonic() < end:
            QTest.qWait(10)
            busy = self.canvas.isDrawing() or tasks.countActiveTasks() or self._is_reloading()
            calm = 0 if busy else calm + 1


class Heart:
    """A timer that should beat every 10 ms: the window was blocked for the longest time between two beats."""

    def __init__(self) -> None:
        self._beats, self._timer = [time.monotonic()], QTimer()
        self._timer.timeout.connect(lambda: self._beats.append(time.monotonic()))
        self._timer.start(10)

    def longest_ms(self) -> float:
        """Stop the timer and return the longest time between two beats."""
        self._timer.stop()
        beats = [*self._beats, time.monotonic()]
        return 1000 * max(after - before for before, after in zip(beats, beats[1:]))


def own_time() -> float:
    """Return a clock in seconds that excludes the time the main thread waited for a processor."""
    waited_ns = int(Path(f"/proc/self/task/{os.getpid()}/schedstat").read_text().split()[1])
    return time.monotonic() - waited_ns / 1e9


def longest_ms(work: Callable[[], None]) -> tuple[int, float]:
    """Return the number of ticks of a timer during `work`, and the longest time between two of them."""
    beats, heart = [own_time()], QTimer()
    heart.setTimerType(Qt.TimerType.PreciseTimer)
    heart.timeout.connect(lambda: beats.append(own_time()))
    heart.start(10)
    work()
    QTest.qWait(20)
    heart.stop()
    return len(beats), 1000 * max(after - before for before, after in zip(beats, beats[1:]))


def search_ms(locator: QgsLocator, text: str) -> tuple[float, float]:
    """Return the milliseconds until a search has all its results, and for which it has blocked the window at most."""
    loop, feedback, heart, begin = QEventLoop(), QgsFeedback(), Heart(), time.monotonic()
    locator.finished.connect(loop.quit)
    locator.fetchResults(text, QgsLocatorContext(), feedback)
    loop.exec()
    locator.finished.disconnect(loop.quit)
    return 1000 * (time.monotonic() - begin), heart.longest_ms()


def numbers_within_limit(count: int) -> Iterable[int]:
    """Yield the numbers below `count`, until LIMIT_S is over."""
    end = time.monotonic() + LIMIT_S
    for number in range(count):
        if time.monotonic() < end:
            yield number


def memory_mb() -> float:
    """Return the memory this process uses now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6
