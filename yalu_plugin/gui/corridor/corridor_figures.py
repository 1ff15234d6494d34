"""The measured corridor as the panel has it: measured when somebody looks, and again when something changes."""

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
from yalu_plugin.workbench.river import AT_ONCE

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.measure import Measured
    from yalu_plugin.layers.corridor.second_line import SecondLine

    Result = tuple[Measured, Optional[SecondLine], Optional[YaluError]]  # along the first line, along the second


class Figures(QObject):
    """`measured` is what holds now, None where there is nothing; `changed` follows each time it was worked out.

    They are those that count on the day on screen. A change of the sites makes it hold no more, and another day by
    which other ones are retired. Many sites are measured in a task, one at a time.

    Where there is nothing to show, `why` says so in one line, and `error` is the YaluError behind it, if any.
    `second` is what a second line makes of the same crossings, `second_error` why there is none though one is chosen.
    """

    changed = pyqtSignal()

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.measured: Measured | None = None
        self.second: SecondLine | None = None
        self.error: YaluError | None = None
        self.second_error: YaluError | None = None
        self.why = ""
        self._second_layer: QgsVectorLayer | None = None
        self._bridge_second = False
        self._only_selected = self._picking = self._ready = self._looked_at = self._stale = False
        self._only: list[str] = []
        self._retired = 0  # sites, on the day of which was measured
        self._task: Background | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._measure)
        workbench.session.survey_changed.connect(self._survey_changed)
        workbench.session.facts_ready.connect(self.again)
        workbench.session.changed.connect(self._take)
        workbench.river.changed.connect(self.again)
        workbench.sites.selection_changed.connect(self._selection_changed)
        workbench.imagery.day_changed.connect(self._day_changed)

    def take_selected(self, only_selected: bool) -> None:
        """Measure only the sites selected on the map, or all."""
        self._only_selected = only_selected
        self.again()

    def pick(self, site_ids: Sequence[str]) -> None:
        """Select some of the measured sites on the map: the others stay measured."""
        self._picking = True
        self._workbench.sites.select(site_ids)
        self._picking = False

    def beside(self, layer: QgsVectorLayer | None, bridge: bool) -> None:
        """Measure along this line layer as well, or along none; over gaps in it only with `bridge`."""
        self._second_layer, self._bridge_second = layer, bridge
        if self.measured is not None:
            self._measure()
        else:
            self.again()

    def look(self, looking: bool) -> None:
        """Somebody looks, or nobody does: nothing is measured for nobody."""
        self._looked_at = looking
        if looking and self.measured is None:
            self._soon.start()

    def again(self, *_: object) -> None:
        """What was measured holds no more: measure again, once events have settled."""
        self.measured, self._stale = None, True
        if self._looked_at:
            self._soon.start()

    def _take(self, delta: Delta) -> None:
        if "sites" in delta.tables:
            self.again()

    def _day_changed(self) -> None:
        """The day matters where other sites are retired by it: of two sets of such, one holds the other."""
        facts = self._workbench.session.facts
        if facts is not None and facts.retired(as_of(self._workbench.imagery.day)) != self._retired:
            self.again()

    def _survey_changed(self) -> None:
        self._only = self._workbench.sites.selected()
        self.again()

    def _selection_changed(self) -> None:
        if not self._picking:
            self._only = self._workbench.sites.selected()
            if self._only_selected:
                self.again()

    def _measure(self) -> None:
        session = self._workbench.session
        if session.survey is None:
            self._nothing(tr("no survey is open"))
        elif session.facts is None:
            self._nothing(tr("reading the survey…"))
        elif self._task is not None:
            return  # what ends now measures again, where it holds no more
        elif not self._ready:
            self._start(tr("Preparing the corridor panel"), tr("preparing…"), need_geopandas, self._prepared)
        else:
            self._measure_now(session.facts.count("sites") <= AT_ONCE)

    def _measure_now(self, at_once: bool) -> None:
        """Measure what there is now: few sites at once, many aside."""
        try:
            work = self._work()
            if at_once:
                self._have(work())
                return
        except YaluError as error:
            self._failed(error)
            return
        self._stale = False
        self._start(tr("Measuring the corridor"), tr("measuring…"), work, self._measured_aside)

    def _work(self) -> Callable[[], Result]:
        """What measures along both lines, in any thread; what is measured already along the first stays."""
        from yalu_plugin.layers.corridor.line import line_or_bundled
        from yalu_plugin.layers.corridor.second_line import on_second_line

        known, layer, second, second_error = self.measured, self._second_layer, None, None
        bench, day = self._workbench, as_of(self._workbench.imagery.day)
        measure, self._retired = (bench.river.measuring(day, self._only if self._only_selected else None),
                                  bench.session.facts.retired(day))
        if layer is not None:
            try:
                second = line_or_bundled(layer, self._bridge_second), layer.name()
            except YaluError as error:
                second_error = error

        def work() -> Result:
            measured = known or measure()
            return measured, on_second_line(measured, *second) if second else None, second_error

        return work

    def _start(self, title: str, why: str, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._nothing(why)
        self._task = Background(title, lambda task: in_worker(work))
        self._task.done.connect(done)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._stopped)
        self._task.start()

    def _prepared(self) -> None:
        self._task, self._ready = None, True
        self._measure()

    def _measured_aside(self, result: Result) -> None:
        self._task = None
        if not self._stale:
            self._have(result)
        elif self._looked_at:
            self._measure()

    def _have(self, result: Result) -> None:
        self.measured, self.second, self.second_error = result
        self.why, self.error = "", None
        self.changed.emit()

    def _stopped(self) -> None:
        self._task = None
        self._nothing(tr("stopped; close and open this panel to measure"))

    def _failed(self, error: YaluError) -> None:
        self._task = None
        if isinstance(error, MissingPackages):
            self._ready = False
        self._nothing(error_text(error), error)

    def _nothing(self, why: str, error: YaluError | None = None) -> None:
        self.measured, self.why, self.error = None, why, error
        self.second = self.second_error = None
        self.changed.emit()
