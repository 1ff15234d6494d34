"""The bundled survey's texts and county names in the language of the page."""

from __future__ import annotations

import csv
from datetime import date

import pytest

pytest.importorskip("qgis")


@pytest.fixture
def text_of(published, compiled, tmp_path, words_of):
    """A function: the text of the pages of figures and site sheets in a language, without line breaks."""
    from yalu_plugin.i18n import language
    from yalu_plugin.layers.corridor.chart_data import chart_data
    from yalu_plugin.layers.layouts.figure_pages import corridor_pages, timeline_pages
    from yalu_plugin.layers.layouts.measured_crossings import measured_crossings
    from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE
    from yalu_plugin.layers.layouts.site_sheets import build_sheets

    def texts(code):
        day = date(2025, 7, 30)
        with language(code):
            measured = measured_crossings(published[1], date(2026, 1, 1))
            data = chart_data(published[1], measured, day)
            figures = [*corridor_pages(*published, measured, data, DEFAULT_STYLE),
                       *timeline_pages(*published, measured, data, DEFAULT_STYLE)]
            cells = [cell.content() for page in figures for row in page.itemById("table").multiFrame().tableContents()
                     for cell in row]
            sheets = build_sheets(*published, day)
            rows = list(sheets.atlas().coverageLayer().getFeatures())
            texts = [*cells, *(str(row[name]) for row in rows for name in ("along_river", "note"))]
        figures.clear()
        return "\n".join(texts)
    return texts


@pytest.mark.parametrize(("code", "words"), [
    ("ko", ("도하 지점 수: 43 곳", "Kimjongsuk의 강안이 시작되는 곳", "비정규 도하 지점 전체",
            "Hyesan에서 Kim Jong Suk까지", "얕은 여울", "혜산시 ?", "김형직군", "처음 관측된 날짜를",
            '"as early as August 2023"')),
    ("zh_CN", ("渡河点数", "全部非正规渡河点", "Hyesan 至 Kim Jong Suk", "浅滩", "Hyesan ?",
               "“as early as August 2023”"))])
def test_pages_speak_their_language_and_quote_in_the_publication_s(text_of, code, words):
    text = text_of(code)
    assert [word for word in words if word.replace(" ", "") not in text.replace(" ", "")] == []
    for english in ("all irregular", "new in the period", "Routes through", "not stated", "Town to town",
                    "bank begins"):
        assert english not in text


def test_texts_of_a_user_are_not_translated(compiled):
    from yalu_plugin.i18n import language
    from yalu_plugin.layers.bundled import bundled_text, county_name

    with language("ko"):
        assert bundled_text("vehicle crossings") == "차량 도하 지점"
        assert (bundled_text("Present"), bundled_text(None), county_name(None)) == ("Present", "", "")
        assert (county_name("Junggang"), county_name("Samsu")) == ("중강군", "삼수군")


def test_korean_county_names_are_those_of_the_data(compiled):
    from yalu_plugin.i18n import language
    from yalu_plugin.layers.bundled import county_name
    from yalu_plugin.paths import resource

    with resource("data", "county_names.csv").open(encoding="utf-8", newline="") as file:
        names = {row["county"]: row["name_ko"] for row in csv.DictReader(file)}
    with language("ko"):
        assert {name: county_name(name) for name in names} == {name: korean or name for name, korean in names.items()}
    with language("en"):
        assert county_name("Samsu") == "Samsu"
