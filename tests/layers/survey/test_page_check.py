"""A survey with damaged pages is opened at once, and the check in the background finds them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest


def test_a_whole_file_is_no_alarm(survey: Any) -> None:
    from yalu_plugin.layers.survey.page_check import check_pages

    check_pages(survey.path)


def test_a_damaged_page_is_found(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.page_check import check_pages
    from yalu_plugin.layers.survey.survey_errors import SurveyDamaged

    with closing(sqlite3.connect(survey.path)) as database:
        (page,), (size,) = (database.execute(sql).fetchone() for sql in (
            "SELECT rootpage FROM sqlite_master WHERE name = 'claims'", "PRAGMA page_size"))
    content = bytearray(survey.path.read_bytes())
    content[(page - 1) * size:page * size] = b"\xff" * size
    survey.path.write_bytes(content)
    assert open_survey(survey.path).id == survey.id
    with pytest.raises(SurveyDamaged, match="Put back a copy"):
        check_pages(survey.path)


@pytest.mark.parametrize("tree", [
    "observations", "audit", "yalu_observations_id", "yalu_observations_site_id", "yalu_audit_seq", "layer_styles",
    "rtree_sites_geom_node", "rtree_site_states_geom_rowid", "site_states", "yalu_site_states_site_id",
    "gpkg_tile_matrix_set"])
@pytest.mark.parametrize("many", [100_000, 5], ids=["few rows", "very many"])
def test_a_damaged_page_of_any_tree_is_found_at_any_size(
    survey: Any, monkeypatch: pytest.MonkeyPatch, tree: str, many: int
) -> None:
    from yalu_plugin.layers.survey import page_check
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import SurveyDamaged

    site = survey.rows("sites")[0]["id"]
    survey.change("test", added={"observations": [{"id": f"o{number}", "site_id": site, "state": "present",
                                                   "seen_to": f"2024-01-{number % 28 + 1:02}", "note": "x" * 900}
                                                  for number in range(60)]})
    monkeypatch.setattr(page_check, "MANY", many)
    survey.check(lambda _: None)
    survey.close()
    _damage(survey.path, tree)
    with pytest.raises(SurveyDamaged):
        open_survey(survey.path).check(lambda _: None)


def _damage(path: Path, tree: str) -> None:
    """Overwrite the last leaf page of a tree, or its only page."""
    with closing(sqlite3.connect(path)) as database:
        (size,) = database.execute("PRAGMA page_size").fetchone()
        *_, (page,) = database.execute("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'", [tree])
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def test_a_removed_file_is_not_reported_by_the_check(survey: Any) -> None:
    from yalu_plugin.layers.survey.page_check import check_pages

    Path(survey.path).unlink()
    check_pages(survey.path)


def test_opening_runs_no_check_and_reads_no_table_whole(survey: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey import geopackage, open, opened_file, survey_triggers
    from yalu_plugin.layers.survey import record_feed as feeding

    ran: list[str] = []
    real = geopackage.rows_of

    def rows_of(dataset: Any, statement: str) -> Any:
        ran.append(statement)
        return real(dataset, statement)

    for module in (geopackage, opened_file, open, survey_triggers, feeding):
        monkeypatch.setattr(module, "rows_of", rows_of)
    open.open_survey(survey.path)
    monkeypatch.undo()
    plans = []
    with closing(sqlite3.connect(survey.path)) as database:
        for statement in ran:
            assert "quick_check" not in statement
            if statement.startswith("SELECT") and "sqlite_master" not in statement:
                plans += [row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {statement}")]
    # the one row of the survey's own table; the entries that are not sealed, by their index
    scans = [plan for plan in plans if plan.startswith("SCAN") and "survey" not in plan and "CONSTANT" not in plan]
    assert len(plans) >= 3 and [plan for plan in scans if "INDEX" not in plan] == []
