"""Which date a scene has, and on what evidence, ranked by what it is evidence of.

1. The acquisition, as a STAC item or the file's metadata tell it. Where those two contradict each other nobody knows.
2. The acquisition, as the name tells it.
3. The day the file was written: the picture is no younger than that.
What stands for "no date" (1970-01-01), what has not come yet and what a picture editor wrote is no evidence of 3.
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
from yalu_plugin.core.value_labels import DATE_SOURCE_WORDS

UNSIGNED = "unsigned"  # kind of a date in EXIF that no camera signed: it dates no scene, but is shown
_BOUNDS = ("at_or_before", "released", UNSIGNED)  # kinds of dates that the picture was there on, taken then or earlier
_ZONES = timedelta(hours=14)  # the farthest that a local time is from UTC


class NoDate(YaluError):
    """Nothing tells when the image was taken."""

    template = translatable("{name} is undated: no date of acquisition in a STAC item, in its metadata or in its name. "
                            "Add one there.")


class UnsignedPhoto(YaluError):
    """EXIF has a time, but no camera, and nothing else tells."""

    template = translatable("{name} is undated: its EXIF says {date}, but names no camera, so it may be the time of a "
                            "scan, a screenshot or an edit. Write the day of acquisition into its name.")


class AmbiguousName(YaluError):
    """A name with several dates, or with one that can be read in two ways, and nothing else tells."""

    template = translatable("{name} is undated: its name tells more than one date ({dates}). Leave the day of "
                            "acquisition in it, as 2024-05-31.")


class DateInFuture(YaluError):
    """The date that was found has not come yet, so it cannot be when the image was taken."""

    template = translatable("{name} is undated: its date {date} ({evidence}) lies in the future. Correct it there.")


class AcquisitionContradicted(YaluError):
    """A STAC item or metadata tell different acquisitions: one of them is wrong, and nobody knows which."""

    template = translatable("{name} is undated: acquired {date} ({evidence}), or {other} ({other_evidence}). Correct "
                            "the one that is wrong.")


@dataclass(frozen=True)
class Evidence:
    """A date that something tells, what it is the date of, and where it stands, in words of core.schema.

    `composite` says that the picture is made of all these days.
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
        """Where it stands, in words."""
        return Phrase(DATE_SOURCE_WORDS[self.source])

    def contradicts(self, other: Evidence) -> bool:
        """Whether they cannot both be true: no day in common, or a picture written or released before it was taken."""
        one, two = self.span, other.span
        bounds = [each.kind in _BOUNDS for each in (self, other)]
        if any(bounds):
            bound, taken = (one, two) if bounds[0] else (two, one)
            return not all(bounds) and taken.begin.date() > bound.end.date()
        return one.begin.date() > two.end.date() or two.begin.date() > one.end.date()


@dataclass(frozen=True)
class Dating:
    """A date and its evidence, in words of core.schema; undated, `span` is None and `why` tells the reason."""

    span: TimeSpan | None
    kind: str = ""
    source: str = ""
    error: YaluError | None = None


def date_scene(stac: TimeSpan | None, metadata: Mapping[str, str], name: str, now: datetime | None = None) -> Dating:
    """Date the image file `name` by the strongest evidence: its STAC item's time, its `metadata`, its name.

    Undated where the strongest lies in the future, and where STAC item or metadata tell acquisitions that no time zone
    can explain: weaker evidence is not called in. A composite's name tells all its days, where the strongest is one of
    them. `now` is the present (aware) unless given.
    """
    now = now or datetime.now(timezone.utc)
    stated = [] if stac is None or is_no_date(stac) else [Evidence(stac, "acquired", "stac")]
    found = [*stated, *evidence(metadata, name, now)]
    if not found:
        return Dating(None, error=_nothing(metadata, name, now))
    first = found[0]
    if first.span.begin > now:
        return Dating(None, error=DateInFuture(name=name, date=first.span.begin.date(), evidence=first.place))
    for other in found[1:]:
        if (other.source, other.kind) == ("gdal", "acquired") and _far(first.span, other.span):
            return Dating(None, error=AcquisitionContradicted(
                name=name, date=first.days, evidence=first.place, other=other.days, other_evidence=other.place))
    used = next((one for one in found if one.composite and _holds(one.span, first.span)), first)
    return Dating(used.span, used.kind, used.source)


def evidence(metadata: Mapping[str, str], name: str, now: datetime) -> list[Evidence]:
    """What the file's `metadata` (upper-case keys) and its `name` tell of its date, the strongest first."""
    named = date_in_name(name, now.date())
    written = written_in_metadata(metadata, now)
    return [*(Evidence(span, "acquired", "gdal") for span in acquired_in_metadata(metadata)),
            *([Evidence(named.span, "acquired", "filename", named.composite)] if named else []),
            *([Evidence(written, "at_or_before", "gdal")] if written else [])]


def unsigned_evidence(metadata: Mapping[str, str]) -> list[Evidence]:
    """A time in EXIF without a camera: no evidence to date a scene by, but to be shown beside its date."""
    span = exif_time_without_camera(metadata)
    return [] if span is None or is_no_date(span) else [Evidence(span, UNSIGNED, "gdal")]


def _nothing(metadata: Mapping[str, str], name: str, now: datetime) -> YaluError:
    rivals, photo = conflicting_dates(name, now.date()), unsigned_evidence(metadata)
    if rivals:
        return AmbiguousName(name=name, dates=", ".join(map(_days, rivals)))
    return UnsignedPhoto(name=name, date=photo[0].days) if photo else NoDate(name=name)


def _days(span: TimeSpan) -> str:
    first, last = span.begin.date(), span.end.date()
    return str(first) if first == last else f"{first}/{last}"


def _holds(one: TimeSpan, other: TimeSpan) -> bool:
    return one.begin.date() <= other.begin.date() and other.end.date() <= one.end.date()


def _far(one: TimeSpan, other: TimeSpan) -> bool:
    return one.begin - other.end > _ZONES or other.begin - one.end > _ZONES
