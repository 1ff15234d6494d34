"""Charts on pages: their labels are text of the page, at the chart's positions, in every language."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from itertools import combinations
from xml.etree import ElementTree  # noqa: S405 - pdftotext's own answer is read

import pytest

pytest.importorskip("matplotlib")

DAY = date(2025, 7, 30)
POINTS = 72 / 25.4  # a mm
SAID = {"en": ("river km downstream of the datum", "Vehicle crossing", "published total 32: 2 undated"),
        "ko": ("기점에서 하류로 하천 거리, km", "차량 도하 지점", "공표된 합계 32: 날짜 없음 2"),
        "zh_CN": ("自起算点向下游的沿河里程", "车辆渡河点", "存在")}


def corridor_and_claims(published, page=""):
    from yalu_plugin.layers.corridor.chart_data import chart_data
    from yalu_plugin.layers.layouts.figure_pages import corridor_pages, timeline_pages
    from yalu_plugin.layers.layouts.measured_crossings import measured_crossings
    from yalu_plugin.layers.layouts.page_options import PageStyle

    measured = measured_crossings(published[1], date(2026, 1, 1))
    data = chart_data(published[1], measured, DAY)
    style = PageStyle(page)
    return [*corridor_pages(*published, measured, data, style), *timeline_pages(*published, measured, data, style)]


def rect_on_page(item):
    return item.mapRectToScene(item.rect())


def words_on(layout, chart):
    """Return the labels of this chart."""
    return [item for item in layout.items() if hasattr(item, "id") and item.id().startswith(f"{chart}_word_")]


def tick_mm(published, chart, km):
    """Return the distance from the left edge of the page to matplotlib's tick at `km`."""
    from yalu_plugin.core.charts.chainage_strip import chainage_strip
    from yalu_plugin.core.charts.chart import LIGHT, Sheet, Statement
    from yalu_plugin.layers.corridor.chart_data import chart_data
    from yalu_plugin.layers.layouts.measured_crossings import measured_crossings

    data = chart_data(published[1], measured_crossings(published[1], date(2026, 1, 1)), DAY)
    size = chart.width() / 25.4, chart.height() / 25.4
    figure = chainage_strip(data.rows, data.states, Statement(), Sheet(size, LIGHT, str, titled=False))
    return chart.left() + figure.axes[0].transData.transform((km, 0))[0] / figure.dpi * 25.4


@pytest.mark.parametrize("page", ["A4", "A3"])
@pytest.mark.parametrize("code", SAID)
def test_labels_of_charts_are_text_in_embedded_fonts(published, compiled, tmp_path, words_of, fonts_of, code, page):
    from yalu_plugin.i18n import language
    from yalu_plugin.layers.layouts.export import export

    with language(code):
        pages = corridor_and_claims(published, page)
        pdf = export(pages, tmp_path / "charts.pdf")
    pdf_text = words_of(pdf)
    for words in SAID[code]:
        assert words in pdf_text
    assert all(re.search(rf"\b{km}\b", pdf_text) for km in (20, 40, 140, 160)), "the ticks"
    fonts = fonts_of(pdf)
    assert fonts and all(re.search(r"\byes (yes|no) +yes\b", line) for line in fonts), "embedded, with Unicode"
    assert not any("DejaVu" in line for line in fonts), "the fonts of the page"
    assert any("NotoSansCJK" in line for line in fonts) or code == "en"
    pages.clear()  # before QGIS goes


def test_labels_are_at_the_positions_of_the_chart(published, tmp_path):
    from yalu_plugin.layers.layouts.export import export

    pages = corridor_and_claims(published)
    pdf = export(pages, tmp_path / "charts.pdf")
    bbox_xml = subprocess.run(["pdftotext", "-f", "1", "-l", "1", "-bbox", str(pdf), "-"],
                              capture_output=True, check=True).stdout
    found = {}
    for node in ElementTree.fromstring(bbox_xml).iter():
        if node.tag.endswith("word"):
            found.setdefault(node.text, []).append({name: float(value) for name, value in node.items()})
    chart = pages[0].itemById("chart").sceneBoundingRect()
    for km in (20, 60, 140):
        (word,) = [word for word in found[str(km)] if word["yMin"] / POINTS < chart.bottom()]
        assert (word["xMin"] + word["xMax"]) / 2 / POINTS == pytest.approx(tick_mm(published, chart, km), abs=0.2)
    upright = next(word for word in found["number"])
    assert upright["yMax"] - upright["yMin"] > upright["xMax"] - upright["xMin"], "along the axis"
    pages.clear()


@pytest.mark.parametrize("code", SAID)
def test_labels_are_on_their_own_chart_and_apart(published, compiled, code):
    from yalu_plugin.i18n import language

    with language(code):
        pages = corridor_and_claims(published)
    drawn = [(page, name) for page in pages for name in ("chart", "chart_below") if words_on(page, name)]
    assert len(drawn) == 3
    for page, name in drawn:
        chart = rect_on_page(page.itemById(name)).adjusted(-1, -1, 1, 1)
        labels = {item.currentText(): rect_on_page(item).adjusted(0.6, 0.6, -0.6, -0.6)
                  for item in words_on(page, name)}
        assert [text for text, rect in labels.items() if not chart.contains(rect)] == []
        assert [(one, other) for one, other in combinations(labels, 2) if labels[one].intersects(labels[other])] == []
    pages.clear()


def test_picture_and_labels_stay_together_when_the_page_is_redrawn(published):
    pages = corridor_and_claims(published)
    page = pages[0]
    before = {item.id(): item.sceneBoundingRect() for item in page.items() if hasattr(item, "id")}
    assert page.itemById("chart").parentGroup().id() == "chart_group"
    page.refresh()
    page.refresh()
    assert {item.id(): item.sceneBoundingRect() for item in page.items() if hasattr(item, "id")} == before
    pages.clear()


def test_a_synthetic_chart_says_so_in_text(published):
    from dataclasses import replace

    from yalu_plugin.core.charts.chart import Statement
    from yalu_plugin.layers.corridor.chart_data import chart_data
    from yalu_plugin.layers.layouts.figure_pages import corridor_pages
    from yalu_plugin.layers.layouts.measured_crossings import measured_crossings
    from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE

    measured = measured_crossings(published[1], date(2026, 1, 1))
    data = replace(chart_data(published[1], measured, DAY), statement=Statement(synthetic=True))
    (page,) = corridor_pages(*published, measured, data, DEFAULT_STYLE)
    (mark,) = (item for item in words_on(page, "chart") if item.currentText() == "SYNTHETIC")
    assert mark.itemRotation() == -20 and mark.textFormat().opacity() == 0.25
    assert mark.textFormat().size() == 40 and mark.textFormat().font().bold()


def test_the_time_chart_is_on_the_first_page_of_the_claims_alone(published):
    from yalu_plugin.layers.survey.write import change

    _, survey = published
    rows = survey.rows("claims")
    longer = [{**row, "note": "SYNTHETIC words " * 40} for row in rows]
    change(survey.path, "test", {"claims": longer}, {"claims": rows})
    claims = [page for page in corridor_and_claims(published) if page.name() == "Published and measured"]
    change(survey.path, "test", {"claims": rows}, {"claims": longer})
    assert [bool(words_on(page, "chart")) for page in claims] == [True] + [False] * (len(claims) - 1)
    assert len(claims) > 1 and not claims[1].itemById("chart").isVisible()
    first, second = (page.itemById("table").sceneBoundingRect() for page in claims[:2])
    assert second.top() < 40 < first.top() and first.bottom() == pytest.approx(second.bottom())
    claims.clear()
