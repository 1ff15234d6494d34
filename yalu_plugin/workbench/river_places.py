"""Places along the river line of the open survey: of the cursor, and of a kilometre."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.workbench.river import River
from yalu_plugin.workbench.session import SurveySession

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.measured_line import MeasuredLine


class RiverPlaces(QObject):
    """`line` is the river line with datum and counties, None without a survey or while it cannot be measured along."""

    changed = pyqtSignal()

    def __init__(self, session: SurveySession, river: River, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._river = session, river
        self.line: MeasuredLine | None = None
        for signal in (river.chainages_changed, river.changed, session.survey_changed):
            signal.connect(self._renew)

    def _renew(self) -> None:
        """Read line and datum again; the river itself reports why it cannot be measured along."""
        try:
            self.line = self._measured() if self._session.facts is not None else None
        except YaluError:
            self.line = None
        self.changed.emit()

    def _measured(self) -> MeasuredLine:
        line, datum_m = self._river.line(), self._river.datum_m()  # raise before what needs packages is imported
        from yalu_plugin.core.corridor.measured_line import MeasuredLine
        from yalu_plugin.layers.corridor.county_breaks import reaches_from

        return MeasuredLine(line, datum_m, reaches_from(line, self._river.datum()))
