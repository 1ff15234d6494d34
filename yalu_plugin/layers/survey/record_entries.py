"""Write entries about the record itself, in which an analyst vouches for something by name and reason.

Entries made outside the plugin are adopted. A survey whose record lacks entries that were seen before, as after a
backup was restored, is accepted as it is: the record states who decided that and why, for each missing head. This is
for people to read: a statement in the file itself is no proof, so everyone else who has seen those entries is still
notified.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import typed_line
from yalu_plugin.core.schema import AUDIT
from yalu_plugin.core.sql import literal
from yalu_plugin.core.survey.delta import Delta, Entry
from yalu_plugin.core.survey.sealed_record import ADOPTION, OUTSIDE, PLUGIN
from yalu_plugin.core.survey.stored_heads import StoredHead
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.survey.geopackage import execute, opened
from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey
from yalu_plugin.layers.survey.record_feed import last_seq
from yalu_plugin.layers.survey.sealing import delta_of, entries_where, seal_entries
from yalu_plugin.layers.survey.write import transaction, utc_now

LONGEST = 300  # characters of a name, and of a reason
MOST = 10_000  # entries read at once
# an entry that is not sealed yet has no origin, and was made outside
_ADOPTABLE = (f'COALESCE("origin", {literal(OUTSIDE)}) = {literal(OUTSIDE)} AND CAST("seq" AS TEXT) NOT IN '
              f'(SELECT "row_id" FROM "audit" WHERE "origin" = {literal(ADOPTION)})')
ADOPT = "adopt"  # action of an adopting entry; its row_id is the seq of the adopted entry
ACCEPT = "accept"  # action of an accepting entry; its row_id is the seq of the missing head, its `after` has the hash


class ReasonMissing(YaluError):
    """A name or a reason is missing, without which no one can vouch for anything."""

    template = translatable("State who vouches for it, and why.")


class CannotAdopt(YaluError):
    """Entries that cannot be adopted."""

    template = translatable("Only entries made outside the plugin can be adopted, and each only once. These are not, "
                            "or are adopted already: {entries}.")


def adoptable_entries(survey: GeoPackageSurvey) -> list[Entry]:
    """Return the last MOST entries made outside the plugin that are not adopted yet, in order of seq.

    Raises what reading a survey raises.
    """
    older = f'(SELECT "seq" FROM "audit" WHERE {_ADOPTABLE} ORDER BY "seq" DESC LIMIT 1 OFFSET {MOST})'
    with opened(survey.path) as dataset:
        return list(delta_of(entries_where(dataset, f'{_ADOPTABLE} AND "seq" > COALESCE({older}, 0)', MOST)).entries)


def adopt(survey: GeoPackageSurvey, entries: Iterable[int], who: str, reason: str) -> Delta:
    """Adopt entries made outside, by their seq: write an entry "adopt" for each. The adopted entries stay unchanged.

    Entries that are not sealed yet are sealed first.

    Raises:
        CannotAdopt, ReasonMissing: nothing is written. Also what writing a survey raises.
    """
    requested = sorted(set(entries))
    typed = typed_reason(who, reason)
    with transaction(survey.path, survey.file) as dataset:
        seal_entries(dataset)
        others = sorted(set(requested) - _adoptable(dataset, requested))
        if others:
            raise CannotAdopt(entries=", ".join(map(str, others)))
        for seq in requested:
            add_entry_about(dataset, ADOPT, AUDIT, str(seq), typed)
        return delta_of(seal_entries(dataset, typed["who"], ADOPT, ADOPTION))


def _adoptable(dataset: gdal.Dataset, requested: Sequence[int]) -> set[int]:
    """Return those of these entries that were made outside and are not adopted."""
    numbers = ", ".join(str(int(seq)) for seq in requested) or "NULL"
    found = execute(dataset, f'SELECT "seq" FROM "audit" WHERE "seq" IN ({numbers}) AND {_ADOPTABLE}')
    return {int(seq) for seq in found}


def accept_missing_heads(survey: GeoPackageSurvey, lost: Sequence[StoredHead], who: str, reason: str) -> Delta:
    """Write an entry "accept" for each of these heads, which the record lacks.

    Raises:
        ReasonMissing: nothing is written. Also what writing a survey raises.
    """
    typed = typed_reason(who, reason)
    with transaction(survey.path, survey.file) as dataset:
        seal_entries(dataset)
        for seq, digest in sorted({(head.seq, head.hash) for head in lost}):
            add_entry_about(dataset, ACCEPT, AUDIT, str(seq), {**typed, "hash": digest})
        return delta_of(seal_entries(dataset, typed["who"], ACCEPT, PLUGIN))


def typed_reason(who: str, reason: str) -> dict[str, str]:
    """Return the name and the reason, one line each, as entries have them. Raises ReasonMissing."""
    typed = {"who": typed_line(who, LONGEST), "reason": typed_line(reason, LONGEST)}
    if not all(typed.values()):
        raise ReasonMissing()
    return typed


def add_entry_about(dataset: gdal.Dataset, action: str, table: str, row_id: str, after: Mapping[str, str | int]
                    ) -> None:
    """Write an entry, not sealed yet, about one of RECORDS: an entry (`row_id` is its seq) or a survey received."""
    values: tuple[str | int, ...] = (str(uuid.uuid4()), last_seq(dataset) + 1, utc_now(), action, table, row_id,
                                     json.dumps(after, ensure_ascii=False))
    execute(dataset, 'INSERT INTO "audit" ("id", "seq", "at", "action", "table_name", "row_id", "after") '
                     f"VALUES ({', '.join(map(literal, values))})")
