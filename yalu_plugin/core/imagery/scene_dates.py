"""The date of a scene and the evidence for it, in order of strength.

1. The acquisition, as stated by a STAC item or the file's metadata. If the two contradict each other, it is undated.
2. The acquisition, as stated in the file name.
3. The day the file was written: the picture is not younger than that.
Placeholders for "no date" (1970-01-01), dates in the future and dates written by a picture editor are no evidence of 3.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.filename_dates import conflicting_dates, date_in_name
from yalu_plugin.core.imagery.metadata_dates import (
    acquired_in_metadata,
    exif_time_without_camera,
    is_no_date,
    written_in_metadata,
)
from yalu_plugin.core.imagery.timespan import TimeSpan
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable
from yalu_plugin.core.value_labels import DATE_SOURCE_LABELS

UNSIGNED = "unsigned"  # kind of an EXIF date without a camera: it dates no scene, but is shown
_BOUNDS = ("at_or_before", "released", UNSIGNED)  # kinds of dates on or before which the picture was taken
_ZONES = timedelta(hours=14)  # the largest offset of local time from UTC


class NoDate(YaluError):
    """An image with no evidence of its date."""

    template = translatable("{name} is undated: no date of acquisition in a STAC item, in its metadata or in its name. "
                            "Add one there.")


class UnsignedPhoto(YaluError):
    """An image whose only evidence is an EXIF time without a camera."""

    template = translatable("{name} is undated: its EXIF says {date}, but names no camera, so it may be the time of a "
                            "scan, a screenshot or an edit. Write the day of acquisition into its name.")


class AmbiguousName(YaluError):
    """An image whose only evidence is a name with several dates, or with one that can be read in two ways."""

    template = translatable("{name} is undated: its name has more than one date ({dates}). Keep only the day of "
                            "acquisition in it, as 2024-05-31.")


class DateInFuture(YaluError):
    """An image whose date is in the future, so that it cannot be the acquisition."""

    template = translatable("{name} is undated: its date {date} ({evidence}) lies in the future. Correct it there.")


class AcquisitionContradicted(YaluError):
    """An image whose STAC item and metadata state different acquisitions: it is unknown which one is wrong."""

    template = translatable("{name} is undated: acquired {date} ({evidence}), or {other} ({other_evidence}). Correct "
                            "the one that is wrong.")


@dataclass(frozen=True)
class DateEvidence:
    """A date, what it is the date of (`kind`), and where it is stated (`source`), in values of core.schema.

    `composite` means that the picture is made from all these days.
    """

    span: TimeSpan
    kind: str
    source: str
    composite: bool = False

    @property
    def days(self) -> str:
        """The UTC day, or the first and last: "2025-07-01/2025-07-31"."""
        return _days(self.span)

    @property
    def place(self) -> Phrase:
        """The label of the source."""
        return Phrase(DATE_SOURCE_LABELS[self.source])

    def contradicts(self, other: DateEvidence) -> bool:
        """Return whether the two cannot both be true.

        Two acquisitions without a common day cannot, nor a picture that was written or released before it was taken.
        """
        one, two = self.span, other.span
        bounds = [each.kind in _BOUNDS for each in (self, other)]
        if any(bounds):
            bound, taken = (one, two) if bounds[0] else (two, one)
            return not all(bounds) and taken.begin.date() > bound.end.date()
        return one.begin.date() > two.end.date() or two.begin.date() > one.end.date()


@dataclass(frozen=True)
class Dating:
    """A date and its evidence, in values of core.schema; if undated, `span` is None and `error` is the reason."""

    span: TimeSpan | None
    kind: str = ""
    source: str = ""
    error: YaluError | None = None


def date_scene(stac: TimeSpan | None, metadata: Mapping[str, str], name: str, now: datetime | None = None) -> Dating:
    """Date the image file `name` by the strongest evidence: its STAC item's time, its `metadata`, its name.

    It is undated if the strongest evidence is in the future, or if STAC item and metadata state acquisitions that
    differ by more than time zones explain: weaker evidence is then not used. A composite has all the days of its name
    if the strongest evidence is one of them. `now` is the present (aware) unless given.
    """
    now = now or datetime.now(timezone.utc)
    stated = [] if stac is None or is_no_date(stac) else [DateEvidence(stac, "acquired", "stac")]
    found = [*stated, *evidence(metadata, name, now)]
    if not found:
        return Dating(None, error=_undated_error(metadata, name, now))
    first = found[0]
    if first.span.begin > now:
        return Dating(None, error=DateInFuture(name=name, date=first.span.begin.date(), evidence=first.place))
    for other in found[1:]:
        if (other.source, other.kind) == ("gdal", "acquired") and _beyond_zones(first.span, other.span):
            return Dating(None, error=AcquisitionContradicted(
                name=name, date=first.days, evidence=first.place, other=other.days, other_evidence=other.place))
    used = next((one for one in found if one.composite and _covers(one.span, first.span)), first)
    return Dating(used.span, used.kind, used.source)


def evidence(metadata: Mapping[str, str], name: str, now: datetime) -> list[DateEvidence]:
    """Return the evidence in the file's `metadata` (upper-case keys) and its `name`, the strongest first."""
    named = date_in_name(name, now.date())
    written = written_in_metadata(metadata, now)
    return [*(DateEvidence(span, "acquired", "gdal") for span in acquired_in_metadata(metadata)),
            *([DateEvidence(named.span, "acquired", "filename", named.composite)] if named else []),
            *([DateEvidence(written, "at_or_before", "gdal")] if written else [])]


def unsigned_evidence(metadata: Mapping[str, str]) -> list[DateEvidence]:
    """Return the EXIF time without a camera, if any: it does not date a scene, but is shown next to its date."""
    span = exif_time_without_camera(metadata)
    return [] if span is None or is_no_date(span) else [DateEvidence(span, UNSIGNED, "gdal")]


def _undated_error(metadata: Mapping[str, str], name: str, now: datetime) -> YaluError:
    rivals, photo = conflicting_dates(name, now.date()), unsigned_evidence(metadata)
    if rivals:
        return AmbiguousName(name=name, dates=", ".join(map(_days, rivals)))
    return UnsignedPhoto(name=name, date=photo[0].days) if photo else NoDate(name=name)


def _days(span: TimeSpan) -> str:
    first, last = span.begin.date(), span.end.date()
    return str(first) if first == last else f"{first}/{last}"


def _covers(one: TimeSpan, other: TimeSpan) -> bool:
    return one.begin.date() <= other.begin.date() and other.end.date() <= one.end.date()


def _beyond_zones(one: TimeSpan, other: TimeSpan) -> bool:
    return one.begin - other.end > _ZONES or other.begin - one.end > _ZONES
