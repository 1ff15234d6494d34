"""One image added to a survey of many: which tables are read, and how the lists change."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from yalu_plugin.core.imagery.scene import Scene, scene_id

BEGIN = datetime(2010, 1, 1, 2, tzinfo=timezone.utc)


def scene(number: int, dated: bool = True, name: str = "") -> Scene:
    uri = name or f"/images/{number:05}.jpg"
    taken = BEGIN + timedelta(days=number) if dated else None
    kind = ("acquired", "stac") if dated else ("", "")
    return Scene(scene_id(uri), uri, taken, taken, *kind)


@pytest.fixture
def stocked(bench: Any) -> Any:
    bench.scenes.add([*(scene(number) for number in range(200)), *(scene(number, False) for number in range(200, 300))])
    return bench


@pytest.fixture
def read(stocked: Any, monkeypatch: Any) -> list[str]:
    """The tables that are read completely."""
    tables: list[str] = []
    survey = type(stocked.session.survey)
    rows = survey.rows

    def noted(self: Any, table: str, **equal: Any) -> Any:
        tables.append(table)
        return rows(self, table, **equal)
    monkeypatch.setattr(survey, "rows", noted)
    return tables


def keep(bench: Any, scenes: list[Scene], wait_for: Any) -> None:
    """Add scenes as the panel does."""
    from yalu_plugin.gui.imagery.image_storing import store_images_task

    task, done = store_images_task(bench, scenes), []
    task.done.connect(lambda _added: done.append(True))
    task.start()
    wait_for(lambda: done)


def test_no_table_is_read(stocked: Any, read: list[str], wait_for: Any) -> None:
    keep(stocked, [scene(999), replace(scene(5), cloud_cover=7.0)], wait_for)
    assert stocked.scenes.add([scene(1000), scene(6)]) == 1
    assert read == []
    assert len(stocked.scenes.by_id) == 302 and stocked.scenes.by_id[scene(5).id].cloud_cover == 7.0


def test_an_image_keeps_its_id_whatever_crs_it_was_given(stocked: Any, read: list[str]) -> None:
    given = scene(0, name="/images/00005.jpg#crs=EPSG:32652")
    assert stocked.scenes.add([given]) == 0
    assert stocked.scenes.by_id[scene(5).id].uri == given.uri and len(stocked.scenes.by_id) == 300
    other = scene(0, name="/images/00005.jpg#crs=EPSG:32651")
    assert stocked.scenes.add([other, scene(5)]) == 0 and len(stocked.scenes.by_id) == 300
    assert stocked.scenes.has_dated(given) and not stocked.scenes.has_dated(scene(250, False)) and read == []


def test_what_another_window_added_is_known(stocked: Any, tmp_path: Any) -> None:
    from yalu_plugin.layers.survey.images import add_images
    from yalu_plugin.layers.survey.open import open_survey

    add_images(open_survey(tmp_path / "survey.gpkg"), [scene(999)])
    assert stocked.scenes.add([scene(999), scene(998)]) == 1 and len(stocked.scenes.by_id) == 302


def test_a_removed_image_is_new_again(stocked: Any) -> None:
    row = stocked.session.facts.row("images", scene(7).id)
    stocked.session.change("remove", removed={"images": [row]})
    assert not stocked.scenes.has_dated(scene(7))
    assert stocked.scenes.add([scene(7), scene(8)]) == 1 and len(stocked.scenes.by_id) == 300


def test_the_hash_of_an_observed_image_stays(stocked: Any) -> None:
    row = dict(stocked.session.facts.row("images", scene(9).id))
    stocked.session.change("observe", replaced={"images": [{**row, "sha256": "ab" * 32}]})
    stocked.scenes.add([replace(scene(9), cloud_cover=1.0)])
    now = stocked.session.facts.row("images", scene(9).id)
    assert (now["sha256"], now["cloud_cover"]) == ("ab" * 32, 1.0)


def test_the_table_is_read_while_the_survey_is_loading(stocked: Any, read: list[str], monkeypatch: Any) -> None:
    monkeypatch.setattr(stocked.session, "facts", None)
    assert stocked.scenes.add([scene(5), scene(999)]) == 1 and read == ["images"]


def test_undated_images_come_and_go_as_rows(stocked: Any, window: Any, qt: Any, messages: Any) -> None:
    from qgis.PyQt.QtWidgets import QListView

    from yalu_plugin.gui.imagery.undated_list import UndatedList

    why: dict[str, str] = {}
    group = UndatedList(stocked, why, messages, window.canvas)
    group.setParent(window)
    group.show()
    model, changes = group.findChild(QListView, "yalu_undated").model(), []
    model.modelReset.connect(lambda: changes.append("reset"))
    model.rowsInserted.connect(lambda _parent, first, last: changes.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _parent, first, last: changes.append(("out", first, last)))
    assert model.rowCount() == 100 and group.count_text() == "Undated (100)"
    stocked.scenes.add([scene(500, False)])
    assert changes == [("in", 100, 100)] and model.index(100).data() == "00500.jpg"
    changes.clear()
    stocked.scenes.add([replace(scene(230, False), synthetic=True)])  # one in the middle, which stays in its place
    assert changes == [("out", 30, 30), ("in", 30, 30)] and model.index(30).data() == "00230.jpg · SYNTHETIC"
    changes.clear()
    stocked.scenes.add([scene(240)])  # now it has a date
    assert changes == [("out", 40, 40)] and group.count_text() == "Undated (100)"
    why["/images/00250.jpg"] = "SYNTHETIC reason"
    row = next(row for row in range(100) if model.index(row).data() == "00250.jpg")
    assert model.index(row).data(qt.Qt.ItemDataRole.ToolTipRole).startswith("SYNTHETIC reason")
    changes.clear()
    stocked.scenes.add([scene(900)])  # a dated scene does not change this list
    assert changes == []
