"""Counting with what goes wrong: one clear line each, and nothing lost."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from tests.gui.counting.conftest import lonlat
from tests.gui.counting.test_counting import analyst, totals  # noqa: F401


def place(east: float, south: float) -> Any:
    from qgis.core import QgsPointXY

    return QgsPointXY(*lonlat(east, south))


def elsewhere(counted: Any, **rows: Any) -> None:
    """What another window writes; this one does not look at the file before it writes itself."""
    from yalu_plugin.layers.survey.open import open_survey

    counted.bench.session._timer.stop()
    open_survey(counted.bench.session.survey.path).change("finish", **rows)


def count_row(counted: Any) -> Any:
    return dict(counted.bench.session.survey.rows("counts")[0])


def test_a_count_that_another_window_finished_gets_no_more_marks(begun: Any) -> None:
    begun.click(50, 50)
    row = count_row(begun)
    elsewhere(begun, replaced={"counts": [{**row, "finished_at": "2025-08-01T00:00:00Z"}]})
    begun.click(60, 50)
    assert begun.told() == ["1 rows of counts were changed by somebody else since: they are left as they are now."]
    assert len(begun.bench.session.survey.rows("marks")) == 1
    begun.bench.session.refresh()
    begun.events()
    assert begun.window.canvas.mapTool() is not begun.dock.count_tool
    assert begun.find("yalu_reopen_count_button").isVisibleTo(begun.dock)


@pytest.mark.parametrize("act", ["finish_count", "delete"])
def test_a_count_that_another_window_deleted(begun: Any, act: str) -> None:
    begun.click(50, 50)
    row = count_row(begun)
    elsewhere(begun, removed={"counts": [row]})
    if act == "delete":
        begun.key("Backspace")
    else:
        begun.made[act].trigger()
    assert begun.told() == ["1 rows of counts were changed by somebody else since: they are left as they are now."]
    assert begun.bench.session.survey.rows("counts") == [] and len(begun.bench.session.survey.rows("marks")) == 1
    begun.bench.session.refresh()
    begun.events()
    assert begun.bench.counts.count_id == ""


def test_an_area_reshaped_or_deleted_by_another_window(begun: Any) -> None:
    (area,) = begun.bench.session.survey.rows("areas")
    begun.made["reshape_area"].trigger()
    begun.drag((120, 120), (180, 180))
    elsewhere(begun, replaced={"areas": [{**area, "name": "Theirs"}]})
    begun.key("Return")
    assert begun.told() == ["1 rows of areas were changed by somebody else since: they are left as they are now."]
    assert begun.bench.session.survey.rows("areas") == [{**area, "name": "Theirs"}]


def test_an_area_that_is_deleted_while_one_counts_in_it(begun: Any) -> None:
    begun.click(50, 50)
    begun.bench.areas.delete(begun.bench.counts.area_id)
    begun.events()
    assert begun.window.canvas.mapTool() is not begun.dock.count_tool and begun.labels() == []
    begun.bench.history.undo()
    begun.events()
    assert begun.labels() == ["car"] and begun.find("yalu_count_area").count() == 1


def test_a_question_about_an_area_that_is_gone_meanwhile(begun: Any) -> None:
    begun.click(50, 50)
    begun.made["delete_area"].trigger()
    rows = begun.bench.session.survey
    elsewhere(begun, removed={"marks": rows.rows("marks"), "counts": rows.rows("counts"), "areas": rows.rows("areas")})
    begun.answer("Delete area")
    assert begun.told() == ["This area is not in the survey any more."]


BOW = "POLYGON (({0[0]!r} {0[1]!r}, {1[0]!r} {1[1]!r}, {2[0]!r} {2[1]!r}, {3[0]!r} {3[1]!r}, {0[0]!r} {0[1]!r}))"


def test_an_area_that_crosses_itself(begun: Any) -> None:
    corners = [lonlat(*corner) for corner in ((20, 20), (120, 120), (120, 20), (20, 120))]
    (area,) = begun.bench.session.survey.rows("areas")
    begun.bench.session.change("outside", replaced={"areas": [{**area, "geom": BOW.format(*corners)}]})
    begun.click(30, 70)
    begun.click(70, 30)  # between its two halves
    assert begun.labels() == ["car"] and "lies outside Lot 1" in begun.told()[0]


def test_an_area_in_two_parts(begun: Any) -> None:
    parts = []
    for west in (20, 100):
        ring = [lonlat(*corner) for corner in ((west, 20), (west + 40, 20), (west + 40, 60), (west, 20))]
        parts.append(f"(({', '.join(f'{x!r} {y!r}' for x, y in ring)}))")
    (area,) = begun.bench.session.survey.rows("areas")
    begun.bench.session.change("outside", replaced={"areas": [{**area, "geom": f"MULTIPOLYGON ({', '.join(parts)})"}]})
    for east in (50, 130, 80):
        begun.click(east, 30)
    assert begun.labels() == ["car", "car"] and "lies outside Lot 1" in begun.told()[0]


@pytest.mark.parametrize("wkt", [None, "POLYGON EMPTY", "POLYGON ((128 41, 128 41, 128 41, 128 41))"])
def test_an_area_of_no_size(begun: Any, wkt: Any) -> None:
    (area,) = begun.bench.session.survey.rows("areas")
    begun.bench.session.change("outside", replaced={"areas": [{**area, "geom": wkt}]})
    begun.made["recount"].trigger()
    begun.click(50, 50)
    assert begun.labels() == [] and "lies outside Lot 1" in begun.told()[0]
    assert begun.find("yalu_count_status").text().startswith("Share of the area on the image: not known")


def test_a_mark_on_the_border_is_outside_and_two_at_one_place_are_two(begun: Any) -> None:
    corner = begun.bench.areas.corners()[0]
    from yalu_plugin.layers.survey.count_errors import OutsideArea

    with pytest.raises(OutsideArea):
        begun.bench.marking.mark(corner)
    for _ in range(2):
        begun.bench.marking.mark(place(50, 50))
    begun.qt.QTest.mouseMove(begun.view, begun.pixel(50, 50))
    begun.key("Delete")
    assert begun.labels() == ["car"]
    begun.key("Delete")
    assert begun.labels() == []


def test_a_class_that_was_taken_out_stays_in_the_table(begun: Any) -> None:
    row = {"id": "v", "list": "mark_class", "value": "crane", "label": "Crane", "key": "K"}
    begun.bench.session.change("add", {"value_lists": [row]})
    begun.events()
    begun.key("K")
    begun.click(50, 50)
    begun.bench.session.change("delete", removed={"value_lists": [row]})
    begun.events()
    table = begun.find("yalu_count_totals")
    heads = [table.horizontalHeaderItem(at).text() for at in range(table.columnCount())]
    assert heads == ["C", "T", "S", "B", "O", "crane", "All"] and totals(begun)["This count"] == list("0000011")


def test_an_image_that_is_gone_from_the_survey(begun: Any) -> None:
    begun.click(50, 50)
    (image,) = begun.bench.session.survey.rows("images")
    begun.bench.session.change("delete", removed={"images": [image]})
    begun.events()
    begun.click(60, 50)
    assert len(begun.labels()) == 1 and "which is not on screen" in begun.told()[0]
    begun.key("Return")  # what was counted stays, and is a figure of no day
    assert "Its image is not in the survey." in begun.find("yalu_count_status").text()


def test_a_survey_for_reading_only(begun: Any, tmp_path: Any) -> None:
    begun.click(50, 50)
    path = tmp_path / "copy.gpkg"
    path.write_bytes(begun.bench.session.survey.path.read_bytes())
    path.chmod(0o444)
    begun.bench.open_survey(path, reading=True)
    begun.events()
    begun.bench.counts.activate()
    names = ("draw_area", "rename_area", "reshape_area", "delete_area", "begin_count", "recount", "finish_count",
             "reopen_count")
    if begun.bench.session.survey.read_only_reason is not None:  # root may write anywhere
        assert not any(begun.made[name].isEnabled() for name in names)


def test_a_click_among_ten_thousand_marks_is_one_row(begun: Any, wait_for: Any) -> None:
    count = count_row(begun)
    west, north = lonlat(25, 25)
    east, south = lonlat(115, 115)
    rows = [{"id": str(uuid.uuid4()), "count_id": count["id"], "image_id": "a", "label": "car", "created_by": "Kim",
             "geom": f"POINT ({west + (east - west) * column / 100!r} {north + (south - north) * row / 100!r})"}
            for row in range(100) for column in range(100)]
    def known() -> bool:
        """Whether what is written in one go has been read again, in the background."""
        return begun.bench.session.facts.seq == begun.bench.session.survey.head().seq

    begun.bench.session.change("test", {"marks": rows})
    wait_for(known)
    begun.events()
    seq = begun.bench.session.facts.seq
    begun.click(118, 118)
    assert begun.bench.session.facts.seq == seq + 1 and totals(begun)["This count"][-1] == "10001"
    begun.key("Return")
    assert begun.bench.session.facts.seq == seq + 2 and begun.told()[0].startswith(
        "Count of Lot 1 finished: 10001 objects on ")
    begun.bench.areas.delete(begun.bench.counts.area_id)
    wait_for(known)
    assert begun.labels() == []
    begun.bench.history.undo()
    wait_for(known)
    assert len(begun.labels()) == 10_001
