"""Counts of objects with the date and resolution of their images; which ones are used, and which are comparable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.published import Row
from yalu_plugin.core.text import translatable

MIN_SHARE = 0.95  # of an area: a count of less does not represent the rest
MAX_GSD_RATIO = 1.5  # between comparable images: objects visible at one ground sample distance are missed at a coarser

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


class ImageCount(NamedTuple):
    """One count with properties of its area and image.

    `first` and `last` are the UTC days of its image, `first` None for "at or before", both None if undated.
    `acquired_until` is the end of the acquisition. `share` (0 to 1) of the area is on the image. `problem` is the
    reason why the count cannot be used for any day.
    """

    id: str
    area_id: str
    area: str
    image_id: str
    image: str
    analyst: str
    created_at: str
    first: date | None
    last: date | None
    acquired_until: datetime | None
    date_kind: str
    share: float | None
    gsd_m: float | None
    problem: Phrase | None = None
    fid: int = 0  # ascending in the order in which counts were added to the file
    finished_at: str = ""  # UTC; empty while it is in progress

    @property
    def in_progress(self) -> bool:
        """Whether the only reason not to use it is that it is not finished."""
        return self.problem is not None and self.problem.template == IN_PROGRESS

    def is_on(self, day: date | None) -> bool:
        """Return whether its image may show this UTC day; True for None."""
        return day is None or (self.last is not None and (self.first or self.last) <= day <= self.last)


class AssessedCount(NamedTuple):
    """A count, and why it is not included in totals, None if it is."""

    image_count: ImageCount
    exclusion_reason: Phrase | None


def image_counts(counts: Iterable[Row], areas: Mapping[str, Row], scenes: Mapping[str, Scene],
                 names: Mapping[str, str] | None = None) -> list[ImageCount]:
    """Combine the rows of `counts` with their areas and scenes (by id).

    `names` are the names, by id, of images that share their day with others.
    """
    return [_image_count(row, areas.get(row["area_id"]), scenes.get(row["image_id"]),
                         (names or {}).get(row["image_id"], "")) for row in counts if row["id"]]


def _image_count(row: Row, area: Row | None, scene: Scene | None, name: str) -> ImageCount:
    problem = _problem(area, scene) or (None if row.get("finished_at") else Phrase(IN_PROGRESS))
    dated = scene if scene is not None and scene.date_kind != "released" else None
    return ImageCount(
        row["id"], row["area_id"] or "", (area or {}).get("name") or row["area_id"] or "", row["image_id"] or "",
        f"{scene.label} {name}".strip() if scene is not None else "", row["created_by"] or "", row["created_at"] or "",
        dated.day if dated is not None and dated.date_kind != "at_or_before" else None,
        dated.last_day if dated is not None else None,
        (dated.acquired_to or dated.acquired_from) if dated is not None else None,
        scene.date_kind if scene is not None else "", _share(row["share_shown"]),
        scene.gsd_m if scene is not None else None, problem, row.get("fid") or 0, row.get("finished_at") or "")


def _share(value: float | None) -> float | None:
    """Return a valid share, else None: another program may have written anything."""
    return value if value is not None and 0 <= value <= 1 else None


def _problem(area: Row | None, scene: Scene | None) -> Phrase | None:
    if area is None:
        return Phrase(_NO_AREA)
    if scene is None:
        return Phrase(_NO_IMAGE)
    if not scene.dated:
        return Phrase(_UNDATED)
    return Phrase(_RELEASED) if scene.date_kind == "released" else None


def assess_counts(counts: Iterable[ImageCount]) -> list[AssessedCount]:
    """Decide which counts are used in totals: one for each area and day. Sorted by area, day and id.

    Counts in progress are not used. Overlapping scenes show the same objects, so of the counts of one area whose
    images' days overlap, the first in the order of `rank_counts` is used. Two used counts never share a day.
    """
    used: dict[str, list[ImageCount]] = {}
    found = []
    for count in rank_counts(counts):
        better = next((one for one in used.get(count.area_id, ()) if may_share_a_day(one, count)), None)
        reason = count.problem
        if reason is None and better is not None:
            template = _RECOUNT if better.image_id == count.image_id else _OTHER
            reason = Phrase(template, {"image": better.image, "analyst": better.analyst or "?"})
        if reason is None:
            used.setdefault(count.area_id, []).append(count)
        found.append(AssessedCount(count, reason))
    return sorted(found, key=_area_day_and_id)


def _area_day_and_id(one: AssessedCount) -> tuple[str, str, str, str]:
    count = one.image_count
    return count.area, count.area_id, str(count.last or ""), count.id


def rank_counts(counts: Iterable[ImageCount]) -> list[ImageCount]:
    """Sort the counts, the most reliable first.

    By the share of the area on the image, then the finest ground sample distance, then the latest acquisition. On one
    image the count started first comes first, because a recount only checks it.
    """
    return sorted(sorted(counts, key=lambda one: (one.created_at, one.fid, one.id)), key=_rank, reverse=True)


def _rank(count: ImageCount) -> tuple[float, float, str, str]:
    finest = -count.gsd_m if count.gsd_m else float("-inf")
    return (-1.0 if count.share is None else count.share, finest,
            count.acquired_until.isoformat() if count.acquired_until else "", count.image_id)


def may_share_a_day(a: ImageCount, b: ImageCount) -> bool:
    """Return whether the images of two counts may show the same UTC day."""
    if a.last is None or b.last is None:
        return False
    return (a.first or a.last) <= b.last and (b.first or b.last) <= a.last


def incomparable_reason(a: ImageCount, b: ImageCount) -> Phrase | None:
    """Return why the difference of two counts does not show a change on the ground; None if it does.

    Two counts of one area on one image are always comparable: only the analysts differ. Otherwise both images must have
    a date, show at least MIN_SHARE of the area, and their pixel sizes must differ by a factor of at most MAX_GSD_RATIO.
    """
    first, second = sorted((a, b), key=lambda one: one.id)
    if first.area_id != second.area_id:
        return Phrase(_OTHER_AREA, {"a": first.area, "b": second.area})
    if first.image_id and first.image_id == second.image_id:
        return None
    for one in (first, second):
        reason = one.problem or _incomparable_alone(one)
        if reason is not None:
            return reason
    return _incomparable_pixels(first, second)


def _incomparable_alone(count: ImageCount) -> Phrase | None:
    if count.share is None:
        return Phrase(_SHARE_UNKNOWN, {"image": count.image})
    if count.share < MIN_SHARE:
        return Phrase(_SHARE_SMALL, {"image": count.image, "percent": int(100 * count.share)})
    return Phrase(_GSD_UNKNOWN, {"image": count.image}) if not count.gsd_m else None


def _incomparable_pixels(a: ImageCount, b: ImageCount) -> Phrase | None:
    sizes: Sequence[float] = [float(one.gsd_m or 0) for one in (a, b)]
    if max(sizes) <= MAX_GSD_RATIO * min(sizes):
        return None
    return Phrase(_GSD_APART, {"a": f"{sizes[0]:g}", "b": f"{sizes[1]:g}"})
