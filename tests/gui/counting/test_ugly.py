"""Errors while counting: one clear message each, and nothing is lost."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from tests.gui.counting.conftest import lonlat
from tests.gui.counting.test_counting import analyst, totals  # noqa: F401


def place(east: float, south: float) -> Any:
    from qgis.core import QgsPointXY

    return QgsPointXY(*lonlat(east, south))


def elsewhere(counter: Any, **rows: Any) -> None:
    """A change by another window, which this one does not read before it writes itself."""
    from yalu_plugin.layers.survey.open import open_survey

    counter.bench.session._timer.stop()
    open_survey(counter.bench.session.survey.path).change("finish", **rows)


def count_row(counter: Any) -> Any:
    return dict(counter.bench.session.survey.rows("counts")[0])


def test_a_count_that_another_window_finished_gets_no_more_marks(started: Any) -> None:
    started.click(50, 50)
    row = count_row(started)
    elsewhere(started, replaced={"counts": [{**row, "finished_at": "2025-08-01T00:00:00Z"}]})
    started.click(60, 50)
    assert started.bar_texts() == [
        "1 row of counts was changed by somebody else since: it is left as it is now."]
    assert len(started.bench.session.survey.rows("marks")) == 1
    started.bench.session.refresh()
    started.events()
    assert started.window.canvas.mapTool() is not started.dock.count_tool
    assert started.find("yalu_reopen_count_button").isVisibleTo(started.dock)


@pytest.mark.parametrize("act", ["finish_count", "delete"])
def test_a_count_that_another_window_deleted(started: Any, act: str) -> None:
    started.click(50, 50)
    row = count_row(started)
    elsewhere(started, removed={"counts": [row]})
    if act == "delete":
        started.key("Backspace")
    else:
        started.actions[act].trigger()
    assert started.bar_texts() == [
        "1 row of counts was changed by somebody else since: it is left as it is now."]
    assert started.bench.session.survey.rows("counts") == [] and len(started.bench.session.survey.rows("marks")) == 1
    started.bench.session.refresh()
    started.events()
    assert started.bench.counts.count_id == ""


def test_an_area_reshaped_or_deleted_by_another_window(started: Any) -> None:
    (area,) = started.bench.session.survey.rows("areas")
    started.actions["reshape_area"].trigger()
    started.drag((120, 120), (180, 180))
    elsewhere(started, replaced={"areas": [{**area, "name": "Theirs"}]})
    started.key("Return")
    assert started.bar_texts() == [
        "1 row of areas was changed by somebody else since: it is left as it is now."]
    assert started.bench.session.survey.rows("areas") == [{**area, "name": "Theirs"}]


def test_an_area_that_is_deleted_while_one_counts_in_it(started: Any) -> None:
    started.click(50, 50)
    started.bench.areas.delete(started.bench.counts.area_id)
    started.events()
    assert started.window.canvas.mapTool() is not started.dock.count_tool and started.labels() == []
    started.bench.history.undo()
    started.events()
    assert started.labels() == ["car"] and started.find("yalu_count_area").count() == 1


def test_a_question_about_an_area_that_was_deleted_meanwhile(started: Any) -> None:
    started.click(50, 50)
    started.actions["delete_area"].trigger()
    rows = started.bench.session.survey
    elsewhere(started, removed={table: rows.rows(table) for table in ("marks", "counts", "areas")})
    started.answer("Delete area")
    assert started.bar_texts() == ["This area is not in the survey any more."]


BOW = "POLYGON (({0[0]!r} {0[1]!r}, {1[0]!r} {1[1]!r}, {2[0]!r} {2[1]!r}, {3[0]!r} {3[1]!r}, {0[0]!r} {0[1]!r}))"


def test_an_area_that_crosses_itself(started: Any) -> None:
    corners = [lonlat(*corner) for corner in ((20, 20), (120, 120), (120, 20), (20, 120))]
    (area,) = started.bench.session.survey.rows("areas")
    started.bench.session.change("outside", replaced={"areas": [{**area, "geom": BOW.format(*corners)}]})
    started.click(30, 70)
    started.click(70, 30)  # between its two halves
    assert started.labels() == ["car"] and "lies outside Lot 1" in started.bar_texts()[0]


def test_an_area_in_two_parts(started: Any) -> None:
    parts = []
    for west in (20, 100):
        ring = [lonlat(*corner) for corner in ((west, 20), (west + 40, 20), (west + 40, 60), (west, 20))]
        parts.append(f"(({', '.join(f'{x!r} {y!r}' for x, y in ring)}))")
    (area,) = started.bench.session.survey.rows("areas")
    wkt = f"MULTIPOLYGON ({', '.join(parts)})"
    started.bench.session.change("outside", replaced={"areas": [{**area, "geom": wkt}]})
    for east in (50, 130, 80):
        started.click(east, 30)
    assert started.labels() == ["car", "car"] and "lies outside Lot 1" in started.bar_texts()[0]


@pytest.mark.parametrize("wkt", [None, "POLYGON EMPTY", "POLYGON ((128 41, 128 41, 128 41, 128 41))"])
def test_an_area_of_no_size(started: Any, wkt: Any) -> None:
    (area,) = started.bench.session.survey.rows("areas")
    started.bench.session.change("outside", replaced={"areas": [{**area, "geom": wkt}]})
    started.actions["recount"].trigger()
    started.click(50, 50)
    assert started.labels() == [] and "lies outside Lot 1" in started.bar_texts()[0]
    assert started.find("yalu_count_status").text().startswith("Share of the area on the image: not known")


def test_a_mark_on_the_border_is_outside_and_two_at_one_place_are_two(started: Any) -> None:
    corner = started.bench.areas.corners()[0]
    from yalu_plugin.layers.survey.count_errors import OutsideArea

    with pytest.raises(OutsideArea):
        started.bench.marking.mark(corner)
    for _ in range(2):
        started.bench.marking.mark(place(50, 50))
    started.qt.QTest.mouseMove(started.view, started.pixel(50, 50))
    started.key("Delete")
    assert started.labels() == ["car"]
    started.key("Delete")
    assert started.labels() == []


def test_a_removed_class_stays_in_the_table(started: Any) -> None:
    row = {"id": "v", "list": "mark_class", "value": "crane", "label": "Crane", "key": "K"}
    started.bench.session.change("add", {"value_lists": [row]})
    started.events()
    started.key("K")
    started.click(50, 50)
    started.bench.session.change("delete", removed={"value_lists": [row]})
    started.events()
    table = started.find("yalu_count_totals")
    heads = [table.horizontalHeaderItem(at).text() for at in range(table.columnCount())]
    assert heads == ["C", "T", "S", "B", "O", "crane", "All"] and totals(started)["This count"] == list("0000011")


def test_an_image_that_was_removed_from_the_survey(started: Any) -> None:
    started.click(50, 50)
    (image,) = started.bench.session.survey.rows("images")
    started.bench.session.change("delete", removed={"images": [image]})
    started.events()
    started.click(60, 50)
    assert len(started.labels()) == 1 and "which is not on screen" in started.bar_texts()[0]
    started.key("Return")  # what was counted stays, and is a figure of no day
    assert "Its image is not in the survey." in started.find("yalu_count_status").text()


def test_a_survey_for_reading_only(started: Any, tmp_path: Any) -> None:
    started.click(50, 50)
    path = tmp_path / "copy.gpkg"
    path.write_bytes(started.bench.session.survey.path.read_bytes())
    path.chmod(0o444)
    started.bench.open_survey(path, reading=True)
    started.events()
    started.bench.counts.activate()
    names = ("draw_area", "rename_area", "reshape_area", "delete_area", "begin_count", "recount", "finish_count",
             "reopen_count")
    if started.bench.session.survey.read_only_reason is not None:  # root may write anywhere
        assert not any(started.actions[name].isEnabled() for name in names)


def test_a_click_among_ten_thousand_marks_is_one_row(started: Any, wait_for: Any) -> None:
    count = count_row(started)
    west, north = lonlat(25, 25)
    east, south = lonlat(115, 115)
    rows = [{"id": str(uuid.uuid4()), "count_id": count["id"], "image_id": "a", "label": "car", "created_by": "Kim",
             "geom": f"POINT ({west + (east - west) * column / 100!r} {north + (south - north) * row / 100!r})"}
            for row in range(100) for column in range(100)]
    def known() -> bool:
        """Whether a large change was reloaded in the background."""
        return started.bench.session.facts.seq == started.bench.session.survey.head().seq

    started.bench.session.change("test", {"marks": rows})
    wait_for(known)
    started.events()
    seq = started.bench.session.facts.seq
    started.click(118, 118)
    assert started.bench.session.facts.seq == seq + 1 and totals(started)["This count"][-1] == "10001"
    started.key("Return")
    assert started.bench.session.facts.seq == seq + 2 and started.bar_texts()[0].startswith(
        "Count of Lot 1 finished: 10001 objects on ")
    started.bench.areas.delete(started.bench.counts.area_id)
    wait_for(known)
    assert started.labels() == []
    started.bench.history.undo()
    wait_for(known)
    assert len(started.labels()) == 10_001
