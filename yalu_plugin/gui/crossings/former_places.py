"""A faint line on the map from the selected site to the places that it had before."""

from __future__ import annotations

from qgis.core import QgsTask
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer

from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.gui.place_line import PlaceLine
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.workbench import Workbench

PAUSE_MS = 250  # the record is read once the selection rests: it has no index by site


class FormerPlaces(QObject):
    """Reads the record in the background, only for a site that was edited since it was added."""

    def __init__(self, workbench: Workbench, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._line = workbench, PlaceLine(canvas)
        self._reading: Background | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS, timeout=self._read)
        for changed in (workbench.session.survey_changed, workbench.session.facts_ready,
                        workbench.sites.selection_changed):
            changed.connect(self._restart)
        workbench.session.changed.connect(self._apply)

    def release(self) -> None:
        """Remove the line from the map (on unload)."""
        self._timer.stop()
        self._abandon()

    def _restart(self, *_: object) -> None:
        self._abandon()
        self._timer.start()

    def _apply(self, delta: Delta) -> None:
        if any(entry.row_id in self._workbench.sites.selected() for entry in delta.entries if entry.table == "sites"):
            self._restart()

    def _abandon(self, *_: object) -> None:
        self._line.clear()
        if self._reading is not None:
            self._reading.abandon()
        self._reading = None

    def _read(self) -> None:
        facts, survey = self._workbench.session.facts, self._workbench.session.survey
        selected = self._workbench.sites.selected()
        site = facts.row("sites", selected[0]) if facts is not None and len(selected) == 1 else None
        if survey is None or site is None or not site["modified_at"]:
            return
        site_id = site["id"]
        self._reading = Background(
            tr("Reading the record of a site"), lambda task: survey.places_of_site(site_id, task.progress),
            QgsTask.Flag.Silent | QgsTask.Flag.Hidden | QgsTask.Flag.CanCancel)
        self._reading.done.connect(self._show)
        self._reading.failed.connect(self._abandon)  # the card, which reads the same, shows the reason
        self._reading.start()

    def _show(self, places: list[tuple[float, float]]) -> None:
        self._reading = None
        self._line.show(places)
