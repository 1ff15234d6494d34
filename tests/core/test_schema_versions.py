"""A column of a later version leaves the statements of earlier versions as they are in files."""

from __future__ import annotations

import pytest

from yalu_plugin.core import schema
from yalu_plugin.core.schema_sql import own_statements


@pytest.mark.parametrize("table", schema.FACTS)
def test_one_more_column_changes_only_later_versions(table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    versions = range(1, schema.SURVEY_VERSION + 1)
    before = {version: own_statements(version) for version in versions}
    was = schema.TABLE[table]
    more = was._replace(columns=(*was.columns, schema.Column("more", since=schema.SURVEY_VERSION + 1)))
    monkeypatch.setitem(schema.TABLE, table, more)
    assert {version: own_statements(version) for version in versions} == before
    name = f"yalu_{table}_update"
    assert own_statements(schema.SURVEY_VERSION + 1)[name] != before[versions[-1]][name]
