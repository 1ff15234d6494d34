"""Labels, defaults and rules of all columns of the schema in forms."""

from __future__ import annotations

import pytest

from yalu_plugin.core.forms import column_labels, form_fields, form_rules
from yalu_plugin.core.kinds import SITE_KINDS
from yalu_plugin.core.schema import REFERENCES, SITE_STATES, TABLE
from yalu_plugin.core.value_labels import COLUMN_LABELS

TABLES = [table for name, table in TABLE.items() if name in form_fields.FORM_TABLES]


@pytest.mark.parametrize("table", [*TABLES, SITE_STATES], ids=lambda table: table.name)
def test_every_visible_column_has_its_own_label(table):
    seen = [one.name for one in table.columns if not form_fields.is_hidden(table.name, one.name)]
    labels = [column_labels.column_label(table.name, column) for column in seen]
    assert all(labels) and len(set(labels)) == len(labels) and "_" not in "".join(labels)
    assert column_labels.TABLE_LABELS[table.name]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_value_of_a_column_has_a_label(table):
    for column in table.columns:
        labels = [COLUMN_LABELS[column.name][value] for value in column.choices]
        assert len(set(labels)) == len(labels)


def test_columns_that_hold_an_id_name_a_table():
    ids = {column.name for table in TABLES for column in table.columns if column.name.endswith("_id")}
    assert ids == set(REFERENCES) and set(REFERENCES.values()) <= set(form_fields.FORM_TABLES)


def test_rows_listed_in_a_form_refer_to_it():
    for table, listed in form_fields.LISTED_TABLES.items():
        for other, column in listed:
            assert REFERENCES[column] == table and column in TABLE[other].column_names
            assert (other, column) in column_labels.LISTED_LABELS


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rules_are_for_editable_columns(table):
    ruled = [rule.column for rule in form_rules.rules_of(table.name)]
    assert len(set(ruled)) == len(ruled) and set(ruled) <= set(table.column_names)
    required = [column for column in table.column_names if form_rules.is_required(table.name, column)]
    assert not any(form_fields.is_read_only(table.name, column) or form_fields.is_hidden(table.name, column)
                   for column in required)
    choices = {column.name for column in table.columns if column.choices and column.choices != SITE_KINDS}
    assert choices <= set(ruled)


def test_new_rows_of_all_tables_have_an_id():
    assert {form_fields.default_expression(table.name, "id") for table in TABLES} == {"uuid('WithoutBraces')"}


def test_no_time_is_entered_by_hand():
    """QGIS interprets what is typed into an empty field as the computer's time, and would store another hour."""
    times = [(table.name, column.name) for table in TABLES for column in table.columns if column.type == "datetime"]
    assert times and all(form_fields.is_read_only(*one) for one in times)
