"""Receive the record of another survey, imported as a whole: its sealed entries as they are there.

They are in the table `received_entries` with the id of that survey, sealed by their own chain. An entry of this
survey's record states the head that was received, so that both can be verified together (`received_check.py`). What
was received before is found by its hashes: two records that have an entry in common have all entries before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import typed_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import AUDIT, RECEIVED
from yalu_plugin.core.sql import literal
from yalu_plugin.core.survey.change_actions import RECEIVE, action_of
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.reception import Reception
from yalu_plugin.core.survey.sealed_record import NO_HEAD, PLUGIN, Head, first_break, seq_of
from yalu_plugin.core.survey.stored_heads import head_phrase
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress, no_progress, part_of, with_progress
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.geopackage import opened, rows_of
from yalu_plugin.layers.survey.record_entries import LONGEST, add_entry_about
from yalu_plugin.layers.survey.row_writer import insert_statement, write_rows
from yalu_plugin.layers.survey.sealing import delta_of, seal_entries
from yalu_plugin.layers.survey.write import change_in, transaction

if TYPE_CHECKING:
    from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey
    from yalu_plugin.layers.survey.survey import RowsByTable, Survey

_CHECKED, _ADDED, _SEALED, _COPIED = 0.2, 0.3, 0.1, 0.4  # shares of the time
_STEP = 1000  # entries between two reports of progress


class OtherSurveyChanged(YaluError):
    """The other survey was written to while its record was received."""

    template = translatable("{path} was written to meanwhile, so nothing was imported. Try again.")




def reception(survey: GeoPackageSurvey, other: Survey, progress: Progress = no_progress) -> Reception:
    """Compare the record of `other` with what `survey` has of it, and check the entries that are new.

    Raises what opening a survey file and `progress` raise. Safe in any thread.
    """
    head = other.head()
    with opened(survey.path) as here:
        since = _last_common(here, other, head)
        later = f'"seq" > {since.seq} LIMIT 1'
        is_forked = bool(rows_of(here, f'SELECT "seq" FROM "{RECEIVED}" WHERE "survey_id" = {literal(other.id)} '
                                       f"AND {later}"))
        if other.id == survey.id:  # a copy of this survey
            is_forked = is_forked or bool(rows_of(here, f'SELECT "seq" FROM "{AUDIT}" WHERE {later}'))
    found = Reception(other.id, other.title, since, head, is_forked)
    return found._replace(first_bad=first_break(_new_entries(other, found, progress), since))


def receive(survey: GeoPackageSurvey, other: Survey, action: str, added: RowsByTable, replaced: RowsByTable,
            unchanged: RowsByTable, progress: Progress = no_progress) -> Delta:
    """Write rows and the new entries of the record of `other` in one transaction; return how the rows changed.

    Raises what Survey.change raises, and OtherSurveyChanged; then nothing is written.
    """
    found = reception(survey, other, part_of(progress, 0.0, _CHECKED))
    if not (found.new or any(added.values()) or any(replaced.values())):
        return Delta(())
    with transaction(survey.path, survey.file) as dataset:
        delta = change_in(dataset, survey.path, action, with_progress(added, part_of(progress, _CHECKED, _ADDED)), None,
                          replaced, unchanged, part_of(progress, _CHECKED + _ADDED, _SEALED))
        if found.new:
            _copy_entries(dataset, other, found, part_of(progress, _CHECKED + _ADDED + _SEALED, _COPIED))
        if not (found.new or (delta.entries and found.first_bad)):
            return delta
        add_entry_about(dataset, RECEIVE, RECEIVED, found.survey_id, _after(found))
        noted = seal_entries(dataset, analyst(), action_of(RECEIVE, _about(found)), PLUGIN)
        return Delta((*delta.entries, *delta_of(noted).entries))


def _last_common(here: gdal.Dataset, other: Survey, head: Head) -> Head:
    """Return the last entry of the other survey that is here, too: received, or its own where that is a copy of this.

    Found by halving, because all entries before a common one are common.
    """
    common, first, last = NO_HEAD, 1, head.seq
    while first <= last:
        middle = (first + last) // 2
        digest = other.entry_hash(middle)
        if digest is not None and _is_here(here, other.id, middle, digest):
            common, first = Head(middle, digest), middle + 1
        else:
            last = middle - 1
    return common


def _is_here(here: gdal.Dataset, survey_id: str, seq: int, digest: str) -> bool:
    is_entry = f'"seq" = {int(seq)} AND "hash" = {literal(digest)}'
    return bool(rows_of(here, f'SELECT "seq" FROM "{RECEIVED}" WHERE "survey_id" = {literal(survey_id)} AND {is_entry} '
                              f'UNION ALL SELECT "seq" FROM "{AUDIT}" WHERE {is_entry}'))


def _new_entries(other: Survey, found: Reception, progress: Progress) -> Iterator[Row]:
    """Yield the sealed entries of the other survey that are not here, in order."""
    count = max(1, found.head.seq - found.since.seq)
    for done, entry in enumerate(other.entries_after(found.since.seq)):
        if not done % _STEP:
            progress(min(1.0, done / count))
        if seq_of(entry) > found.head.seq:
            return  # not sealed yet
        yield entry


def _copy_entries(dataset: gdal.Dataset, other: Survey, found: Reception, progress: Progress) -> None:
    """Write the new entries. Raises OtherSurveyChanged where they are not those that were checked."""
    last = found.since

    def placed() -> Iterator[tuple[None, Row]]:
        nonlocal last
        for entry in _new_entries(other, found, progress):
            last = Head(seq_of(entry), str(entry["hash"]))
            yield None, {**entry, "survey_id": found.survey_id}

    write_rows(dataset, RECEIVED, placed(), insert_statement)
    if last != found.head:
        raise OtherSurveyChanged(path=other.location)


def _after(found: Reception) -> dict[str, str | int]:
    """Return what the entry about the reception states."""
    if found.first_bad is not None:
        return {"title": found.title, "first_bad": found.first_bad}
    return {"title": found.title, "seq": found.head.seq, "hash": found.head.hash, "entries": found.new}


def _about(found: Reception) -> str:
    """Return which record was received, in one line."""
    title = typed_line(found.title, LONGEST)
    if found.first_bad is not None:
        return f"{title}, without its record, which is not whole"
    return f"{title}, {head_phrase(found.head)}"
