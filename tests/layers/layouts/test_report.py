"""The report: order of its pages, contents with the right page numbers, tables with the measured values."""

from __future__ import annotations

import base64
import re
from datetime import date

import pytest

DAY = date(2025, 7, 30)
ON_PURPOSE = ("before_missing", "after_missing", "before_mark", "after_mark", "synthetic", "leader",
              "chart_word", "chart_group", "chart_below_word", "chart_below_group")  # see test_chart_items.py


@pytest.fixture(scope="module")
def report(published):
    from yalu_plugin.layers.layouts.page_options import PageStyle
    from yalu_plugin.layers.layouts.report import build_report

    report_pages = build_report(*published, DAY, PageStyle(classification="RESTRICTED"))
    yield report_pages
    report_pages.clear()  # before QGIS goes


@pytest.fixture(scope="module")
def pages_text(report, tmp_path_factory, words_of):
    from yalu_plugin.layers.layouts.export import export

    return words_of(export(report, tmp_path_factory.mktemp("report") / "report.pdf")).split("\f")[:-1]


def cells(layout):
    return [[cell.content() for cell in row] for row in layout.itemById("table").multiFrame().tableContents()]


def test_every_page_has_its_number_and_the_classification(pages_text):
    assert len(pages_text) == 13
    for number, page in enumerate(pages_text, 1):
        assert f"{number}/13" in page.replace(" ", "") and page.count("RESTRICTED") == 2


def listed(pages):
    """Return the entries of the contents: names and page numbers."""
    found = []
    for page in pages:
        if page.name() == "Contents":
            frames = [page.itemById(name) for name in ("contents_1", "contents_2")]
            found += [(row[0].content(), int(row[1].content())) for frame in frames if frame.isVisible()
                      for row in frame.multiFrame().tableContents()]
    return found


def test_contents_name_the_page_that_a_part_begins_on(report, pages_text):
    names, numbers = zip(*listed(report))
    assert dict(zip(map(str.strip, names), numbers))["Strip map"] == 3
    assert "sites, their positions and published figures as the survey has them now" in " ".join(pages_text[0].split())
    for name, number in list(zip(names, numbers))[2:]:
        if name.strip() != "Site sheets":
            assert name.strip() in pages_text[number - 1]


def test_the_corridor_page_has_the_crossings_in_order_with_gaps(report):
    page = next(layout for layout in report if layout.name() == "Crossings along the river")
    rows = cells(page)
    assert [row[0] for row in rows] == ["0.00", "24.42", "58.69", "160.38"]
    assert rows[0][4:6] == ["24.42", "11.48"] and rows[3][4:6] == ["", ""]
    assert "4 crossings: 160.4 km along the river, 81.5 km straight, times 1.97" in page.itemById("dates").text()
    assert page.itemById("chart").picturePath().startswith("base64:")


def test_the_time_line_page_says_what_was_published_and_what_fits(report):
    page = next(layout for layout in report if layout.name() == "Published and measured")
    rows = {row[0]: row for row in cells(page)}
    stretch = rows["stretch: about 177 km (AccessDPRK 2026-02-09)"]
    assert stretch[3:6] == ["176.8", "92.4", "Along the river"]
    assert rows["stretch: about 95 km (NK News 2025-12-16)"][5] == "Straight line"
    assert rows["stretch: about 80 km (ASIAPRESS 2025-11)"][3:5] == ["43.3–113.5", "17.5–55.3"]
    foot = page.itemById("licences").text()
    assert all(publisher in foot for publisher in ("AccessDPRK", "NK News", "ASIAPRESS"))
    assert "add to 30 of 32" in " ".join(row[6] for row in rows.values())


def test_the_page_of_sites_by_dates_has_each_site_and_what_was_observed(report, pages_text):
    page = next(layout for layout in report if layout.name() == "Sites by dates")
    picture = base64.b64decode(page.itemById("chart").picturePath().removeprefix("base64:")).decode()
    words = " ".join(next(text for text in pages_text
                          if "Sites by dates" in text and "white: not inspected" in text).split())
    names = ("Hyesan", "Samsu", "Phungyang")
    assert all(name in words for name in names) and words.index("Hyesan") < words.index("Phungyang")
    assert "0.0" in words and "160.4" in words and "Contradictory" in words
    assert "<text " not in picture and picture.count("<use ") == 3 and "#0b6e4f" in picture


def test_nothing_overlaps_on_any_page(report, overlaps, unfit):
    from yalu_plugin.layers.layouts.page_iterator import PageIterator

    for page in PageIterator(report):
        assert overlaps(page, ON_PURPOSE) == [], page.name()
        assert unfit(page) == [], page.name()


def test_many_crossings_take_more_pages(project_of, tmp_path):

    from yalu_plugin.layers.layouts.report import build_report
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.write import change

    survey = create_survey(tmp_path / "many.gpkg", "Many")
    change(survey.path, "test", {"sites": [
        {"id": str(n), "name": f"Ford {n}", "kind": "vehicle_ford", "geom": f"POINT ({127.3 + n / 100} 41.44)"}
        for n in range(80)]})
    layouts = build_report(project_of(survey), survey, None)
    names = [layout.name() for layout in layouts]
    assert names.count("Contents") == 1 and names.count("Crossings along the river") >= 2
    assert re.fullmatch(r"\d+ / \d+", layouts[0].itemById("page_number").text())


def test_the_contents_name_no_two_chapters_alike(project_of, tmp_path, synthetic_sites):
    """Both maps of 120 sites have further pages with dense reaches; only the overview has the key."""
    from yalu_plugin.core.report_chapters import Chapters
    from yalu_plugin.layers.layouts.report import build_report
    from yalu_plugin.layers.survey.create import create_survey

    survey = create_survey(tmp_path / "many.gpkg", "Many", False)
    survey.change("test", {"sites": synthetic_sites(120)})
    pages = build_report(project_of(survey), survey, DAY, chapters=Chapters(("overview", "strip_map")))
    names = [name for name, _ in listed(pages)]
    assert names == ["Overview map", "Key to the numbers", "Strip map", "Dense reaches"]
    for page in pages[1:]:
        assert page.itemById("title").text() == page.name() or "map" in page.name()


def test_cancelled_between_the_parts_and_within_them(published):
    from qgis.core import QgsFeedback

    from yalu_plugin.layers.layouts.event_pump import ExportCancelled
    from yalu_plugin.layers.layouts.report import build_report

    feedback, percents = QgsFeedback(), []
    feedback.progressChanged.connect(percents.append)
    feedback.progressChanged.connect(lambda done: feedback.cancel() if done >= 2 else None)
    with pytest.raises(ExportCancelled):
        build_report(*published, DAY, feedback=feedback)
    assert 2 <= percents[-1] < 3


def corridor(project, survey):
    from yalu_plugin.layers.corridor.chart_data import chart_data
    from yalu_plugin.layers.layouts.figure_pages import corridor_pages, timeline_pages
    from yalu_plugin.layers.layouts.measured_crossings import measured_crossings
    from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE

    measured = measured_crossings(survey, date(2026, 1, 1))
    data = chart_data(survey, measured, DAY)
    return (corridor_pages(project, survey, measured, data, DEFAULT_STYLE),
            timeline_pages(project, survey, measured, data, DEFAULT_STYLE))


def words_of_chart(page):
    from qgis.core import QgsLayoutItemLabel

    return [item.text() for item in page.items()
            if isinstance(item, QgsLayoutItemLabel) and item.id().startswith("chart_word_")]


def test_the_chart_along_the_river_is_of_all_crossings_though_their_table_goes_on(
        project_of, tmp_path, synthetic_sites, overlaps):
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.write import change

    survey = create_survey(tmp_path / "many.gpkg", "Many", False)
    change(survey.path, "test", {"sites": synthetic_sites(43)})
    pages, _ = corridor(project_of(survey), survey)
    assert len(pages) > 1
    assert [page.itemById("chart").isVisible() for page in pages] == [True] + [False] * (len(pages) - 1)
    km = [int(word) for word in words_of_chart(pages[0]) if word.lstrip("−-").isdigit()]
    assert {0, 25, 150, 175} <= set(km)  # from the first crossing to the last, in one scale
    rows = [row for page in pages for row in cells(page)]
    assert len(rows) == 43 and rows[-1][0] == "176.74"
    assert "43 of 43" in pages[-1].itemById("heading_table").text()
    assert all(overlaps(page, ON_PURPOSE) == [] for page in pages)


def test_located_sites_that_are_not_measured_are_named_with_the_reason(project_of, tmp_path, unfit):
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.write import change

    survey = create_survey(tmp_path / "far.gpkg", "Far", True)
    change(survey.path, "test", {"sites": [
        {"id": "far", "name": "SYNTHETIC far ford", "kind": "vehicle_ford", "geom": "POINT (127.9 41.6)"},
        {"id": "mistyped", "kind": "barge_dock", "geom": "POINT (12.9 41.6)"}]})
    for pages in corridor(project_of(survey), survey):
        pages_text = " ".join(pages[0].itemById("dates").text().split())
        assert "Located: 6. Not measured, being farther than 5 km from the river line: 2 (" in pages_text
        assert "SYNTHETIC far ford; Barge crossing #8)" in pages_text and unfit(pages[0]) == []


def test_if_all_are_measured_none_is_reported_as_left_out(report):
    page = next(layout for layout in report if layout.name() == "Crossings along the river")
    assert "Not measured" not in page.itemById("dates").text()


def test_published_figures_state_the_searched_share_of_the_river(project_of, tmp_path):
    from yalu_plugin.core.corridor.search_places import line_wkt, piece_downstream
    from yalu_plugin.layers.corridor.corridor_input import bundled_corridor
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.write import change

    survey = create_survey(tmp_path / "survey.gpkg", "Searched", published=True)
    stretch = 0.0, 37_442.0
    change(survey.path, "test", {
        "images": [{"id": "a", "uri": "/a.tif", "acquired_from": "2023-09-30T00:00:00Z",
                    "acquired_to": "2023-09-30T00:00:00Z", "date_kind": "acquired"}],
        "searches": [{"id": "s", "from_m": stretch[0], "to_m": stretch[1], "image_id": "a", "result": "searched",
                      "geom": line_wkt(piece_downstream(bundled_corridor(), stretch))}]})
    _, (page, *_) = corridor(project_of(survey), survey)
    assert f"Searched up to {DAY}: 37.4 of 374.4 km (10 %)." in page.itemById("dates").text()


@pytest.mark.parametrize(("names", "sheets", "parts"), [
    (("overview", "sheets"), "observed", ["Overview map", "Site sheets"]),
    (("counts", "matrix"), "all", ["Sites by dates"]),
    (("strip_map",), "all", ["Strip map"]), (("corridor",), "all", ["Crossings along the river"]),
    (("sheets", "overview"), "selected", ["Overview map", "Site sheets"])])
def test_chapters_that_are_not_chosen_are_left_out(published, names, sheets, parts):
    from yalu_plugin.core.report_chapters import Chapters
    from yalu_plugin.layers.layouts.report import build_report

    project, survey = published
    seen = {row["site_id"] for row in survey.rows("observations")}
    one = next(row["id"] for row in survey.rows("sites") if row.get("geom") and row["id"] in seen)
    pages = build_report(project, survey, DAY, chapters=Chapters(names, sheets), selected=[one, "gone"])
    found = list(dict.fromkeys(layout.name() for layout in pages))
    assert found == ["Contents", *parts]
    if "sheets" in names:
        located = {row["id"] for row in survey.rows("sites") if row.get("geom")}
        assert pages[-1].atlas().count() == (1 if sheets == "selected" else len(seen & located)) < len(located) + 1
    pages.clear()


def test_a_report_of_nothing_says_so(published):
    from yalu_plugin.core.report_chapters import Chapters
    from yalu_plugin.layers.layouts.report import NoChapter, build_report

    for chapters in (Chapters((), "all"), Chapters(("sheets",), "selected"), Chapters(("counts",), "all")):
        with pytest.raises(NoChapter):
            build_report(*published, DAY, chapters=chapters, selected=["gone"])
