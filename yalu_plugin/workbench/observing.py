"""Correcting and withdrawing observations, and recording what a source reports without an image.

A correction needs a reason: the entry of the record keeps the row before and after, author, time, and the reason.
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
    """A correction has no reason."""

    template = translatable("Nothing was changed: write what is changed and why. It is stored in the record.")


class NothingCorrected(YaluError):
    """The new values are the same as the old ones."""

    template = translatable("Nothing was changed: these are the values that the observation has.")


class DaysInWrongOrder(YaluError):
    """The first day is after the last one."""

    template = translatable("Nothing was changed: the first day, {first}, is after the last, {last}.")


class DayMissing(YaluError):
    """An observation has no last day."""

    template = translatable("Nothing was changed: give the last day on which this was seen, as 2024-02-15.")


class DayNotYet(YaluError):
    """An observation has a day in the future."""

    template = translatable("Nothing was changed: {day} is later than today (UTC).")


class StateMissing(YaluError):
    """A report has no state."""

    template = translatable("Nothing was changed: choose the state that was seen.")


class SourceMissing(YaluError):
    """An observation has neither an image nor a source."""

    template = translatable("Nothing was recorded: choose the source that reports it, or give the title of a new one.")


class SiteMissing(YaluError):
    """The site was removed after the list was shown."""

    template = translatable("This site is not in the survey any more. Select another one.")


class Observing:
    """Corrects, withdraws and annotates observations, and records reports of sources."""

    def __init__(self, session: SurveySession, history: History) -> None:
        self._session, self._history = session, history

    def correct(self, row: Row, change_reason: str, **values: Any) -> None:
        """Correct an observation; `row` is as it was shown.

        Raises ReasonNeeded, NothingCorrected, what `validated` raises, and ChangedSince if it has changed since.
        """
        if "note" in values:
            values["note"] = _note(values["note"])
        corrected = validated({**row, **values})
        if all(corrected.get(name) == value for name, value in row.items()):
            raise NothingCorrected()
        delta = self._session.change(action_of(CORRECT, _reason(change_reason)), replaced={"observations": [corrected]},
                                     unchanged={"observations": [row]})
        self._history.push(tr("Correct observation"), delta)

    def withdraw(self, rows: Sequence[Row], change_reason: str) -> None:
        """Remove observations, as they were shown, from the survey. Raises ReasonNeeded and ChangedSince."""
        delta = self._session.change(action_of(WITHDRAW, _reason(change_reason)), removed={"observations": rows},
                                     unchanged={"observations": rows})
        self._history.push(tr("Withdraw observation"), delta)

    def note(self, row: Row, text: str) -> None:
        """Write the note of an observation, as it was shown, in one line; an empty text removes the note."""
        note = _note(text)
        if note != row["note"]:
            delta = self._session.change("note", replaced={"observations": [{**row, "note": note}]},
                                         unchanged={"observations": [row]})
            self._history.push(tr("Note"), delta)

    def likely_observation(self, site_id: str, image_id: str = "") -> Row | None:
        """Return the observation of a site that the user probably means. Raises StillReading.

        This is the user's own on the image on screen, else the user's last one, else the one with the newest last day.
        """
        found, names = self._session.need_facts().observations_of(site_id), own_names()
        own = [row for row in found if row["created_by"] in names]
        here = [row for row in own if image_id and row["image_id"] == image_id]
        if here or not own:
            return next(reversed(here or found), None)
        return max(own, key=lambda row: (row["created_at"] or "", row["fid"]))

    def report(self, site_id: str, values: Row, source: Row) -> None:
        """Write an observation that a source reports and no image shows.

        `values` are columns of the observation; `source` is a row of the survey's sources (with its id) or the columns
        of a new one. Raises SiteMissing, SourceMissing, StateMissing and what `validated` raises.
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
    """Return the row of an observation with valid values.

    `reason` is kept only if the site was not observable; `below_resolution` is removed then.

    Raises:
        DayMissing: it has no last day.
        DaysInWrongOrder: its first day is after the last one.
        DayNotYet: its last day is in the future.
    """
    first, last = row["seen_from"] or None, row["seen_to"] or None
    if last is None:
        raise DayMissing()
    if first is not None and first > last:
        raise DaysInWrongOrder(first=first, last=last)
    if last > datetime.now(timezone.utc).date().isoformat():
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


def _reason(text: str) -> str:
    reason = typed_line(text, LONGEST_REASON)
    if not reason:
        raise ReasonNeeded()
    return reason
