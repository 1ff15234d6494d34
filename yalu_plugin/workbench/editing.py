"""Editing the name, kind and place of sites, and deleting sites that were clicked by mistake.

Each action is one change of the survey, written at once, that can be undone. The record keeps the values before.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from qgis.core import QgsPointXY

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import one_line, typed_line
from yalu_plugin.core.published import Row, Rows
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.write import utc_now
from yalu_plugin.workbench.annotation import Annotation
from yalu_plugin.workbench.history import History
from yalu_plugin.workbench.session import SurveySession

LONGEST_NAME = 300  # characters
CLICK_TOLERANCE = timedelta(seconds=2)  # at most between the times of a site and of the sighting that its click created


class SitesMissing(YaluError):
    """Some of the given sites are not in the survey any more."""

    template = translatable("{n} of these sites are not in the survey any more. Select them again.")
    singular_template = translatable("1 of these sites is not in the survey any more. Select them again.")


class SiteHasSource(YaluError):
    """A site with a source is evidence published by others, so it is not deleted."""

    template = translatable("{name} came with a source, so it is not deleted. Record what you see of it: absent, for "
                            "one that is not there.")


class SitesHaveSource(YaluError):
    """As SiteHasSource, for several sites."""

    template = translatable("None is deleted: {n} of these {of} sites came with a source, the first is {name}, and "
                            "{seen} of them have observations. Record what you see: absent, or retire them.")


class Deletion(NamedTuple):
    """Sites to delete, with their observations.

    `substantial` counts the observations that are more than the sighting that the click of a site created.
    """

    sites: list[Row]
    observations: list[Row]
    substantial: int


class SiteEditing:
    """Edits and deletes sites."""

    def __init__(self, session: SurveySession, history: History, annotation: Annotation) -> None:
        self._session, self._history, self._annotation = session, history, annotation

    def rename(self, site_id: str, name: str) -> bool:
        """Rename a site, in one line; an empty name removes the name. Otherwise as `edit`."""
        return self.edit(tr("Rename"), [site_id], name=typed_line(name, LONGEST_NAME) or None)

    def set_kind(self, site_ids: Sequence[str], kind: str) -> bool:
        """Change the kind of these sites. Otherwise as `edit`."""
        return self.edit(tr("Change kind"), site_ids, kind=kind)

    def move(self, site_id: str, point: QgsPointXY) -> None:
        """Move a site to another place (EPSG:4326).

        Its accuracy becomes the one of the scene that shows the new place; without such a scene it is unknown.
        """
        self.edit(tr("Move"), [site_id], geom=f"POINT ({point.x()!r} {point.y()!r})",
                  location_accuracy_m=self._annotation.accuracy_at(point))

    def deletion(self, site_ids: Sequence[str]) -> Deletion:
        """Return what would be deleted with these sites.

        Raises SiteHasSource, SitesHaveSource, SitesMissing and StillReading.
        """
        facts = self._session.need_facts()
        found = [facts.row("sites", site_id) for site_id in dict.fromkeys(site_ids)]
        sites = [site for site in found if site is not None]
        if len(sites) != len(found):
            raise SitesMissing(n=len(found) - len(sites))
        seen = [row for site in sites for row in facts.observations_of(site["id"])]
        sourced = [site for site in sites if site["source_id"]]
        if sourced and len(sites) > 1:
            raise SitesHaveSource(n=len(sourced), of=len(sites), name=one_line(site_name(sourced[0])),
                                  seen=len({row["site_id"] for row in seen}))
        if sourced:
            raise SiteHasSource(name=one_line(site_name(sourced[0])))
        by_id = {site["id"]: site for site in sites}
        return Deletion(sites, seen, sum(not _is_click_sighting(row, by_id[row["site_id"]]) for row in seen))

    def delete(self, site_ids: Sequence[str]) -> None:
        """Remove sites that were clicked from the survey, with their observations.

        Marks of counts belong to areas and stay. Raises what `deletion` raises.
        """
        self.deletion(site_ids)
        sites = self.rows(site_ids)
        survey = self._session.need_survey()
        ids = [site["id"] for site in sites]
        removed: Rows = {table: [row for row in survey.rows(table, site_id=ids) if not row.get("count_id")]
                         for table in ("observations", "marks")}
        text = tr("Delete") if len(sites) == 1 else tr("Delete {n} sites").format(n=len(sites))
        self._history.push(text, self._session.change("delete", removed={**removed, "sites": sites},
                                                       unchanged={"sites": sites}))

    def edit(self, text: str, site_ids: Sequence[str], **values: Any) -> bool:
        """Set columns of all these sites in one change, which is called `text` in the undo list.

        Sites that have the values already are skipped. Returns whether any site was changed.
        """
        sites = [row for row in self.rows(site_ids) if any(row.get(name) != value for name, value in values.items())]
        if not sites:
            return False
        changed_values = {**values, "modified_by": analyst(), "modified_at": utc_now()}
        delta = self._session.change("edit", replaced={"sites": [{**row, **changed_values} for row in sites]},
                                     unchanged={"sites": sites})
        self._history.push(text if len(sites) == 1 else tr("{what}, {n} sites").format(what=text, n=len(sites)), delta)
        return True

    def rows(self, site_ids: Sequence[str]) -> list[Row]:
        """Return the current rows of these sites, each once, in the order given. Raises SitesMissing."""
        wanted, survey = list(dict.fromkeys(site_ids)), self._session.need_survey()
        if self._session.refresh():
            facts = self._session.need_facts()
            present = [facts.row("sites", site_id) for site_id in wanted]
        else:
            present = [*survey.rows("sites", id=wanted)]
        found = {row["id"]: row for row in present if row}
        if len(found) != len(wanted):
            raise SitesMissing(n=len(wanted) - len(found))
        return [found[site_id] for site_id in wanted]


def _is_click_sighting(seen: Row, site: Row) -> bool:
    """Whether this is the sighting that the click of its site created, with nothing added since."""
    if seen["created_by"] != site["created_by"] or any(seen.get(name) for name in (
            "note", "reason", "confidence", "likelihood", "source_id")):
        return False
    times = [seen["created_at"], site["created_at"]]
    try:
        first, last = (datetime.fromisoformat(str(time).replace("Z", "+00:00")) for time in times)
    except ValueError:
        return False  # another program wrote it
    return (first.tzinfo is None) == (last.tzinfo is None) and abs(first - last) <= CLICK_TOLERANCE
