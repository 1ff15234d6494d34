"""The measured corridor as the panel has it: measured when somebody looks, and again when something changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from yalu_plugin.core.errors import MissingPackages, YaluError
from yalu_plugin.core.requirements import need_geopandas
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.worker import in_worker
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.measure import Measured
    from yalu_plugin.layers.corridor.second_line import SecondLine


class Figures(QObject):
    """`measured` is what holds now, None where there is nothing; `changed` follows each time it was worked out.

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
        self._only_selected = self._picking = self._ready = self._looked_at = False
        self._only: list[str] = []
        self._preparing: Background | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._measure)
        workbench.session.survey_changed.connect(self._survey_changed)
        workbench.session.changed.connect(self._take)
        workbench.river.changed.connect(self.again)
        workbench.sites.selection_changed.connect(self._selection_changed)

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
            self._measure_second()
            self.changed.emit()

    def look(self, looking: bool) -> None:
        """Somebody looks, or nobody does: nothing is measured for nobody."""
        self._looked_at = looking
        if looking and self.measured is None:
            self._soon.start()

    def again(self, *_: object) -> None:
        """What was measured holds no more: measure again, once events have settled."""
        self.measured = None
        if self._looked_at:
            self._soon.start()

    def _take(self, delta: Delta) -> None:
        if "sites" in delta.tables:
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
        if self._workbench.session.survey is None:
            self._nothing(tr("no survey is open"))
        elif not self._ready:
            self._prepare()
        else:
            try:
                self.measured = self._workbench.river.measure(self._only if self._only_selected else None)
            except YaluError as error:
                self._failed(error)
                return
            self.why, self.error = "", None
            self._measure_second()
            self.changed.emit()

    def _measure_second(self) -> None:
        from yalu_plugin.layers.corridor.second_line import on_second_line

        self.second = self.second_error = None
        if self._second_layer is None or self.measured is None:
            return
        try:
            self.second = on_second_line(self.measured, self._second_layer, self._bridge_second)
        except YaluError as error:
            self.second_error = error

    def _prepare(self) -> None:
        """Import what measuring needs aside: it takes seconds the first time."""
        if self._preparing is None:
            self._nothing(tr("preparing…"))
            self._preparing = Background(tr("Preparing the corridor panel"), lambda task: in_worker(need_geopandas))
            self._preparing.done.connect(self._prepared)
            self._preparing.failed.connect(self._failed)
            self._preparing.cancelled.connect(self._preparation_stopped)
            self._preparing.start()

    def _prepared(self) -> None:
        self._preparing, self._ready = None, True
        self._measure()

    def _preparation_stopped(self) -> None:
        self._preparing = None
        self._nothing(tr("stopped; close and open this panel to measure"))

    def _failed(self, error: YaluError) -> None:
        self._preparing = None
        if isinstance(error, MissingPackages):
            self._ready = False
        self._nothing(error_text(error), error)

    def _nothing(self, why: str, error: YaluError | None = None) -> None:
        self.measured, self.why, self.error = None, why, error
        self.second = self.second_error = None
        self.changed.emit()
