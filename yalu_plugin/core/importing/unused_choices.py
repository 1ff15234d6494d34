"""Reports decisions of the analyst on texts and rows that the file does not have, such as misspelt ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from yalu_plugin.core.importing.column_map import DATE, FIELDS, ColumnMap
from yalu_plugin.core.importing.import_assessment import Choices
from yalu_plugin.core.importing.import_source import Source
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

UNUSED_KIND = translatable("No kind in the file is {texts}: what was given for it has no effect.")
UNUSED_STATE = translatable("No state in the file is {texts}: what was given for it has no effect.")
UNUSED_DATE = translatable("No date in the file is {texts}: what was given for it has no effect.")
UNUSED_ROW = translatable("The file has no row {texts}: the answer given for it has no effect.")
_MAX_NAMED, _MAX_LENGTH = 20, 100  # texts, and characters of each
_DATES = tuple(field.name for field in FIELDS if field.holds == DATE)


def unused_choices(source: Source | None, column_map: ColumnMap | None, choices: Choices,
                   rows: Collection[int]) -> tuple[Phrase, ...]:
    """Return a sentence for each of kinds, states, dates and rows that names decisions without effect.

    `rows` are the numbers of the file's rows; a survey imported as a whole has no `source` and no columns.
    """
    time = source.format_time_column if source else ""
    columns = column_map.columns if column_map else {}
    texts = (
        (UNUSED_KIND, choices.kinds, [columns.get("kind")]), (UNUSED_STATE, choices.states, [columns.get("state")]),
        (UNUSED_DATE, choices.dates, [*map(columns.get, _DATES), time]))
    found = [_unused(template, given, _texts(source, [column for column in field_columns if column]) if given else ())
             for template, given, field_columns in texts]
    of_words = (key.partition(".")[0] for key in choices.words)
    named = dict.fromkeys((*map(str, choices.rows), *filter(str.isdecimal, of_words)))
    found.append(_unused(UNUSED_ROW, named, set(map(str, rows)) if named else ()))
    return tuple(phrase for phrases in found for phrase in phrases)


def _texts(source: Source | None, columns: list[str]) -> set[str]:
    return {row.text(column) for row in source.rows for column in columns} if source else set()


def _unused(template: str, given: Iterable[str], texts_in_file: Collection[str]) -> Iterator[Phrase]:
    missing = [f"“{text[:_MAX_LENGTH]}”" for text in given if text not in texts_in_file]
    if missing:
        more = [f"… ({len(missing)})"] if len(missing) > _MAX_NAMED else []
        yield Phrase(template, {"texts": ", ".join([*missing[:_MAX_NAMED], *more])})
