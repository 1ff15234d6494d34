"""The head of a survey's record: read from the file, stated in exports, stored in the project and in the profile."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject

from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.survey.sealed_record import Head
from yalu_plugin.core.survey.stored_heads import HeadUnreadable, StoredHead, head_phrase, read_head
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import phrase_text
from yalu_plugin.layers.survey.geopackage import opened, rows_of
from yalu_plugin.layers.survey.head_log import HeadLog
from yalu_plugin.layers.survey.survey import Survey

SCOPE, KEY = "yalu_plugin", "record"  # of the project's entry: the survey's id, the seq and the hash
_PROJECT = translatable("this project")


def head_of(path: Path) -> Head:
    """Return the last sealed entry of the record in the file. Raises what opening a survey file raises."""
    return _entry(path, '"hash" IS NOT NULL ORDER BY "fid" DESC LIMIT 1') or Head()


def hash_of(path: Path, seq: int) -> str | None:
    """Return the hash of a sealed entry of the record in the file, None where there is none. Raises as head_of."""
    found = _entry(path, f'"seq" = {int(seq)} AND "hash" IS NOT NULL')
    return found.hash if found is not None else None


def head_text(survey: Survey) -> str:
    """Return the statement of the record in every export, such as "record 123 a1b2c3d4e5f6"."""
    return phrase_text(head_phrase(survey.head()))


def stored_heads_of(project: QgsProject | None, survey: Survey, log: HeadLog) -> list[StoredHead]:
    """Return the heads of this survey stored in the project, if one is given, and in the log for this file.

    Heads that were accepted as missing from it are left out.
    """
    stored = _head_in_project(project, survey, log) if project is not None else None
    return [*([stored] if stored else []), *log.noted_heads(survey.id, survey.location)]


def store_in_project(project: QgsProject, survey: Survey, log: HeadLog) -> None:
    """Store the head in the project, unless the record lacks the one stored there, which then stays until that is
    accepted.

    The head is the one seen here: by now another file may be in the survey's place. Raises what opening a survey file
    raises.
    """
    stored = _head_in_project(project, survey, log)
    if stored is None or survey.entry_hash(stored.seq) == stored.hash:
        head = survey.last_seen()
        project.writeEntry(SCOPE, KEY, f"{survey.id} {head.seq} {head.hash}")


def _head_in_project(project: QgsProject, survey: Survey, log: HeadLog) -> StoredHead | None:
    survey_id, _, text = project.readEntry(SCOPE, KEY, "")[0].partition(" ")
    if survey_id != survey.id:
        return None
    try:
        head = read_head(text)
    except HeadUnreadable:  # edited by hand: as if none were stored
        return None
    if any(head.seq == one.seq and one.hash.startswith(head.hash)
           for one in log.accepted(survey.id, survey.location)):
        return None
    return StoredHead(head.seq, head.hash, Phrase(_PROJECT))


def _entry(path: Path, condition: str) -> Head | None:
    with opened(path) as dataset:
        found = rows_of(dataset, f'SELECT "seq", "hash" FROM "audit" WHERE {condition}')
    return Head(int(found[0][0] or 0), str(found[0][1])) if found else None
