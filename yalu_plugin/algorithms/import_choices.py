"""The answers of a script to the questions of an import: its parameters in JSON as Choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yalu_plugin.algorithms.json_parameters import UnknownField, UnknownValue, json_object
from yalu_plugin.core.importing.import_assessment import ROW_ANSWERS, Choices
from yalu_plugin.core.importing.list_changes import GONE_ANSWERS, WORDS
from yalu_plugin.core.kinds import SITE_KINDS
from yalu_plugin.core.states import STATES

KIND_MAPPING, STATE_MAPPING, DATE_MAPPING = "KIND_MAPPING", "STATE_MAPPING", "DATE_MAPPING"
ROW_ANSWERS_PARAMETER, UPDATE, GONE = "ROW_ANSWERS", "UPDATE", "GONE"
ALL_OTHERS = "*"  # in ROW_ANSWERS: every row that needs an answer and is not listed


def read_choices(parameters: Mapping[str, Any], custom_kinds: Sequence[str], datum: str) -> tuple[Choices, str | None]:
    """Return the choices in the parameters, and the answer for all rows that are not listed, if there is one.

    Raises ParameterNotJson, UnknownField and UnknownValue.
    """
    def given(name: str, values: Sequence[str] = (), numbered: bool = False) -> dict[str, Any]:
        return json_object(name, parameters.get(name), values=values, numbered=numbered)

    kinds = given(KIND_MAPPING, ("", *SITE_KINDS, *custom_kinds))
    states, dates = given(STATE_MAPPING, ("", *STATES)), given(DATE_MAPPING)
    _check_dates(DATE_MAPPING, dates)
    answers = given(ROW_ANSWERS_PARAMETER, ROW_ANSWERS, numbered=True)
    others = answers.pop(ALL_OTHERS, None)
    words = given(UPDATE, WORDS)
    _check_fields(words)
    numbered_answers = {int(number): answer for number, answer in answers.items()}
    return Choices(kinds, states, dates, numbered_answers, datum=datum, words=words,
                   gone=given(GONE, GONE_ANSWERS)), others


def _check_fields(words: Mapping[str, Any]) -> None:
    """Check that the keys are "*", fields, rows, or rows with a field. Raises UnknownField."""
    from yalu_plugin.core.importing.site_update import UPDATE_FIELDS

    for key in words:
        number, _, field = key.rpartition(".")
        known = field in UPDATE_FIELDS or not number and (field == ALL_OTHERS or field.isdecimal())
        if not known or (number and not number.isdecimal()):
            raise UnknownField(name=UPDATE, field=key, fields=", ".join((ALL_OTHERS, *UPDATE_FIELDS, "12", "12.name")))


def _check_dates(name: str, dates: Mapping[str, str | None]) -> None:
    """Check that the values are dates.

    Raises:
        UnknownValue: a value is not a date, or ambiguous.
    """
    from yalu_plugin.core.importing.date_parser import DateError, read_date

    for text, date in dates.items():
        try:
            read_date(date or "2000")
        except DateError as error:
            raise UnknownValue(name=name, value=f"{text}: {date}", values="2025-07-30, 2024-04/2024-06") from error
