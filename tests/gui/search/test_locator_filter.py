"""Finding anything in QGIS' locator: by its own threads, with its own prefix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from typing import Any

import pytest
from qgis.core import QgsFeedback, QgsLocator, QgsLocatorContext, QgsLocatorResult, QgsSettings

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.search.found import Found

NOON = datetime(2025, 7, 30, 2, tzinfo=timezone.utc)
SCENE = Scene("5b3f1f0e-0000-4000-8000-000000000001", "/images/S2A_MSIL2A_20250730T021611_T52TDL.tif", NOON, NOON,
              "acquired", "name", "sentinel-2a")


@pytest.fixture
def went() -> list[Found]:
    return []


@pytest.fixture
def locator(bench: Any, went: list[Found]) -> Iterator[QgsLocator]:
    """QGIS' locator with the filter registered, as in its window."""
    from yalu_plugin.gui.search.locator_filter import LocatorFilter, use_prefix

    use_prefix()
    locator = QgsLocator()
    filter_ = LocatorFilter(bench.finder, went.append)
    locator.registerFilter(filter_)
    yield locator
    locator.cancel()
    locator.deregisterFilter(filter_)


@pytest.fixture
def search(locator: QgsLocator, bench: Any, wait_for: Any) -> Callable[[str], list[Found]]:
    """A function that returns what the locator finds for a text, in the order in which QGIS shows it."""
    wait_for(lambda: bench.river_places.line is not None)

    def run(text: str) -> list[Found]:
        results: list[tuple[float, Found]] = []
        finished: list[bool] = []

        def keep(result: QgsLocatorResult) -> None:  # which QGIS deletes afterwards
            found = Found(*result.userData)
            assert (result.displayString, result.description) == (found.title, found.detail)
            assert not result.icon.isNull()
            results.append((result.score, found))

        slots = keep, lambda: finished.append(True)
        locator.foundResult.connect(slots[0])
        locator.finished.connect(slots[1])
        feedback = QgsFeedback()  # QGIS uses it until the end
        locator.fetchResults(text, QgsLocatorContext(), feedback)
        wait_for(lambda: finished)
        locator.foundResult.disconnect(slots[0])
        locator.finished.disconnect(slots[1])
        return [found for _, found in sorted(results, key=lambda one: -one[0])]
    return run


def texts(results: list[Found]) -> list[tuple[str, str]]:
    return [(one.title, one.detail) for one in results]


def test_its_prefix_is_short(locator: QgsLocator) -> None:
    assert locator.prefixedFilters().keys() == {"yl"}


def test_a_site_and_a_place(search: Any, went: list[Found], bench: Any) -> None:
    from yalu_plugin.gui.search.locator_filter import LocatorFilter

    results = search("yl phungyang")
    assert texts(results)[:2] == [
        ("Phungyang", "place · Phungyang fording site"), ("Phungyang fording site", "Vehicle crossing · km 58.69")]
    result = QgsLocatorResult(None, results[1].title, tuple(results[1]))
    LocatorFilter(bench.finder, went.append).triggerResult(result)
    site = next(row for row in bench.session.facts.rows("sites") if row["name"].startswith("Phungyang"))
    assert (went[0].kind, went[0].id) == ("site", site["id"])


def test_a_site_is_found_by_any_spelling_of_its_place(search: Any) -> None:
    for typed in ("혜산", "惠山", "Hyesan City", "hyesan-si", "Hyesna"):
        assert ("Hyesan sandbar ford", "Vehicle crossing · km 0.00") in texts(search(f"yl {typed}"))


OTHERS = (
    ("km 58.7", "km 58.70", "along the river line · Kimjongsuk"),
    ("km 0", "km 0.00", "along the river line · Hyesan ?"),
    ("km 900", "km 900.00", "The river line runs from km -105.14 to 269.27."),
    ("41°24′40.01″N, 128°11′12.49″E", "41.411114, 128.186803", "coordinates, latitude first · WGS 84 · km 0.00"),
    ("128.186804, 41.411114", "41.411114, 128.186804",
     "coordinates, latitude first · read as longitude, latitude · WGS 84 · km 0.00"),
    ("2025-07-30", "2025-07-30 UTC", "no image: the sites as of that day"),
    ("후창", "Kimhyongjik (후창군)", "county, its reach of the river · OpenStreetMap"),
    ("Linjiang", "Linjiang", "town · GeoNames 2036069"))


def test_what_else_is_found(search: Any) -> None:
    for typed, title, detail in OTHERS:
        assert texts(search(f"yl {typed}"))[0] == (title, detail)


def test_shifted_coordinates_are_not_shifted_back(search: Any) -> None:
    title, detail = texts(search("yl https://uri.amap.com/marker?position=128.186804,41.411114"))[0]
    assert title == "41.411114, 128.186804" and "as written in GCJ-02, which may be 500 m off: not shifted" in detail


def test_images_and_their_day(search: Any, bench: Any) -> None:
    bench.scenes.set_scenes([SCENE])
    for typed in ("S2A_MSIL2A_20250730T021611_T52TDL.tif", "t52tdl", "S2A_MSIL2A_20250730T021611_T52TDL", SCENE.id):
        results = search(f"yl {typed}")
        assert texts(results)[0] == ("S2A_MSIL2A_20250730T021611_T52TDL.tif",
                                     "image · 2025-07-30 · date of acquisition · sentinel-2a")
        assert results[0].id == SCENE.id
    assert texts(search("yl 2025-07-30"))[0] == ("2025-07-30 UTC", "1 image")
    assert texts(search("yl July 2025"))[0] == ("2025-07-30 UTC", "1 image")
    assert texts(search("yl August 2025"))[0] == ("2025-08-31 UTC", "no image: the sites as of that day")


def test_sources(search: Any) -> None:
    found = texts(search("yl NK News"))
    assert found[0][0].startswith("Temporary crossing points on the Yalu River") and found[0][1].startswith(
        "source: its sites · NK News")


def test_without_a_line_a_kilometre_says_so(search: Any, bench: Any) -> None:
    bench.river_places.line = None
    results = search("yl km 58.7")
    assert texts(results) == [("km 58.70", "There is no river line to measure along: open a survey, or choose a line "
                                           "in the Corridor panel.")]
    assert not results[0].leads_somewhere


def test_changed_sites_are_found_by_their_new_names(search: Any, bench: Any) -> None:
    site = next(row for row in bench.session.facts.rows("sites") if row["name"].startswith("Phungyang"))
    bench.editing.rename(site["id"], "Ferry at the willow")
    bench.session.refresh()
    assert ("Ferry at the willow", "Vehicle crossing · km 58.69") in texts(search("yl ferry at"))
    assert "Phungyang fording site" not in [one.title for one in search("yl phungyang ford")]
    assert ("Ferry at the willow", "Vehicle crossing · km 58.69") in texts(search("yl ferri at the"))


def test_without_the_prefix_one_letter_finds_nothing(search: Any) -> None:
    assert search("h") == [] and search("hy") != [] and search("yl h") != []


def test_it_can_be_removed_during_a_search(bench: Any, monkeypatch: Any) -> None:
    import time

    from yalu_plugin.gui.search.locator_filter import LocatorFilter
    from yalu_plugin.workbench.finder_snapshot import FinderSnapshot

    monkeypatch.setattr(FinderSnapshot, "find", lambda *_: time.sleep(0.3) or [])
    locator, filter_, feedback = QgsLocator(), LocatorFilter(bench.finder, lambda _: None), QgsFeedback()
    locator.registerFilter(filter_)
    locator.fetchResults("hyesan", QgsLocatorContext(), feedback)
    filter_.wait()
    assert filter_._searching == []
    locator.deregisterFilter(filter_)  # would wait for ever for a search that waits for Python


def test_the_prefix_of_the_user_stays(qgis_app: Any) -> None:
    from yalu_plugin.gui.search.locator_filter import PREFIX_SETTING, use_prefix

    QgsSettings().setValue(PREFIX_SETTING, "river")
    try:
        use_prefix()
        assert QgsSettings().value(PREFIX_SETTING) == "river"
    finally:
        QgsSettings().remove(PREFIX_SETTING)


def test_without_a_survey_places_are_found(empty_bench: Any) -> None:
    found = empty_bench.finder.snapshot().find("Hyesan")
    assert {one.kind for one in found} == {"place"}
    assert empty_bench.finder.snapshot().find("  ") == []


UGLY = ("-", "'", "\0\0", "%", "(", "a" * 5_000, "🛶", "שלום", "\u202eabc", "km", "#1", "0",
        "'; DROP TABLE sites; --", "1e400, 1e400", "https://", "geo:", "2025-02-30", "\n\t", "\ud800", "km 1e9",
        "{0}", "<b>Hyesan</b>", "９９９９９９", "٤١٫٤, ١٢٨٫١")


def test_anything_may_be_typed(bench: Any) -> None:
    snapshot = bench.finder.snapshot()
    for typed in UGLY:
        for one in snapshot.find(typed):
            assert one.title and one.detail
