"""Actions on the history of sites: retire, bring back, rebuild elsewhere, merge and split."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timezone
from functools import partial

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction, QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.text import translatable
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.amounts import observations_text, sites_text
from yalu_plugin.gui.crossings.move_site_tool import MoveSiteTool
from yalu_plugin.gui.crossings.sites_list import SitesList
from yalu_plugin.gui.map_coordinates import from_lonlat, is_in_view
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.place_line import PlaceLine
from yalu_plugin.gui.site_question import SiteQuestion
from yalu_plugin.gui.write_actions import enable_write_actions
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.workbench import Workbench
from yalu_plugin.workbench.lineage import NothingToSplit, TwoToMerge
from yalu_plugin.workbench.observing import SiteMissing


class PlaceNotKnown(YaluError):
    """A site has no coordinates to start from."""

    template = translatable("Where this site lies is not known.")


class LineageActions(QObject):
    """Act on the selected sites. `selected_observations` returns the observations to split off."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, sites: SitesList,
                 canvas: QgsMapCanvas, window: QWidget) -> None:
        super().__init__(sites)
        self._workbench, self._messages, self._window = workbench, messages, window
        self.selected_observations: Callable[[], list[Row]] = list
        self.tool = MoveSiteTool(canvas, self._clicked, messages)
        self._canvas, self._proposed = canvas, PlaceLine(canvas)
        self._on_click: Callable[[QgsPointXY], str] | None = None
        self._after_click: Callable[[str], object] = str
        self.actions: list[QAction] = [
            actions.add("retire_site", tr("Retire…"), tr("Keep the selected sites, but do not count them after a day"),
                        "retire_site", self._retire, "Alt+Shift+D"),
            actions.add("bring_back_site", tr("Bring back"), tr("Count the selected retired sites again"),
                        "bring_back_site", self._bring_back, "Alt+Shift+B"),
            actions.add("successor_site", tr("Rebuilt elsewhere…"),
                        tr("Click where the selected site was rebuilt: a new site that replaces it"), "successor_site",
                        self._start_successor, "Alt+Shift+S"),
            actions.add("successor_along", tr("Rebuilt along the river…"),
                        tr("Type how far up- or downstream the selected site was rebuilt: a new site that replaces it"),
                        "successor_along", self._type_successor, "Alt+Shift+L"),
            actions.add("merge_sites", tr("Merge…"), tr("Make the selected sites one, with all that was seen of them"),
                        "merge_sites", self._merge, "Alt+Shift+G"),
            actions.add("split_site", tr("Split…"),
                        tr("Click where the other site lies, which gets the observations selected in the card"),
                        "split_site", self._start_splitting, "Alt+Shift+T")]
        self.split = self.actions[-1]
        workbench.session.survey_changed.connect(self._show_survey)
        self._show_survey()

    def _show_survey(self) -> None:
        survey = self._workbench.session.survey
        enable_write_actions(self.actions, survey, survey is not None)

    # actions

    def _retire(self) -> None:
        from yalu_plugin.gui.crossings.retire_dialog import RetireDialog  # lazy, to keep startup fast

        with self._messages.reporting():
            ids, lineage = self._selected(), self._workbench.lineage
            dialog = RetireDialog(self._window, self._names(ids), self._last_day(ids), partial(lineage.retire, ids))
            if dialog.exec() == RetireDialog.DialogCode.Accepted and dialog.changed:
                self._messages.done(self._workbench.history.done[0])
            dialog.deleteLater()

    def _last_day(self, ids: list[str]) -> date:
        """Return the proposed day: the one shown, else the last day one of the sites was present, else today (UTC)."""
        last = self._workbench.lineage.last_sighting_day(ids)
        return self._workbench.imagery.day or last or datetime.now(timezone.utc).date()

    def _bring_back(self) -> None:
        with self._messages.reporting():
            if self._workbench.lineage.bring_back(self._selected()):
                self._messages.done(self._workbench.history.done[0])

    def _merge(self) -> None:
        from yalu_plugin.gui.crossings.merge_dialog import MergeDialog  # lazy, to keep startup fast

        with self._messages.reporting():
            ids = self._workbench.sites.selected()
            if len(ids) < 2:
                raise TwoToMerge(n=len(ids))
            rows, facts = self._rows(ids), self._workbench.session.need_facts()
            dialog = MergeDialog(self._window, rows, {one: facts.observations_of(one) for one in ids})
            if dialog.exec() == MergeDialog.DialogCode.Accepted:
                kept_id = dialog.kept_id()
                self._workbench.lineage.merge(ids, kept_id)
                self._workbench.sites.select([kept_id])
                self._messages.show_message(tr("Merged: {n} sites. Undo brings them back.").format(n=len(ids)))
            dialog.deleteLater()

    def _start_successor(self) -> None:
        with self._messages.reporting():
            site_id = self._workbench.sites.need_one()
            self._wait_for_click(site_id, partial(self._workbench.lineage.add_successor, site_id), tr(
                "Click where {site} was rebuilt. Esc leaves all as it is.").format(site=self._names([site_id])),
                                 partial(self.ask_to_retire, site_id))

    def ask_to_retire(self, old_id: str, new_id: str) -> None:
        """Ask whether to retire the site that was replaced; both count until then."""
        day = self._workbench.lineage.last_day_before(old_id, new_id)
        if day is not None:
            SiteQuestion(
                new_id, self._workbench.session, self._messages,
                tr("{old} was rebuilt as {new}, and both count. Retire {old}, so that {day} is the last day it counts?")
                .format(old=self._names([old_id]), new=self._names([new_id]), day=day),
                {tr("Retire"): partial(self._retire_replaced, old_id, new_id, str(day)),
                 tr("Keep both"): partial(self._keep_both, new_id)})

    def _keep_both(self, new_id: str) -> None:
        with self._messages.reporting():
            self._workbench.lineage.keep_both(new_id)

    def _retire_replaced(self, old_id: str, new_id: str, day: str) -> None:
        with self._messages.reporting():
            self._rows([new_id])  # raises SiteMissing if the new site was undone meanwhile
            if self._workbench.lineage.retire([old_id], day):
                self._messages.done(self._workbench.history.done[0])

    def _type_successor(self) -> None:
        from yalu_plugin.gui.crossings.successor_dialog import SuccessorDialog  # lazy, to keep startup fast

        bench = self._workbench
        with self._messages.reporting():
            site_id = bench.sites.need_one()
            old = bench.sites.place(site_id)
            if old is None:
                raise PlaceNotKnown()
            bench.river.line()  # raises an error at once if there is no line
            dialog = SuccessorDialog(self._window, self._names([site_id]), partial(bench.river.moved, old),
                                     partial(self._show_proposed, old))
            if dialog.exec() == SuccessorDialog.DialogCode.Accepted and dialog.place is not None:
                new_id = bench.lineage.add_successor(site_id, dialog.place, clicked=False)
                bench.sites.select([new_id])
                self._messages.show_message(
                    tr("Added without an observation: where it was rebuilt was typed, not seen."))
                self.ask_to_retire(site_id, new_id)
            dialog.deleteLater()

    def _show_proposed(self, old: QgsPointXY, place: QgsPointXY | None) -> None:
        self._proposed.show([(old.x(), old.y()), (place.x(), place.y())] if place is not None else [])
        if place is not None and not is_in_view(self._canvas, place):
            self._canvas.setCenter(from_lonlat(self._canvas).transform(place))
            self._canvas.refresh()

    def _start_splitting(self) -> None:
        with self._messages.reporting():
            site_id, seen = self._workbench.sites.need_one(), self.selected_observations()
            if not seen:
                raise NothingToSplit()
            self._wait_for_click(site_id, lambda point: self._workbench.lineage.split(site_id, seen, point),
                                 tr("Click where the other site lies, which gets {observations} of {site}. Esc leaves "
                                    "all as it is.").format(observations=observations_text(len(seen)),
                                                            site=self._names([site_id])))

    # clicks on the map

    def _wait_for_click(self, site_id: str, on_click: Callable[[QgsPointXY], str], text: str,
                        after_click: Callable[[str], object] = str) -> None:
        """Wait for a click: `on_click` creates the other site, `after_click` gets its id once the change was shown."""
        self._on_click, self._after_click = on_click, after_click
        self.tool.start_from(self._workbench.sites.place(site_id), text)

    def _clicked(self, point: QgsPointXY) -> None:
        if self._on_click is not None:
            new_id = self._on_click(point)
            self._workbench.sites.select([new_id])
            self._on_click = None
            self._messages.done(self._workbench.history.done[0])
            self._after_click(new_id)

    # selected sites

    def _selected(self) -> list[str]:
        ids = self._workbench.sites.selected()
        return ids or [self._workbench.sites.need_one()]

    def _rows(self, ids: list[str]) -> list[Row]:
        facts = self._workbench.session.need_facts()
        rows = [facts.row("sites", site_id) for site_id in ids]
        if None in rows:
            raise SiteMissing()
        return [row for row in rows if row is not None]

    def _names(self, ids: list[str]) -> str:
        return one_line(site_name(self._rows(ids)[0])) if len(ids) == 1 else sites_text(len(ids))
