"""The measurements of the Corridor panel: taken while the panel is visible, and again when something changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from yalu_plugin.core.errors import MissingPackages, YaluError
from yalu_plugin.core.requirements import need_geopandas
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.retired import as_of
from yalu_plugin.core.worker import in_worker
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.workbench import Workbench
from yalu_plugin.workbench.river import MAX_WITHOUT_TASK

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.measure import Measured
    from yalu_plugin.core.survey.facts import Facts
    from yalu_plugin.layers.corridor.second_line import SecondLine

    Result = tuple[Measured, Optional[SecondLine], Optional[YaluError]]  # along the first line, along the second


class CorridorFigures(QObject):
    """Measures the crossings that count on the day on screen, and emits `changed` whenever the result changes.

    `measured` is the valid result or None. Without one, `reason` states why in one line and `error` is the YaluError
    behind it, if any. Changed sites make the result invalid, and so does another day if other sites are retired by
    then. Many sites are measured in a task, one task at a time.

    `second` has the measurements of the same crossings along a second line, `second_error` the reason why they are
    missing although a line is selected.
    """

    changed = pyqtSignal()

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.measured: Measured | None = None
        self.second: SecondLine | None = None
        self.error: YaluError | None = None
        self.second_error: YaluError | None = None
        self.reason = ""
        self._second_layer: QgsVectorLayer | None = None
        self._bridge_second = False
        self._only_selected = self._selecting = self._ready = self._visible = self._stale = False
        self._only: list[str] = []
        self._retired = 0  # number of sites retired on the day of the result
        self._task: Background | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._measure)
        workbench.session.survey_changed.connect(self._survey_changed)
        workbench.session.facts_ready.connect(self.invalidate)
        workbench.session.changed.connect(self._apply_changes)
        workbench.river.changed.connect(self.invalidate)
        workbench.sites.selection_changed.connect(self._selection_changed)
        workbench.imagery.day_changed.connect(self._day_changed)

    def set_only_selected(self, only_selected: bool) -> None:
        """Set whether only the sites selected on the map are measured, and measure again."""
        self._only_selected = only_selected
        self.invalidate()

    def select_sites(self, site_ids: Sequence[str]) -> None:
        """Select some of the measured sites on the map without restricting the measurements to them."""
        self._selecting = True
        self._workbench.sites.select(site_ids)
        self._selecting = False

    def set_second_line(self, layer: QgsVectorLayer | None, bridge: bool) -> None:
        """Set the second line layer, or None. Gaps in it are only bridged with `bridge`."""
        self._second_layer, self._bridge_second = layer, bridge
        if self.measured is not None:
            self._measure()
        else:
            self.invalidate()

    def set_visible(self, visible: bool) -> None:
        """Set whether the panel is visible: only then are sites measured."""
        self._visible = visible
        if visible and self.measured is None:
            self._timer.start()

    def invalidate(self, *_: object) -> None:
        """Drop the result, and measure again once the pending events are processed."""
        self.measured, self._stale = None, True
        if self._visible:
            self._timer.start()

    def _apply_changes(self, delta: Delta) -> None:
        if "sites" in delta.tables:
            self.invalidate()

    def _day_changed(self) -> None:
        """Measure again if other sites are retired on the new day.

        Comparing their numbers is enough: of the sets of retired sites on two days, one contains the other.
        """
        facts = self._workbench.session.facts
        if facts is not None and facts.retired(as_of(self._workbench.imagery.day)) != self._retired:
            self.invalidate()

    def _survey_changed(self) -> None:
        self._only = self._workbench.sites.selected()
        self.invalidate()

    def _selection_changed(self) -> None:
        if not self._selecting:
            self._only = self._workbench.sites.selected()
            if self._only_selected:
                self.invalidate()

    def _measure(self) -> None:
        session = self._workbench.session
        if session.survey is None:
            self._clear(tr("no survey is open"))
        elif session.facts is None:
            self._clear(tr("reading the survey…"))
        elif self._task is not None:
            return  # when it ends, it measures again if its result is stale
        elif not self._ready:
            self._start(tr("Preparing the corridor panel"), tr("preparing…"), need_geopandas, self._prepared)
        else:
            self._measure_now(session.facts)

    def _measure_now(self, facts: Facts) -> None:
        """Measure few sites at once, and many in the background."""
        try:
            work = self._build_work(facts)
            if facts.count("sites") <= MAX_WITHOUT_TASK:
                self._set_result(work())
                return
        except YaluError as error:
            self._failed(error)
            return
        self._stale = False
        self._start(tr("Measuring the corridor"), tr("measuring…"), work, self._measured_in_background)

    def _build_work(self, facts: Facts) -> Callable[[], Result]:
        """Return a function that measures along both lines, in any thread; the first line is not measured twice."""
        from yalu_plugin.layers.corridor.corridor_input import line_or_bundled
        from yalu_plugin.layers.corridor.second_line import on_second_line

        known, layer, second, second_error = self.measured, self._second_layer, None, None
        bench, day = self._workbench, as_of(self._workbench.imagery.day)
        measure, self._retired = (bench.river.measuring(day, self._only if self._only_selected else None),
                                  facts.retired(day))
        if layer is not None:
            try:
                second = line_or_bundled(layer, self._bridge_second), layer.name()
            except YaluError as error:
                second_error = error

        def work() -> Result:
            measured = known or measure()
            return measured, on_second_line(measured, *second) if second else None, second_error

        return work

    def _start(self, title: str, reason: str, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._clear(reason)
        self._task = Background(title, lambda task: in_worker(work))
        self._task.done.connect(done)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._cancelled)
        self._task.start()

    def _prepared(self) -> None:
        self._task, self._ready = None, True
        self._measure()

    def _measured_in_background(self, result: Result) -> None:
        self._task = None
        if not self._stale:
            self._set_result(result)
        elif self._visible:
            self._measure()

    def _set_result(self, result: Result) -> None:
        self.measured, self.second, self.second_error = result
        self.reason, self.error = "", None
        self.changed.emit()

    def _cancelled(self) -> None:
        self._task = None
        self._clear(tr("stopped; close and open this panel to measure"))

    def _failed(self, error: YaluError) -> None:
        self._task = None
        if isinstance(error, MissingPackages):
            self._ready = False
        self._clear(error_text(error), error)

    def _clear(self, reason: str, error: YaluError | None = None) -> None:
        self.measured, self.reason, self.error = None, reason, error
        self.second = self.second_error = None
        self.changed.emit()
