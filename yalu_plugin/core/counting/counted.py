"""Counts of objects with what their images tell; which of one area and day counts, and which two can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.published import Row
from yalu_plugin.core.text import translatable

WHOLE = 0.95  # of an area: a count of less says nothing of the rest
FINER_TIMES = 1.5  # what is seen at one ground sample distance is missed at one so many times as coarse

_NO_AREA = translatable("Its area is not in the survey.")
_NO_IMAGE = translatable("Its image is not in the survey.")
_UNDATED = translatable("Its image has no date.")
_RELEASED = translatable("Its image is dated by its release only.")
IN_PROGRESS = translatable("In progress: it is no figure until it is finished.")
_RECOUNT = translatable("{analyst} counted it on this image first: a recount checks that count, and changes no figure.")
_OTHER = translatable("For this area and day the count by {analyst} on {image} is used: it shows more of the area, or "
                      "is finer, or later.")
_OTHER_AREA = translatable("They are of two areas: {a} and {b}.")
_SHARE_UNKNOWN = translatable("How much of the area {image} shows is not known.")
_SHARE_SMALL = translatable("{image} shows only {percent} % of the area.")
_GSD_UNKNOWN = translatable("How large the pixels of {image} are is not known.")
_GSD_APART = translatable("The pixels are {a} m and {b} m: what one shows, the other may hide.")


class Counted(NamedTuple):
    """One count. `first` and `last` are the UTC days of its image, `first` None where it is "at or before"; both None
    where nothing dates it. `until` is when the acquisition ended. `share` (0 to 1) of the area is on the image.
    `problem` is why it is no figure of any day.
    """

    id: str
    area_id: str
    area: str
    image_id: str
    image: str
    analyst: str
    made_at: str
    first: date | None
    last: date | None
    until: datetime | None
    date_kind: str
    share: float | None
    gsd_m: float | None
    problem: Phrase | None = None
    fid: int = 0  # in the order in which counts came into the file
    finished_at: str = ""  # UTC; empty while it is in progress

    @property
    def in_progress(self) -> bool:
        """Whether finishing it is all that it lacks to be a figure."""
        return self.problem is not None and self.problem.template == IN_PROGRESS

    def is_on(self, day: date | None) -> bool:
        """Whether its image may show this UTC day; without one, always."""
        return day is None or (self.last is not None and (self.first or self.last) <= day <= self.last)


class Judged(NamedTuple):
    """A count, and why it does not count in totals, None where it does."""

    counted: Counted
    why_not: Phrase | None


def counted(counts: Iterable[Row], areas: Mapping[str, Row], scenes: Mapping[str, Scene],
            names: Mapping[str, str] | None = None) -> list[Counted]:
    """The rows of `counts` with what areas and scenes (by id) tell of them. `names`, by id, are what images are called
    that are of a day with others.
    """
    called = names or {}
    return [_counted(row, areas.get(row["area_id"]), scenes.get(row["image_id"]), called.get(row["image_id"], ""))
            for row in counts if row["id"]]


def _counted(row: Row, area: Row | None, scene: Scene | None, name: str) -> Counted:
    problem = _problem(area, scene) or (None if row.get("finished_at") else Phrase(IN_PROGRESS))
    dated = scene if scene is not None and scene.date_kind != "released" else None
    return Counted(
        row["id"], row["area_id"] or "", (area or {}).get("name") or row["area_id"] or "", row["image_id"] or "",
        f"{scene.label} {name}".strip() if scene is not None else "", row["created_by"] or "", row["created_at"] or "",
        dated.day if dated is not None and dated.date_kind != "at_or_before" else None,
        dated.last_day if dated is not None else None,
        (dated.acquired_to or dated.acquired_from) if dated is not None else None,
        scene.date_kind if scene is not None else "", _share(row["share_shown"]),
        scene.gsd_m if scene is not None else None, problem, row.get("fid") or 0, row.get("finished_at") or "")


def _share(value: float | None) -> float | None:
    """What another program wrote may be no share."""
    return value if value is not None and 0 <= value <= 1 else None


def _problem(area: Row | None, scene: Scene | None) -> Phrase | None:
    if area is None:
        return Phrase(_NO_AREA)
    if scene is None:
        return Phrase(_NO_IMAGE)
    if not scene.dated:
        return Phrase(_UNDATED)
    return Phrase(_RELEASED) if scene.date_kind == "released" else None


def judged(counts: Iterable[Counted]) -> list[Judged]:
    """Which counts count, in the order of area, day and count: of each area and day one.

    One that is in progress is no figure. Scenes that overlap show the same objects. So of the counts of one area whose
    images' days overlap, the first in the order of `ranked` counts. Two that count never share a day.
    """
    chosen: dict[str, list[Counted]] = {}
    found = []
    for count in ranked(counts):
        ahead = next((one for one in chosen.get(count.area_id, ()) if share_a_day(one, count)), None)
        why = count.problem
        if why is None and ahead is not None:
            words = _RECOUNT if ahead.image_id == count.image_id else _OTHER
            why = Phrase(words, {"image": ahead.image, "analyst": ahead.analyst or "?"})
        if why is None:
            chosen.setdefault(count.area_id, []).append(count)
        found.append(Judged(count, why))
    return sorted(found, key=lambda one: (one.counted.area, one.counted.area_id, str(one.counted.last or ""),
                                         one.counted.id))


def ranked(counts: Iterable[Counted]) -> list[Counted]:
    """In the order in which they are believed: by the share of the area that the image shows, then the finest ground
    sample distance, then the last acquired. On one image it is the one begun first: a recount checks it.
    """
    return sorted(sorted(counts, key=lambda one: (one.made_at, one.fid, one.id)), key=_rank, reverse=True)


def _rank(count: Counted) -> tuple[float, float, str, str]:
    finest = -count.gsd_m if count.gsd_m else float("-inf")
    return (-1.0 if count.share is None else count.share, finest,
            count.until.isoformat() if count.until else "", count.image_id)


def share_a_day(a: Counted, b: Counted) -> bool:
    """Whether the images of two counts may show one UTC day."""
    if a.last is None or b.last is None:
        return False
    return (a.first or a.last) <= b.last and (b.first or b.last) <= a.last


def why_not_comparable(a: Counted, b: Counted) -> Phrase | None:
    """Why a difference of two counts would say nothing of the ground; None where it does.

    Two counts on one image of one area can always be compared: they differ by the analysts alone. Otherwise both images
    have a date, show at least WHOLE of the area, and have pixels of which the larger are at most FINER_TIMES the
    smaller.
    """
    first, second = sorted((a, b), key=lambda one: one.id)
    if first.area_id != second.area_id:
        return Phrase(_OTHER_AREA, {"a": first.area, "b": second.area})
    if first.image_id and first.image_id == second.image_id:
        return None
    whys = [why for one in (first, second) for why in (one.problem or _why_alone(one),) if why is not None]
    return whys[0] if whys else _why_pixels(first, second)


def _why_alone(count: Counted) -> Phrase | None:
    if count.share is None:
        return Phrase(_SHARE_UNKNOWN, {"image": count.image})
    if count.share < WHOLE:
        return Phrase(_SHARE_SMALL, {"image": count.image, "percent": int(100 * count.share)})
    return Phrase(_GSD_UNKNOWN, {"image": count.image}) if not count.gsd_m else None


def _why_pixels(a: Counted, b: Counted) -> Phrase | None:
    sizes: Sequence[float] = [float(one.gsd_m or 0) for one in (a, b)]
    if max(sizes) <= FINER_TIMES * min(sizes):
        return None
    return Phrase(_GSD_APART, {"a": f"{sizes[0]:g}", "b": f"{sizes[1]:g}"})
