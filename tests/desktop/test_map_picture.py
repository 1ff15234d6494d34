"""A SYNTHETIC picture of a map in a real window: tied by clicks, its dots found, added as sites, and all undone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit, QTableView, QWidget

from tools.desk import LEFT, Desk
from tools.synthetic_map_picture import Drawn, Picture, Wear, draw_picture, lone_dots, read_sites, worn
from yalu_plugin.core.kinds import BARGE, VEHICLE

CSV = Path(__file__).resolve().parents[1] / "data/maps/forty_three_sites_SYNTHETIC.csv"


@pytest.fixture
def picture() -> Picture:
    return worn(draw_picture(read_sites(CSV), 2400, 9, 5), Wear(4, 0.8, 0.01, 60))


@pytest.fixture
def desk(desk: Desk, tmp_path: Path) -> Desk:
    desk.new_survey(tmp_path / "survey.gpkg")
    return desk


def click_on_picture(view: Any, dot: Drawn) -> None:
    QTest.mouseClick(view.viewport(), LEFT, pos=view.mapFromScene(dot.column, dot.row))


def test_a_picture_becomes_sites_and_undo_takes_them_back(desk: Desk, picture: Picture, tmp_path: Path) -> None:
    path = tmp_path / "SYNTHETIC_map.jpg"
    picture.image.save(str(path), "JPG", 60)
    desk.find_action("yalu_map_picture").trigger()
    dialog = desk.find("YaluMapPicture")
    dialog.move(20, 20)
    QTest.keyClicks(desk.find("yalu_picture_file", QWidget, dialog).findChild(QLineEdit), str(path))
    view = desk.find("yalu_picture_view", QWidget, dialog)
    desk.wait(lambda: dialog.tying.picture is not None, "the picture")
    desk.picture("80-picture-open")
    for dot in [picture.dots[at] for at in (2, 10, 20, 30, 40)]:
        click_on_picture(view, dot)
        assert desk.canvas.mapTool() is dialog._tool
        desk.click_map(*dot.lonlat)
    assert len(dialog.tying.points) == 5 and dialog.tying.fit.rms_m < 400
    desk.click(desk.find("yalu_picture_overlay", QCheckBox, dialog))
    desk.wait(lambda: dialog._overlay.layer is not None, "the picture on the map")
    desk.picture("81-picture-tied")
    kinds = desk.find("yalu_dot_kind", QWidget, dialog)
    for kind in (VEHICLE, BARGE):
        desk.click(desk.find("yalu_dot_sample", QAbstractButton, dialog))
        kinds.setCurrentIndex(kinds.findData(kind))
        click_on_picture(view, lone_dots(picture)[kind][0])
    desk.click(desk.find("yalu_find_dots", QAbstractButton, dialog))
    desk.wait(lambda: dialog.dots.sites and dialog.dots.sites[0].place is not None, "the dots")
    counts = Counter(site.dot.kind for site in dialog.dots.sites)
    assert counts[BARGE] == 6 and 34 <= counts[VEHICLE] <= 38
    assert "Barge crossing: 6, as published" in desk.find("yalu_picture_counts", QLabel, dialog).text()
    table = desk.find("yalu_picture_sites", QTableView, dialog)
    table.selectRow(3)
    desk.picture("82-picture-dots")

    def sites() -> list[dict[str, Any]]:
        return list(dialog.dots._session.facts.rows("sites"))

    before = sites()
    desk.click(desk.find("yalu_write_picture_sites", QAbstractButton, dialog))
    added = [row for row in sites() if row not in before]
    desk.picture("83-picture-written")
    assert len(added) > 30 and {row["confidence"] for row in added} == {"possible"}
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: len(sites()) == len(before), "the sites to be removed")
    dialog.close()
    assert dialog._overlay.layer is None
