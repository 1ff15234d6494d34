"""What a KML of sites says, in the user's language: its folders, and how each state is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from yalu_plugin.core.exporting.export_files import FOLDERS_BY
from yalu_plugin.core.exporting.kml_texts import Balloon, Folder, KmlTexts
from yalu_plugin.core.exporting.site_export import SiteExport, SurveyExport
from yalu_plugin.core.first_seen import quarters
from yalu_plugin.core.kinds import SITE_KINDS
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.survey.state_spans import Span
from yalu_plugin.i18n import tr
from yalu_plugin.layers.exporting.kml_balloon_texts import BalloonTexts, heading

_LAST = "~"  # after every quarter and kind
_LONGEST = 200  # characters of the name of a folder


class SurveyKmlTexts(KmlTexts):
    """The texts of one export.

    `folders_by` is one of FOLDERS_BY; `credits` are lines for the whole document; `pictures` has the names in the KMZ
    of the pictures of sites, by site id.
    """

    def __init__(self, export: SurveyExport, folders_by: str, credits: Sequence[str], pictures: Mapping[str, str]
                 ) -> None:
        self._pictures, self._balloons = pictures, BalloonTexts(export)
        self._unobserved = tr("Not known: no dated observation.")
        self._before = tr("Not known before {day}, the first observation. Not known is not absent.")
        self._until, self._last = tr("Until {day}"), tr("No later observation.")
        self._folder = _FOLDERS[folders_by]
        self.title = one_line(export.title) or tr("Sites")
        self.sites, self.states, self.river = tr("Sites"), tr("States over time"), tr("River")
        self.about = [*_about(export), *credits]
        self.about_states = [
            tr("For the time slider: select this folder and clear “Sites”. A state lasts from the day on which it was "
               "seen until the next observation. Before the first one it is not known, which is not absent."),
            tr("Nothing in this folder is read back on import.")]

    def folder(self, site: SiteExport) -> Folder:
        """Return the folder that a site is in."""
        return _in_one_line(self._folder(site, self._balloons))

    def balloon(self, site: SiteExport) -> Balloon:
        """Return the texts of a site's balloon."""
        return self._balloons.balloon(site, self._pictures.get(site.site_id, ""))

    def span(self, site: SiteExport, span: Span) -> Sequence[str]:
        """Return lines on a state between two days: how it is known."""
        if span.observation_id is None:
            return [self._unobserved if span.valid_to is None else self._before.format(day=span.valid_to)]
        kind = next((one.date_kind for one in site.observations if one.observation_id == span.observation_id), "")
        return [*self._balloons.seen(span.state, span.seen_from, span.seen_to, kind),
                self._until.format(day=span.valid_to) if span.valid_to else self._last]


@lru_cache(maxsize=1 << 10)
def _in_one_line(folder: Folder) -> Folder:
    return folder._replace(name=one_line(folder.name, _LONGEST))


def _about(export: SurveyExport) -> list[str]:
    day = export.day
    return [
        tr("States as of {day} (UTC): by the last dated observation up to that day.").format(day=day) if day else
        tr("States by the latest dated observation of each site."),
        tr("“Not known” means that no dated observation shows the site. “Absent” means that somebody looked and it was "
           "not there."),
        tr("To change sites: rename, move, delete or add placemarks in the folder “Sites”, write notes above the line "
           "“{heading}” of a balloon, save as KMZ, and import that file into the survey.").format(heading=heading()),
        tr("Survey “{title}”, {record}, exported {at}.").format(
            title=one_line(export.title), record=export.record, at=export.exported_at)]


def _kind_folder(site: SiteExport, _texts: BalloonTexts) -> Folder:
    order = f"{SITE_KINDS.index(site.kind)}" if site.kind in SITE_KINDS else _LAST
    return Folder(order, site.kind_label)


def _county_folder(site: SiteExport, texts: BalloonTexts) -> Folder:
    name = texts.county(site)
    return Folder("", name) if name else Folder(_LAST, tr("County not known"))


def _quarter_folder(site: SiteExport, _texts: BalloonTexts) -> Folder:
    if site.first_seen_to is None:
        return Folder(_LAST, tr("Not seen on a dated image or report"))
    last = date.fromisoformat(site.first_seen_to)
    first = date.fromisoformat(site.first_seen_from) if site.first_seen_from else last
    name = quarters(first, last)
    return Folder(name, name)


_FOLDERS = dict(zip(FOLDERS_BY, (_kind_folder, _county_folder, _quarter_folder)))
