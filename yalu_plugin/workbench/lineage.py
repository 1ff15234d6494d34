"""Retiring, succeeding, merging and splitting sites.

Each action is one change of the survey, written at once, that can be undone. It is refused where another user has
changed the rows in the meantime.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone

from qgis.core import QgsPointXY

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row, Rows
from yalu_plugin.core.states import SIGHTINGS
from yalu_plugin.core.survey.merged_sites import merged_rows
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.survey_sites import new_site
from yalu_plugin.layers.survey.write import utc_now
from yalu_plugin.workbench.annotation import Annotation
from yalu_plugin.workbench.editing import SiteEditing
from yalu_plugin.workbench.history import History
from yalu_plugin.workbench.observing import DayNotYet
from yalu_plugin.workbench.session import SurveySession

SITE_TABLES = ("observations", "marks", "areas")  # tables whose rows belong to a site


class SeenLater(YaluError):
    """A site that was seen after the given day is not retired."""

    template = translatable("Nothing was changed: {name} was seen ({day}) after that day. Retire it on a later day, or "
                            "correct what was seen.")


class TwoToMerge(YaluError):
    """Fewer than two sites are selected for merging."""

    template = translatable("{n} sites are selected. Select two or more that are one site, in the list or on the map.")
    singular_template = translatable("1 site is selected. Select two or more that are one site, in the list or on the "
                                     "map.")


class NothingToSplit(YaluError):
    """No observations were selected for the new site."""

    template = translatable("Choose, in the card of the site, the observations that are of another one. Then split it.")


class Lineage:
    """Retires sites, adds successors, merges and splits sites."""

    def __init__(self, session: SurveySession, history: History, editing: SiteEditing, annotation: Annotation) -> None:
        self._session, self._history, self._editing, self._annotation = session, history, editing, annotation

    def retire(self, site_ids: Sequence[str], day: str) -> bool:
        """Retire these sites on a UTC day (ISO 8601): they are kept, but not counted after it.

        Returns whether any site was changed. Raises DayNotYet, SeenLater and StillReading.
        """
        self._session.need_survey()
        if day > datetime.now(timezone.utc).date().isoformat():
            raise DayNotYet(day=day)
        facts = self._session.need_facts()
        for site in filter(None, (facts.row("sites", site_id) for site_id in site_ids)):
            seen = [row["seen_from"] for row in facts.observations_of(site["id"])
                    if row["state"] in SIGHTINGS and (row["seen_from"] or "") > day]
            if seen:
                raise SeenLater(name=one_line(site_name(site)), day=max(seen))
        return self._editing.edit(tr("Retire on {day}").format(day=day), site_ids, retired_on=day)

    def bring_back(self, site_ids: Sequence[str]) -> bool:
        """Undo the retirement of these sites. Returns whether any site was changed."""
        return self._editing.edit(tr("Bring back"), site_ids, retired_on=None)

    def add_successor(self, site_id: str, point: QgsPointXY, clicked: bool = True) -> str:
        """Write the successor of a site at `point` (EPSG:4326); returns its id. `clicked` as in Annotation.add_site."""
        (old,) = self._editing.rows([site_id])
        return self._annotation.add_site(point, old["kind"], replaces=old, clicked=clicked)

    def keep_both(self, new_id: str) -> None:
        """Record the decision that this site and its predecessor both count."""
        (new,) = self._editing.rows([new_id])
        decided = {**new, "modified_by": analyst(), "modified_at": utc_now()}
        delta = self._session.change("keep both", replaced={"sites": [decided]}, unchanged={"sites": [new]})
        self._history.push(tr("Keep both"), delta)

    def last_sighting_day(self, site_ids: Sequence[str]) -> date | None:
        """Return the last day (UTC) on which one of these sites was sighted, None if none was."""
        facts = self._session.need_facts()
        return max(_days([row["seen_to"] for site_id in site_ids for row in facts.observations_of(site_id)
                          if row["state"] in SIGHTINGS]), default=None)

    def last_day_before(self, old_id: str, new_id: str) -> date | None:
        """Return the last day (UTC) on which a site may count that has a successor; None if it is retired already.

        This is the day before the successor was first seen, but not before the last sighting of the old site.
        """
        (old, _new) = self._editing.rows([old_id, new_id])
        if old.get("retired_on"):
            return None
        facts, last_sighting = self._session.need_facts(), self.last_sighting_day([old_id])
        seen = _days([row["seen_from"] or row["seen_to"] for row in facts.observations_of(new_id)])
        before = min(seen, default=datetime.now(timezone.utc).date())
        before = max(before, date.min + timedelta(days=1)) - timedelta(days=1)
        return max(before, last_sighting) if last_sighting else before

    def merge(self, site_ids: Sequence[str], kept_id: str) -> None:
        """Merge these sites into the one with `kept_id`.

        It gets the observations, marks and areas of the others, which are removed; its note keeps their names and the
        names in their sources. Raises TwoToMerge and StillReading.
        """
        if len(set(site_ids)) < 2:
            raise TwoToMerge(n=len(set(site_ids)))
        survey, facts = self._session.need_survey(), self._session.need_facts()
        sites = self._editing.rows(site_ids)
        (target,) = (site for site in sites if site["id"] == kept_id)
        others = [site for site in sites if site["id"] != kept_id]
        removed_ids = {site["id"] for site in others}
        related: Rows = {table: survey.rows(table, site_id=removed_ids) for table in SITE_TABLES}
        followers = self._editing.rows([row["id"] for site in others
                                        for row in facts.rows_with("sites", "replaces_site_id", site["id"])
                                        if row["id"] not in {*removed_ids, kept_id}])
        target = {**target, "modified_by": analyst(), "modified_at": utc_now()}
        replaced = merged_rows(target, others, related, followers)
        delta = self._session.change("merge", removed={"sites": others}, replaced=replaced,
                                     unchanged={**related, "sites": [*sites, *followers]})
        self._history.push(tr("Merge {n} sites").format(n=len(sites)), delta)

    def split(self, site_id: str, seen: Sequence[Row], point: QgsPointXY) -> str:
        """Create a site of the same kind at `point` (EPSG:4326) and move these observations, as shown, to it.

        Returns its id. Raises NothingToSplit.
        """
        (old,) = self._editing.rows([site_id])
        if not seen:
            raise NothingToSplit()
        (site,) = new_site(point, old["kind"], None)["sites"]
        site.update(bank=old["bank"], confidence=old["confidence"],
                    location_accuracy_m=self._annotation.accuracy_at(point))
        delta = self._session.change(
            "split", {"sites": [site]}, replaced={"observations": [{**row, "site_id": site["id"]} for row in seen]},
            unchanged={"sites": [old], "observations": seen})
        self._history.push(tr("Split site"), delta)
        return str(site["id"])


def _days(texts: Sequence[str | None]) -> list[date]:
    """The texts that are ISO 8601 days: another program may have written anything else."""
    found = []
    for text in texts:
        try:
            found.append(date.fromisoformat(text or ""))
        except (ValueError, TypeError):
            continue
    return found
