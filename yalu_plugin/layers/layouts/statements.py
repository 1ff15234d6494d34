"""The statements that a map makes about itself: its dates, counts, sources, licences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timezone

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsFeatureRequest,
    QgsFeedback,
    QgsVectorLayer,
)

from yalu_plugin.core.cartography.page_texts import NO_TEXTS, PageTexts
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.kinds import BARGE, CROSSING_KINDS, VEHICLE
from yalu_plugin.core.plain_text import in_sentence, one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.value_labels import DATE_KIND_LABELS
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.imagery.date_doubts import date_doubts
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.river_credits import river_credits
from yalu_plugin.layers.survey.heads import head_text
from yalu_plugin.layers.survey.open import plain_value
from yalu_plugin.layers.survey.survey import Survey

FEW, NAME = 3, 40  # sites outside a map that are named, and characters of each name
SURELY_NAMED = 12  # sites with certain space for all of their names on a page
NAMED_MOST = 2_000  # sites on an overview with names: QGIS compares each with all others
_AT_ONCE = 1_000  # ids in one request


@dataclass(frozen=True)
class Shown:
    """What a map shows: rows of the sites, and of their states on the day (by site id), and the scene, if any."""

    day: date
    day_reason: str  # "chosen" by the user, the "latest" dated observation's, or "today" where none is dated
    sites: list[Row]
    states: dict[str, Row]
    scene: Scene | None
    crs: QgsCoordinateReferenceSystem
    boxed: int  # barges in the box, which the inset enlarges; 0: there is no such box
    outside: list[Row] = field(default_factory=list)  # crossings that are not on the map
    numbered: bool = False  # whether the map has numbers in place of the sites' names
    retired: Sequence[Row] = ()  # sites that were retired before the day, which the map does not show

    @property
    def kinds(self) -> Counter[str]:
        """How many sites of each kind there are."""
        return Counter(site["kind"] for site in self.sites)


def day_shown(survey: Survey, day: date | None) -> tuple[date, str]:
    """Return the UTC day of a page, and why: "chosen", the "latest" dated observation, or "today" if none is dated.

    Safe in any thread.
    """
    if day is not None:
        return day, "chosen"
    days = survey.days()
    return (days[1], "latest") if days is not None else (datetime.now(timezone.utc).date(), "today")


def title(texts: PageTexts = NO_TEXTS) -> str:
    """Return the map's title: the user's own, or one with the river's names."""
    return texts.title or tr("Irregular crossings of the Yalu (Amnok) 압록강 鸭绿江")


def dates(survey: Survey, shown: Shown) -> str:
    """Return the day of the map and why it is that day, the number of crossings, the dates of data and imagery."""
    lines = ((as_of(shown), _counts(shown)), (image_below(shown), survey_line(survey), names_or_numbers(shown)),
             (left_outside(shown),))
    return "\n".join(filter(None, ("  ·  ".join(filter(None, parts)) for parts in lines)))


def left_outside(shown: Shown) -> str:
    """Return which crossings of the survey are outside the map, the first few by name; empty if none is."""
    if not shown.outside:
        return ""
    if len(shown.outside) == 1:
        return tr("1 crossing lies outside this map: {names}").format(names=first_names(shown.outside))
    return tr("{n} crossings lie outside this map: {names}").format(
        n=len(shown.outside), names=first_names(shown.outside))


def first_names(sites: Sequence[Row]) -> str:
    """Return the names of the first few sites, and how many more there are."""
    return first_few([site_name(site) for site in sites[:FEW]], len(sites))


def first_few(names: Sequence[str], count: int) -> str:
    """Return the first few of `count` names, and how many more there are."""
    first = "; ".join(in_sentence(one_line(name, NAME)) for name in names[:FEW])
    return first if count <= FEW else tr("{names}; and {n} more").format(names=first, n=count - FEW)


def names_or_numbers(shown: Shown) -> str:
    """Return what the map shows in place of names, or that it may lack some; empty if all certainly have space."""
    if len(shown.sites) > NAMED_MOST:
        return tr("Without names: {n} sites lie on this map.").format(n=len(shown.sites))
    if shown.numbered:
        return tr("Numbers: as in the key and on the site sheets. A line leads from a displaced symbol to its true "
                  "place.")
    if len(shown.sites) <= SURELY_NAMED:
        return ""
    return tr("Names are left out where there is no room; the table and sheets have all.")


def sources(survey: Survey, shown: Shown, feedback: QgsFeedback | None = None) -> str:
    """Return the sources of the sites on the map and of their states, one per line. Raises ExportCancelled."""
    rows = {row["id"]: row for row in survey.rows("sources")}
    seen = [row["observation_id"] for row in shown.states.values() if row["observation_id"]]
    named, observations = [site["source_id"] for site in shown.sites], survey.layer("observations")
    for observation_ids in _in_parts(seen):
        named += _sources_of_observations(observations, observation_ids)
        process_events(feedback)
    cited = [citation(rows[name]) for name in dict.fromkeys(named) if name in rows]
    if not all(named):
        cited.append(tr("Sites without a source: added by the survey's own analysts."))
    return "\n".join((tr("Sources"), *cited))


def _in_parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[begin:begin + _AT_ONCE] for begin in range(0, len(ids), _AT_ONCE))


def _sources_of_observations(observations: QgsVectorLayer, ids: Sequence[str]) -> list[str | None]:
    """Return the source of each of these observations, in the order of the table."""
    source = observations.fields().indexOf("source_id")
    listed = ", ".join(map(QgsExpression.quotedString, ids))
    request = QgsFeatureRequest().setFilterExpression(f'"id" IN ({listed})')
    request.setFlags(Qgis.FeatureRequestFlag.NoGeometry).setSubsetOfAttributes([source])
    return [plain_value(feature.attribute(source)) for feature in observations.getFeatures(request)]


def licences(survey: Survey, shown: Shown) -> str:
    """Return attribution and licence of everything drawn; always those of river and places."""
    return "\n".join((tr("Data and licences"), map_licences(survey, shown.crs.description(), "\n", shown.scene)))


def map_licences(survey: Survey, projection: str, between: str = "\n", scene: Scene | None = None) -> str:
    """Return attribution and licence of rivers, places and the image of a map, if any, and the projection."""
    lines = [*river_credits(survey), tr("Places: GeoNames (geonames.org), CC BY 4.0.")]
    if scene is not None:
        credit = ", ".join(part for part in (scene.attribution, scene.licence) if part)
        lines.append(tr("Imagery: {credit}").format(credit=credit or tr("attribution not stated in its file")))
    return between.join((*lines, _projection(projection)))


def survey_line(survey: Survey) -> str:
    """Return the survey's title, when it was last changed, and the head of its record, which allows verification."""
    audit = survey.layer("audit")
    audit.setSubsetString(f'"seq" >= {survey.head().seq}')  # through the index: a record is long
    changed = plain_value(audit.maximumValue(audit.fields().indexOf("at")))
    line = tr("Survey \"{title}\", last changed {day}").format(
        title=one_line(survey.title), day=str(changed or "")[:10])
    return f"{line}, " + head_text(survey).replace(" ", "\u00a0")  # no line break within it


def _projection(crs: str) -> str:
    return tr("Coordinates WGS 84; projection {crs}.").format(crs=crs)


def as_of(shown: Shown) -> str:
    """Return the day of the states, and why it is that day."""
    if shown.day_reason == "chosen":
        return tr("Sites as of {day} UTC: the last dated observation up to that day").format(day=shown.day)
    if shown.day_reason == "latest":
        return tr("Sites as of {day} UTC, the survey's latest dated observation").format(day=shown.day)
    return tr("Sites as of today, {day} UTC: no observation is dated").format(day=shown.day)


def _counts(shown: Shown) -> str:
    vehicles, barges = shown.kinds[VEHICLE], shown.kinds[BARGE]
    text = tr("Crossings located: {count} ({vehicles} vehicle, {barges} barge)")
    if shown.boxed == barges > 0:
        text = tr("Crossings located: {count} ({vehicles} vehicle, {barges} barge: in the yellow box, enlarged below)")
    elif shown.boxed:
        text = tr("Crossings located: {count} ({vehicles} vehicle, {barges} barge, of which {boxed} in the yellow box, "
                  "enlarged below)")
    counted = text.format(count=vehicles + barges, vehicles=vehicles, barges=barges, boxed=shown.boxed)
    retired = sum(site["kind"] in CROSSING_KINDS for site in shown.retired)
    return counted + tr("; retired before that day, not shown: {n}").format(n=retired) if retired else counted


def image_below(shown: Shown) -> str:
    """Return the image below the map, its days, and the kind of its date."""
    scene = shown.scene
    if scene is None:
        return tr("No imagery shown")
    kind = date_kind(scene)
    what = " ".join(part for part in (days_of(scene), scene.platform) if part)
    mark = tr(", SYNTHETIC") if scene.synthetic else ""
    return tr("Imagery {what} ({kind}{mark}), {name}").format(
        what=what, kind=kind, mark=mark, name=scene.name)


def date_kind(scene: Scene) -> str:
    """Return the kind of the scene's date, and other dates that contradict it."""
    kind = tr(DATE_KIND_LABELS[scene.date_kind]) if scene.date_kind in DATE_KIND_LABELS else tr("undated")
    against = date_doubts(scene)
    return tr("{kind}, but {against}").format(kind=kind, against=against) if against else kind


def days_of(scene: Scene) -> str:
    """Return the UTC day of a scene, or its first and last; empty if it is undated."""
    if scene.day == scene.last_day:
        return str(scene.day or "")
    return tr("{first} to {last}").format(first=scene.day, last=scene.last_day)


def citation(row: Row) -> str:
    """Return a row of the survey's sources in one line."""
    who = ", ".join(dict.fromkeys(part for part in (row["author"], row["publisher"]) if part))
    what = ", ".join(part for part in (row["title"], row["published_on"], row["licence"]) if part)
    return f"{who}: {what}" if who else what
