"""Constraints on the values of a row, as checked by forms and QGIS' own tools; the panels follow the same rules.

Expressions are QGIS'. They are true for empty values: columns that must not be empty are in _REQUIRED.
"""

from __future__ import annotations

from typing import NamedTuple

from yalu_plugin.core.schema import TABLE
from yalu_plugin.core.text import translatable

# now(), which is in the computer's time zone, as a UTC day
UTC_DAY = "to_date(to_datetime('1970-01-01T00:00:00Z') + make_interval(seconds:=epoch(now()) / 1000))"

_REQUIRED = {
    "observations": ("site_id", "state", "seen_to"), "images": ("uri",), "searches": ("from_m", "to_m"),
    "sources": ("title",), "claims": ("quantity", "value"), "counts": ("area_id", "image_id"),
    "value_lists": ("list", "value"),
}
REQUIRED_MESSAGE = translatable("This must not be empty.")
CHOICE_MESSAGE = translatable("This must be a value of its list.")
_NOT_NEGATIVE = translatable("This must be a number not less than 0.")
_POSITIVE = translatable("This must be a number above 0.")
_UNSEEN_ONLY = translatable("A reason is only stated where the state is “not observable”.")


class Rule(NamedTuple):
    """A constraint on a column.

    `expression` is true for a valid row; `text` is the message for an invalid one, in English, to be translated when
    shown.
    """

    column: str
    expression: str
    text: str


def _in_order(first: str, last: str, text: str) -> Rule:
    return Rule(last, f'"{first}" IS NULL OR "{last}" IS NULL OR "{first}" <= "{last}"', text)


def _number(column: str, condition: str, text: str) -> Rule:
    return Rule(column, f'"{column}" IS NULL OR "{column}" {condition}', text)


_DAYS_IN_ORDER = translatable("The last day must not be before the first.")
_RULES = {
    "sites": (
        _number("location_accuracy_m", ">= 0", _NOT_NEGATIVE),
        Rule("replaces_site_id", '"replaces_site_id" IS NULL OR "replaces_site_id" <> "id"',
             translatable("A site cannot replace itself."))),
    "observations": (
        Rule("seen_to", '("seen_to" IS NULL OR "seen_to" <= ' + UTC_DAY + ") AND "
                        '("seen_from" IS NULL OR "seen_to" IS NULL OR "seen_from" <= "seen_to")',
             translatable("The last day must not be before the first, nor still to come (UTC).")),
        Rule("reason", '"reason" IS NULL OR "state" = \'not_observable\'', _UNSEEN_ONLY),
        Rule("below_resolution", '"below_resolution" IS NULL OR NOT "below_resolution" OR "state" <> '
                                 "'not_observable'",
             translatable("What could not be observed is not below resolution."))),
    "images": (
        _in_order("acquired_from", "acquired_to", translatable("The end must not be before the beginning.")),
        Rule("date_kind", '"date_kind" IS NOT NULL OR ("acquired_from" IS NULL AND "acquired_to" IS NULL)',
             translatable("A date needs its kind: acquired, released, at or before, or reported.")),
        _number("gsd_m", "> 0", _POSITIVE),
        _number("cloud_cover", "BETWEEN 0 AND 100", translatable("This must be a number from 0 to 100."))),
    "marks": (_number("length_m", "> 0", _POSITIVE), _number("width_m", "> 0", _POSITIVE),
              _number("error_m", ">= 0", _NOT_NEGATIVE)),
    "searches": (_in_order("from_m", "to_m", translatable("The end must not be before the beginning.")),
                 Rule("reason", '"reason" IS NULL OR "result" = \'not_observable\'', _UNSEEN_ONLY)),
    "sources": (Rule("published_on", '"published_on" IS NULL OR regexp_match("published_on", '
                     "'^\\\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\\\d|3[01]))?)?$')",
                     translatable("This must be a year, a month or a day: 2025, 2025-11 or 2025-11-30.")),),
    "claims": (_in_order("from_date", "to_date", _DAYS_IN_ORDER),),
    "counts": (_number("share_shown", "BETWEEN 0 AND 1", translatable("This must be a number from 0 to 1.")),),
    "value_lists": (Rule("key", '"key" IS NULL OR regexp_match("key", \'^[A-Za-z0-9]?$\')',
                         translatable("This must be one letter from A to Z, or a digit.")),),
}


def rules_of(table: str) -> list[Rule]:
    """Return the rules of a table, one per column.

    They are those of _RULES, that a column with choices has one of them, and that a required text is not blank. The
    kinds of sites have no such rule, because users may add custom kinds.
    """
    rules = {rule.column: rule for rule in _RULES.get(table, ())}
    for column in TABLE[table].columns if table in TABLE else ():
        if column.choices and column.name != "kind":
            choice, other = choices_rule(column.name, column.choices), rules.get(column.name)
            rules[column.name] = choice if other is None else other._replace(
                expression=f"({choice.expression}) AND ({other.expression})")
        elif is_required(table, column.name) and column.type == "text":
            rules[column.name] = Rule(column.name, f'"{column.name}" IS NULL OR trim("{column.name}") <> \'\'',
                                      REQUIRED_MESSAGE)
    return list(rules.values())


def choices_rule(column: str, choices: tuple[str, ...] | list[str]) -> Rule:
    """Return the rule that a column has one of these values, or is empty."""
    values = ", ".join("'" + value.replace("\\", "\\\\").replace("'", "''") + "'" for value in choices)
    return Rule(column, f'"{column}" IS NULL OR "{column}" IN ({values})', CHOICE_MESSAGE)


def is_required(table: str, column: str) -> bool:
    """Return whether a row of the table must have a value in this column."""
    return column in _REQUIRED.get(table, ())
