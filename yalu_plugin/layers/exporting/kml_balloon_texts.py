"""The texts of the balloons of sites, in the user's language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from qgis.core import QgsPointXY

from yalu_plugin.core.exporting.kml_texts import Balloon
from yalu_plugin.core.exporting.site_export import ObservationExport, SiteExport, SurveyExport
from yalu_plugin.core.value_labels import (
    COLUMN_LABELS,
    CONFIDENCE_LABELS,
    REASON_LABELS,
    SIDE_LABELS,
    unknown_state_reason,
)
from yalu_plugin.i18n import phrase_text, tr
from yalu_plugin.layers.bundled import bundled_text, marked_county
from yalu_plugin.layers.layouts.sheet_texts import days, position
from yalu_plugin.layers.layouts.statements import citation

MOST_OBSERVATIONS = 40  # in a balloon, the latest
_LABELS = {"confidence": CONFIDENCE_LABELS, "reason": REASON_LABELS, "side": SIDE_LABELS,
           "date_kind": COLUMN_LABELS["date_kind"]}


def heading() -> str:
    """Return the line of a balloon above everything that is not read back."""
    return tr("Data of the survey (changes below are not read back)")


class BalloonTexts:
    """The texts of the balloons of an export. What many balloons have in common is translated once."""

    def __init__(self, export: SurveyExport) -> None:
        self._export = export
        self._facts = (
            tr("Name"), tr("Kind"), tr("State on {day}").format(day=export.day) if export.day else tr("Latest state"),
            tr("First seen"), tr("Retired"), tr("Place"), tr("Along the river"), tr("County"), tr("Id"))
        self._headings = [tr("Days (UTC)"), tr("State"), tr("Image or source"), tr("Note")]
        self._seen = tr("{state}: seen {days} (UTC)")
        self._chainage = tr("Chainage km {km:.2f} (downstream of {datum})")
        self._offset = tr("{metres:.0f} m from the river line, {side} looking downstream")
        self._heading, self._below, self._not_stated, self._synthetic, self._no_source = (
            heading(), tr("below resolution"), tr("not stated"), tr("SYNTHETIC"),
            tr("No source: added by the survey's own analysts."))
        self._label, self._marked_county, self._source = cache(_label), cache(marked_county), cache(self._citation)
        self._days = lru_cache(maxsize=1 << 14)(_days)

    def balloon(self, site: SiteExport, picture: str) -> Balloon:
        """Return the texts of a site's balloon; `picture` is the name of its picture in the KMZ, or empty."""
        values = (
            site.label, _joined(site.kind_label, self._label("confidence", site.confidence)), self._state(site),
            self._days(site.first_seen_from, site.first_seen_to) if site.first_seen_to else "",
            tr("Not counted after {day}").format(day=site.retired_on) if site.retired_on else "",
            _place(site), self._along_river(site), self.county(site), site.site_id)
        return Balloon(site.note or "", self._heading, list(zip(self._facts, values)), self._observations(site),
                       list(self._credits(site)), picture)

    def county(self, site: SiteExport) -> str:
        """Return the county, with a question mark near a border between two; empty where it is not known."""
        return self._marked_county(site.county or site.county_along, bool(site.county) or site.county_certain)

    def seen(self, state: str, first: str | None, last: str | None, date_kind: str) -> list[str]:
        """Return lines on a state, its days and the kind of its date."""
        text = self._seen.format(state=self._export.labels.state(state), days=self._days(first, last))
        return list(filter(None, (text, self._label("date_kind", date_kind))))

    def _state(self, site: SiteExport) -> str:
        if site.state_to is None:
            return phrase_text(unknown_state_reason([one._asdict() for one in site.observations], self._export.day))
        lines = self.seen(site.state, site.state_from, site.state_to, site.state_date_kind)
        if site.state_since != site.state_to:
            lines.append(tr("Since {day}").format(day=site.state_since))
        if site.rival_states:
            lines.append(tr("Or: {states}; seen on days that overlap, so which came last is not known.").format(
                states=", ".join(map(self._export.labels.state, site.rival_states))))
        return "\n".join(lines)

    def _along_river(self, site: SiteExport) -> str:
        if site.chainage_km is None or site.offset_m is None:
            return ""
        return "\n".join((self._chainage.format(km=site.chainage_km, datum=self._export.datum),
                          self._offset.format(metres=site.offset_m, side=self._label("side", site.side))))

    def _observations(self, site: SiteExport) -> list[list[str]]:
        shown = site.observations[-MOST_OBSERVATIONS:]
        earlier = len(site.observations) - len(shown)
        more = [[tr("and {n} earlier").format(n=earlier), "", "", ""]] if earlier else []
        return [self._headings, *map(self._observation, reversed(shown)), *more] if shown else []

    def _observation(self, one: ObservationExport) -> list[str]:
        reason = self._label("reason", one.reason)
        state = self._export.labels.state(one.state) + (f" ({reason})" if reason else "")
        day = (self._days(one.seen_from, one.seen_to), self._label("date_kind", one.date_kind))
        return ["\n".join(filter(None, day)), _joined(state, self._below if one.below_resolution else ""),
                _joined(one.evidence or self._not_stated, self._synthetic if one.synthetic else ""),
                bundled_text(one.note)]

    def _credits(self, site: SiteExport) -> Iterator[str]:
        """Yield the sources of a site and of its observations, and the credits of the images, each once."""
        shown = site.observations[-MOST_OBSERVATIONS:]
        cited = [self._source(name) for name in dict.fromkeys([site.source_id, *(one.source_id for one in shown)])
                 if name and name in self._export.sources]
        yield from cited or [self._no_source]
        images = (self._export.images.get(name) for name in dict.fromkeys(one.image_id or "" for one in shown))
        for credit in dict.fromkeys(_joined(image["attribution"], image["licence"]) for image in images if image):
            yield tr("Imagery: {credit}").format(credit=credit or tr("attribution not stated in its file"))

    def _citation(self, source_id: str) -> str:
        return tr("Source: {source}").format(source=citation(self._export.sources[source_id]))


def _days(first: str | None, last: str | None) -> str:
    return days({"seen_from": first, "seen_to": last})


def _joined(*parts: str | None) -> str:
    return ", ".join(filter(None, parts))


def _label(column: str, value: str | None) -> str:
    labels = _LABELS[column]
    return tr(labels[value]) if value in labels else ""


def _place(site: SiteExport) -> str:
    if site.longitude is None or site.latitude is None:
        return tr("Not known")
    return position({"location_accuracy_m": site.location_accuracy_m}, QgsPointXY(site.longitude, site.latitude))
