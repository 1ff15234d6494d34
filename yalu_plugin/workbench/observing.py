"""What the analyst mends of observations that are there, and those that rest on a source and no image.

Nothing is mended without a reason: the record's entry keeps the row before and after, who, when, and as its action why.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timezone
from typing import Any

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import typed_line
from yalu_plugin.core.published import Row, Rows
from yalu_plugin.core.states import NOT_OBSERVABLE, STATES
from yalu_plugin.core.survey.change_actions import CORRECT, WITHDRAW, action_of
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.analyst import analyst, own_names
from yalu_plugin.layers.survey.write import utc_now
from yalu_plugin.workbench.history import History
from yalu_plugin.workbench.session import SurveySession

LONGEST_REASON, LONGEST_NOTE = 300, 2000  # characters


class ReasonNeeded(YaluError):
    """A correction without a reason is worth nothing to whoever reads the record."""

    template = translatable("Nothing was changed: say what is changed and why. It stands in the record.")


class NothingCorrected(YaluError):
    """The values are those that are there."""

    template = translatable("Nothing was changed: these are the values that the observation has.")


class DaysInWrongOrder(YaluError):
    """The first day comes after the last."""

    template = translatable("Nothing was changed: the first day, {first}, is after the last, {last}.")


class DayMissing(YaluError):
    """An observation without a day tells no state."""

    template = translatable("Nothing was changed: give the last day on which this was seen, as 2024-02-15.")


class DayNotYet(YaluError):
    """Nobody has seen what is to come."""

    template = translatable("Nothing was changed: {day} is later than today (UTC).")


class StateMissing(YaluError):
    """A report says what was there."""

    template = translatable("Nothing was changed: choose the state that was seen.")


class SourceMissing(YaluError):
    """Without an image, an observation rests on a source or on nothing."""

    template = translatable("Nothing was recorded: choose the source that reports it, or give the title of a new one.")


class StillReading(YaluError):
    """What was seen is not known yet."""

    template = translatable("The survey is still being read. Try again in a moment.")


class SiteMissing(YaluError):
    """It was there when the list was shown."""

    template = translatable("This site is not in the survey any more. Select another one.")


class Observing:
    """Given the session it writes through and the history that undoes."""

    def __init__(self, session: SurveySession, history: History) -> None:
        self._session, self._history = session, history

    def correct(self, row: Row, why: str, **values: Any) -> None:
        """Give an observation, as it was shown, other values. Raises ReasonNeeded, NothingCorrected, what a wrong day
        raises, and ChangedSince where it is not as it was shown.
        """
        if "note" in values:
            values["note"] = _note(values["note"])
        corrected = validated({**row, **values})
        if all(corrected.get(name) == value for name, value in row.items()):
            raise NothingCorrected()
        delta = self._session.change(action_of(CORRECT, _reason(why)), replaced={"observations": [corrected]},
                                     unchanged={"observations": [row]})
        self._history.push(tr("Correct observation"), delta)

    def withdraw(self, rows: Sequence[Row], why: str) -> None:
        """Take observations, as they were shown, out of the survey. Raises ReasonNeeded and ChangedSince."""
        delta = self._session.change(action_of(WITHDRAW, _reason(why)), removed={"observations": rows},
                                     unchanged={"observations": rows})
        self._history.push(tr("Withdraw observation"), delta)

    def note(self, row: Row, text: str) -> None:
        """Write a note to an observation, as it was shown, in one line; an empty one takes it away."""
        note = _note(text)
        if note != row["note"]:
            delta = self._session.change("note", replaced={"observations": [{**row, "note": note}]},
                                         unchanged={"observations": [row]})
            self._history.push(tr("Note"), delta)

    def likely_observation(self, site_id: str, image_id: str = "") -> Row | None:
        """The observation of a site that whoever has just recorded means: one's own on the image that is on screen,
        else the last that one recorded oneself, else that with the newest last day. Raises StillReading.
        """
        if self._session.facts is None:
            raise StillReading()
        found, names = self._session.facts.observations_of(site_id), own_names()
        own = [row for row in found if row["created_by"] in names]
        here = [row for row in own if image_id and row["image_id"] == image_id]
        if here or not own:
            return (here or found or [None])[-1]
        return max(own, key=lambda row: (row["created_at"] or "", row["fid"]))

    def report(self, site_id: str, values: Row, source: Row) -> None:
        """Write what a source reports of a site, and no image shows. `values` are columns of the observation, `source`
        a row of the survey's sources (with its id) or the columns of a new one. Raises SiteGone, SourceMissing,
        StateMissing and what a wrong day raises.
        """
        sites = self._session.need_survey().rows("sites", id=site_id)
        if not sites:
            raise SiteMissing()
        if not values.get("state"):
            raise StateMissing()
        cited = source if source.get("id") else _new_source(source)
        row = validated({"reason": None, **values, "note": _note(values.get("note"))})
        row.update(id=str(uuid.uuid4()), site_id=site_id, image_id=None, source_id=cited["id"], created_by=analyst(),
                   created_at=utc_now())
        added: Rows = {"observations": [row], "sources": [cited] if cited is not source else []}
        unchanged: Rows = {"sites": sites, "sources": [cited] if cited is source else []}
        self._history.push(tr("Report"), self._session.change("report", added, unchanged=unchanged))


def validated(row: Row) -> Row:
    """The row as it can be written: its days are in order and not to come, why nothing could be seen is said only
    where nothing could, and nothing of that is below resolution. Raises DayMissing, DaysInWrongOrder and DayNotYet.
    """
    first, last = row["seen_from"] or None, row["seen_to"] or None
    if last is None:
        raise DayMissing()
    if first is not None and first > last:
        raise DaysInWrongOrder(first=first, last=last)
    if last > datetime.corrected(timezone.utc).date().isoformat():
        raise DayNotYet(day=last)
    unseen = row["state"] not in STATES or row["state"] == NOT_OBSERVABLE
    below = row.get("below_resolution")
    return {**row, "seen_from": first, "seen_to": last, "reason": row["reason"] if unseen else None,
            "below_resolution": None if unseen and below else below}


def _note(text: str | None) -> str | None:
    return typed_line(text or "", LONGEST_NOTE) or None


def _new_source(columns: Row) -> Row:
    row: Row = {column: typed_line(text or "", LONGEST_NOTE) or None for column, text in columns.items()}
    if not row.get("title"):
        raise SourceMissing()
    return {**row, "id": str(uuid.uuid4())}


def _reason(why: str) -> str:
    reason = typed_line(why, LONGEST_REASON)
    if not reason:
        raise ReasonNeeded()
    return reason
