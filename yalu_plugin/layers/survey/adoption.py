"""Entries made outside the plugin adopted: in the record itself an analyst vouches for them, by name and reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.sql import literal
from yalu_plugin.core.survey.delta import Delta, Entry
from yalu_plugin.core.survey.sealed_record import ADOPTION, OUTSIDE
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.survey.geopackage import execute, opened
from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey
from yalu_plugin.layers.survey.record_words import say_of_record, typed_reason
from yalu_plugin.layers.survey.sealing import delta_of, entries_where, seal_entries
from yalu_plugin.layers.survey.write import transaction

MOST = 10_000  # entries looked at at once
# one that is not sealed yet has no origin, and was made outside
_ADOPTABLE = (f'COALESCE("origin", {literal(OUTSIDE)}) = {literal(OUTSIDE)} AND CAST("seq" AS TEXT) NOT IN '
              f'(SELECT "row_id" FROM "audit" WHERE "origin" = {literal(ADOPTION)})')
ADOPT = "adopt"  # the action of such an entry; its row_id is the seq of the adopted one


class NotToAdopt(YaluError):
    """Entries that cannot be adopted."""

    template = translatable("Only entries made outside the plugin can be adopted, and each once. These are others, "
                            "or are adopted: {entries}.")


def to_adopt(survey: GeoPackageSurvey) -> list[Entry]:
    """The last MOST entries made outside the plugin that nobody has adopted, in order of seq.

    Raises what reading a survey raises.
    """
    older = f'(SELECT "seq" FROM "audit" WHERE {_ADOPTABLE} ORDER BY "seq" DESC LIMIT 1 OFFSET {MOST})'
    with opened(survey.path) as dataset:
        return list(delta_of(entries_where(dataset, f'{_ADOPTABLE} AND "seq" > COALESCE({older}, 0)', MOST)).entries)


def adopt(survey: GeoPackageSurvey, entries: Iterable[int], who: str, reason: str) -> Delta:
    """Adopt entries made outside, by their seq: an entry "adopt" for each. The adopted ones stay as they are.

    Entries that are not sealed yet are sealed first. Raises NotToAdopt and ReasonMissing (nothing is written then), and
    what writing a survey raises.
    """
    wanted = sorted(set(entries))
    typed = typed_reason(who, reason)
    with transaction(survey.path, survey.file) as dataset:
        seal_entries(dataset)
        others = sorted(set(wanted) - _adoptable(dataset, wanted))
        if others:
            raise NotToAdopt(entries=", ".join(map(str, others)))
        for seq in wanted:
            say_of_record(dataset, ADOPT, seq, typed)
        return delta_of(seal_entries(dataset, typed["who"], ADOPT, ADOPTION))


def _adoptable(dataset: gdal.Dataset, wanted: Sequence[int]) -> set[int]:
    """Those of these entries that were made outside and not adopted."""
    numbers = ", ".join(str(int(seq)) for seq in wanted) or "NULL"
    found = execute(dataset, f'SELECT "seq" FROM "audit" WHERE "seq" IN ({numbers}) AND {_ADOPTABLE}')
    return {int(seq) for seq in found}
