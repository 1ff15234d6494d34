"""The card's pages about the place, the images and the sources of the selected site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsPointXY, QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QLabel, QListWidget, QPushButton, QTreeWidget, QWidget

from tests.gui.crossings.test_observation_actions import child, panel  # noqa: F401

HYESAN, GATE, PHUNGYANG, BARGE = "Hyesan", "Border fence gate", "Phungyang", "River barge"


def site_id(bench: Any, begin: str) -> str:
    return next(row["id"] for row in bench.session.facts.rows("sites") if (row["name"] or "").startswith(begin))


@pytest.fixture
def card(panel: Any, bench: Any, actions: Any, window: Any, wait_for: Any) -> Any:  # noqa: F811
    """The card of a site between two others, open at its place page."""
    pytest.importorskip("geopandas")
    wait_for(lambda: bench.river.chainages)
    bench.sites.select([site_id(bench, PHUNGYANG)])
    actions.by_name["site_card"].trigger()
    found = window.findChild(QWidget, "yalu_site_dialog")
    found.pages.setCurrentWidget(found.place)
    return found


def neighbour(card: Any, way: str) -> QPushButton:
    return child(card, f"yalu_neighbour_{way}", QPushButton)


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("notation", "text"), [
    ("dd", "41.431189, 127.885265"), ("ddm", "41°25.8713′N, 127°53.1159′E"), ("dms", "41°25′52.28″N, 127°53′6.95″E"),
    ("utm", "52N 406862 4587225"), ("mgrs", "52T DL 06861 87224"), ("plus_code", "8QH9CVJP+F4C")])
def test_each_notation_is_copied_by_a_click(card: Any, notation: str, text: str) -> None:
    assert child(card, f"yalu_place_{notation}", QLabel).text() == text
    click(child(card, f"yalu_copy_{notation}", QAbstractButton))
    assert QApplication.clipboard().text() == text


def test_county_and_chainage_are_shown_with_their_basis(card: Any, bench: Any) -> None:
    lines = child(card, "yalu_site_along").text().split("\n")
    assert lines == ["WGS 84, latitude first; accuracy not stated", "km 58.69 along the river",
                     "County: Kimjongsuk (by river reach)"]
    bench.editing.edit("Edit", bench.sites.selected(), county="Hyesan", location_accuracy_m=12.0)
    lines = child(card, "yalu_site_along").text().split("\n")
    assert lines[0].endswith("accuracy 12 m") and lines[2] == "County: Hyesan (according to the site's source)"


def test_a_click_goes_to_the_neighbours(card: Any, bench: Any, window: Any) -> None:
    from yalu_plugin.gui.map_coordinates import from_lonlat

    window.canvas.setExtent(QgsRectangle(14.1e6, 5.0e6, 14.3e6, 5.1e6))
    assert neighbour(card, "upstream").text() == (
        "Upstream: Border fence gate crossing, 34.3 km along the river, 14.5 km straight")
    click(neighbour(card, "upstream"))
    assert bench.sites.selected() == [site_id(bench, GATE)]
    middle = from_lonlat(window.canvas).transform(bench.sites.place(site_id(bench, GATE)))
    assert window.canvas.extent().center().distance(middle) < 1  # metre
    click(neighbour(card, "upstream"))
    assert bench.sites.selected() == [site_id(bench, HYESAN)]
    assert not neighbour(card, "upstream").isEnabled()
    assert neighbour(card, "upstream").text() == "Upstream: no further crossing known"
    click(neighbour(card, "downstream"))
    assert bench.sites.selected() == [site_id(bench, GATE)]


def test_a_neighbour_retired_by_the_day_is_skipped(card: Any, bench: Any) -> None:
    from datetime import date

    bench.lineage.retire([site_id(bench, GATE)], "2024-05-01")
    assert "Hyesan" in neighbour(card, "upstream").text()
    bench.imagery.show_day(date(2024, 5, 1))
    assert "Border fence gate" in neighbour(card, "upstream").text()


def test_a_site_off_the_line_has_no_neighbours_and_one_without_a_place_no_notation(card: Any, bench: Any) -> None:
    bench.sites.select([bench.annotation.add_site(QgsPointXY(140.0, 30.0), "vehicle_ford")])
    assert "No chainage" in child(card, "yalu_site_along").text()
    assert not neighbour(card, "upstream").isEnabled() and not neighbour(card, "downstream").isEnabled()
    bench.session.change("test", {"sites": [{"id": "nowhere", "kind": "other", "name": "<b>x</b>"}]})
    bench.sites.select(["nowhere"])
    assert "Where this site lies is not known." in child(card, "yalu_site_along").text()
    assert not [one for one in card.place.findChildren(QLabel) if one.objectName().startswith("yalu_place_")
                and one.isVisible()]


def test_the_sources_of_the_site_and_its_observations_are_listed(card: Any, bench: Any) -> None:
    bench.session.change("test", {
        "sources": [{"id": "more", "title": "A & B", "publisher": "C"}],
        "observations": [{"id": "o", "site_id": bench.sites.selected()[0], "state": "present", "seen_to": "2024-01-01",
                          "source_id": "more"}]})
    card.pages.setCurrentWidget(card.fields)
    cited = child(card, "yalu_site_sources", QListWidget)
    assert [cited.item(at).text().split(":")[0] for at in range(cited.count())] == ["Jacob Bogle, AccessDPRK", "C"]


@pytest.fixture
def seen(card: Any, bench: Any, romania: Path) -> str:
    """A site observed on two local scenes, a deleted one, one on the web, and without a scene."""
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    bench.scenes.add(list(catalogue(romania, read_raster).scenes))
    first, other = bench.scenes.timeline.scenes[:2]
    left, bottom, right, top = first.box
    site = str(bench.annotation.add_site(QgsPointXY((left + right) / 2, (bottom + top) / 2), "vehicle_ford"))
    about = {"acquired_from": "2014-03-01T00:00:00Z", "acquired_to": "2014-03-01T00:00:00Z", "date_kind": "acquired"}
    bench.session.change("test", {
        "images": [{"id": "gone", "uri": str(romania / "gone.tif"), **about},
                   {"id": "web", "uri": "http://127.0.0.1:9/{z}/{x}/{y}.png#zmin=0&zmax=18", **about}],
        "observations": [{"id": name, "site_id": site, "state": "present", "seen_from": day, "seen_to": day,
                          "image_id": image} for name, day, image in (
            ("1", str(first.day), first.id), ("2", str(other.day), other.id), ("3", "2014-03-01", "gone"),
            ("4", "2014-03-02", "web"), ("5", "2014-03-03", None))]})
    card.pages.setCurrentWidget(card.observations)
    card.resize(900, 700)  # all of them are visible
    bench.sites.select([site])
    return site


def image_texts(card: Any) -> dict[str, str]:
    """Return the description of the image by observation, empty without one."""
    tree = child(card, "yalu_observations", QTreeWidget)
    found = {}
    for item in map(tree.topLevelItem, range(tree.topLevelItemCount())):
        description = item.data(0, Qt.ItemDataRole.AccessibleDescriptionRole)
        found[item.data(0, Qt.ItemDataRole.UserRole)] = description or ""
        assert item.icon(0).isNull() == (not description)
    return found


def is_drawn(card: Any) -> bool:
    texts = image_texts(card)
    return bool(texts["1"]) and not any("being drawn" in text for text in texts.values())


def test_observations_show_their_images_and_web_images_on_request(card: Any, seen: str, wait_for: Any
                                                                  ) -> None:
    web = child(card, "yalu_web_pictures", QPushButton)
    wait_for(lambda: is_drawn(card))
    found = image_texts(card)
    assert "sentinel-2" in found["1"] and "sentinel-2" in found["2"] and found["5"] == ""
    assert "There is no file" in found["3"] or "gone.tif" in found["3"]
    assert "is on the web" in found["4"] and web.isVisible()
    click(web)
    wait_for(lambda: is_drawn(card))
    assert "has no picture of this place" in image_texts(card)["4"] or "could not be drawn" in image_texts(card)["4"]
    assert not web.isVisible()


def test_of_many_observations_only_the_visible_are_drawn(card: Any, seen: str, bench: Any, wait_for: Any,
                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of requested pictures depends on the size of the list, not on its length."""
    scenes = [scene.id for scene in bench.scenes.timeline.scenes]
    chips = card.observations.chips
    shown: list[str] = []
    show = chips._show_icon
    monkeypatch.setattr(chips, "_show_icon", lambda item: (shown.append(item.text(0)), show(item)))
    bench.session.change("test", {"observations": [
        {"id": f"many{number}", "site_id": seen, "state": "present", "seen_from": day, "seen_to": day,
         "image_id": scenes[number % len(scenes)]}
        for number in range(3000) for day in [f"2013-01-{1 + number % 28:02}"]]})
    tree = child(card, "yalu_observations", QTreeWidget)
    wait_for(lambda: shown)
    assert len(chips._visible_items()) <= 20 and len(set(shown)) <= 20
    tree.scrollToBottom()
    wait_for(lambda: "2013-01-01" in shown)
    wait_for(lambda: not chips._images._pending and chips._images._current is None)
    assert not tree.topLevelItem(tree.topLevelItemCount() - 1).icon(0).isNull()
    assert len(chips._images._results) <= 40


def test_another_file_under_the_same_name_is_another_picture(card: Any, seen: str, bench: Any, wait_for: Any) -> None:
    import shutil

    from qgis.PyQt.QtGui import QGuiApplication

    tree = child(card, "yalu_observations", QTreeWidget)

    def picture(observation: str) -> Any:
        items = map(tree.topLevelItem, range(tree.topLevelItemCount()))
        (item,) = [one for one in items if one.data(0, Qt.ItemDataRole.UserRole) == observation]
        return item.icon(0).pixmap(48, 48).toImage()

    wait_for(lambda: is_drawn(card))
    ids = {row["id"]: row["image_id"] for row in bench.session.facts.observations_of(seen)}
    first, other = (bench.scenes.by_id[ids[one]] for one in "12")
    before, untouched = picture("1"), picture("2")
    assert before != untouched
    shutil.copyfile(other.uri, first.uri)
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    wait_for(lambda: picture("1") != before and is_drawn(card), 10)
    assert picture("2") == untouched


def test_nothing_is_drawn_for_a_closed_card(card: Any, seen: str, bench: Any, qgis_app: Any) -> None:
    card.close()
    chips = card.observations.chips._images
    assert not chips._pending
    bench.sites.select([site_id(bench, HYESAN)])
    assert not chips._pending


@pytest.mark.parametrize("where", ["pages", "field"])
def test_undo_works_in_the_card(card: Any, bench: Any, where: str) -> None:
    """After a field was written, also with the focus in the field; typed text is undone first."""
    card.pages.setCurrentWidget(card.fields)
    site, note = bench.sites.selected()[0], child(card, "yalu_site_note", QWidget)
    card.show()
    QApplication.setActiveWindow(card)
    note.setFocus()
    before = bench.session.facts.row("sites", site)["note"]
    note.selectAll()
    QTest.keyClicks(note, "seen")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert bench.session.facts.row("sites", site)["note"] == "seen"
    if where == "pages":
        card.pages.setFocus()
    target = QApplication.focusWidget()
    assert (target is note) == (where == "field")
    for typed, left in (("x", "seen"), ("", before)) if where == "field" else (("", before),):
        QTest.keyClicks(target, typed)
        QTest.keyClick(target, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert bench.session.facts.row("sites", site)["note"] == left
    (redo, *_) = QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)
    QTest.keySequence(target, redo)
    assert bench.session.facts.row("sites", site)["note"] == "seen"
