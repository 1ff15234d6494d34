"""Undo and redo of changes of the survey: the file, the selection and the record, whatever layer is active."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from yalu_plugin.core.imagery.scene import Scene


@pytest.fixture
def history(bench: Any, data: Any) -> Any:
    """The history, with a scene on screen."""
    path = sorted((data / "s2_romania").glob("*.tif"))[0]
    moment = datetime(2024, 5, 1, tzinfo=timezone.utc)
    bench.scenes.add([Scene("one", str(path), moment, moment, "acquired", "stac")])
    bench.imagery.step("first")
    return bench.history


def added(bench: Any, lon: float = 127.6) -> str:
    from qgis.core import QgsPointXY

    return str(bench.annotation.add_site(QgsPointXY(lon, 41.45), "barge_dock"))


def ids(bench: Any) -> set[str]:
    return {row["id"] for row in bench.session.survey.rows("sites")}


def test_undo_and_redo_of_an_observation_select_its_site(bench: Any, history: Any) -> None:
    first, second, *_ = (row["id"] for row in bench.session.survey.rows("sites"))
    bench.sites.select([first])
    bench.annotation.observe("present")
    for take in (history.undo, history.redo, history.undo):
        bench.sites.select([second])
        assert take()
        assert bench.sites.selected() == [first]


def test_redo_of_an_added_site_selects_it_and_undo_leaves_the_selection(bench: Any, history: Any) -> None:
    other = bench.session.survey.rows("sites")[0]["id"]
    site_id = added(bench)
    bench.sites.select([other])
    history.undo()
    assert bench.sites.selected() == [other]
    history.redo()
    assert bench.sites.selected() == [site_id]


def test_of_several_sites_none_is_selected(bench: Any, history: Any) -> None:
    rows = bench.session.survey.rows("sites")
    bench.sites.select([rows[0]["id"]])
    history.push("Notes", bench.session.change("note", replaced={"sites": [{**row, "note": "x"} for row in rows]}))
    history.undo()
    assert bench.sites.selected() == [rows[0]["id"]]
    assert {row["note"] for row in bench.session.survey.rows("sites")} == {row["note"] for row in rows}


def test_a_replaced_row_is_what_it_was_to_the_last_digit(bench: Any, history: Any) -> None:
    row = {**bench.session.survey.rows("sites")[0], "location_accuracy_m": 0.1 + 0.2, "note": "1\n2 '\" 압록"}
    bench.session.change("note", replaced={"sites": [row]})
    now = bench.session.survey.rows("sites", id=row["id"])
    history.push("Note", bench.session.change("note", replaced={"sites": [{**row, "note": None, "name": "other"}]}))
    history.undo()
    assert bench.session.survey.rows("sites", id=row["id"]) == now


def test_it_works_whatever_layer_is_active_and_with_no_layer_of_sites(bench: Any) -> None:
    site_id = added(bench)
    bench.project.removeMapLayer(bench.sites.layer().id())
    assert bench.history.undo() and site_id not in ids(bench)
    assert bench.history.redo() and site_id in ids(bench)


def test_the_last_200_actions_can_be_undone(bench: Any) -> None:
    sites = [added(bench, 125 + number / 100) for number in range(201)]
    while bench.history.undo():
        pass
    assert set(sites) & ids(bench) == {sites[0]}
    assert len(bench.history.undone) == 200
    while bench.history.redo():
        pass
    assert set(sites) <= ids(bench)


def test_another_action_clears_the_redo_list(bench: Any) -> None:
    first = added(bench)
    bench.history.undo()
    second = added(bench, 127.7)
    assert bench.history.undone == [] and not bench.history.redo()
    assert first not in ids(bench) and second in ids(bench)


def test_an_action_whose_rows_others_have_changed_is_not_undone_and_reported(bench: Any) -> None:
    errors: list[str] = []
    bench.error_occurred.connect(lambda error: errors.append(str(error)))
    undone_id, changed = added(bench), added(bench, 127.7)
    (row,) = bench.session.survey.rows("sites", id=changed)
    bench.session.survey.change("elsewhere", replaced={"sites": [{**row, "name": "renamed by a colleague"}]})
    assert not bench.history.undo()
    assert changed in ids(bench) and len(errors) == 1 and "changed" in errors[0]
    assert [one.split(" (")[0] for one in bench.history.done] == ["Add crossing"]  # the one before can still be undone
    assert bench.history.undo() and undone_id not in ids(bench)


def test_every_undo_is_an_entry_of_the_record(bench: Any) -> None:
    site_id = added(bench)
    bench.history.undo()
    bench.history.redo()
    actions = [row["action"] for row in bench.session.survey.rows("audit") if row["row_id"] == site_id]
    assert actions == ["Add crossing", "undo", "redo"]


THIRD = 1 / 3  # has no end in decimals


@pytest.mark.parametrize(("table", "wkt"), [
    ("sites", f"POINT ({127 + THIRD!r} {41 + THIRD!r})"),
    ("areas", f"POLYGON (({127 + THIRD!r} 41.4, 127.5 {41 + THIRD!r}, 127.5 41.5, {127 + THIRD!r} 41.4))"),
    ("searches", f"LINESTRING ({127 + THIRD!r} 41.4, 127.5 {41 + THIRD!r}, 127.6 41.5)"),
    ("marks", f"POINT ({127 + THIRD!r} {-1e-12!r})")])
def test_a_geometry_is_the_same_to_the_last_bit_after_undo_and_redo(bench: Any, history: Any, table: str, wkt: str,
                                                                    ) -> None:
    import sqlite3

    def blob() -> list[bytes]:
        with sqlite3.connect(f"file:{bench.session.survey.path}?mode=ro", uri=True) as file:
            return [row[0] for row in file.execute(f"SELECT geom FROM {table} WHERE id = 'x'")]

    def row() -> Any:
        return bench.session.facts.row(table, "x")

    history.push("Add", bench.session.change("add", {table: [{"id": "x", "geom": wkt}]}))
    (before,) = blob()
    history.push("Note", bench.session.change("note", replaced={table: [{**row(), "created_by": "somebody"}]}))
    assert blob() == [before]  # which is rewritten with it
    history.push("Delete", bench.session.change("delete", removed={table: [row()]}))
    assert blob() == []
    for take, left in ((history.undo, [before]), (history.undo, [before]), (history.undo, []), (history.redo, [before]),
                       (history.redo, [before]), (history.redo, []), (history.undo, [before])):
        assert take() and blob() == left
