"""Text without spaces on pages: it continues in the next line, and no letter is lost or covers another."""

from __future__ import annotations

import subprocess
from xml.etree import ElementTree  # noqa: S405 - pdftotext's own answer is read

import pytest

POINTS = 72 / 25.4  # a mm
CHINESE = "铁丝网大门处的渡河点（第一），" * 6
NAMES = ["Made-up 08 with a very long name that an analyst in a hurry might really type", "An even longer name " * 9,
         "One_word_without_any_space" * 8, CHINESE * 2]

ROUNDED = 1.08  # QGIS measures a label in sizes of whole pixels of 88 dpi
LINE = "Sites as of 2025-07-30 UTC: the last dated observation up to that day, crossings located: 4, record 6833aab98"


def boxes(pdf):
    """Return the pages of a PDF with the words and their positions."""
    output = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True).stdout
    return [node for node in ElementTree.fromstring(output).iter() if node.tag.endswith("page")]  # noqa: S314


@pytest.fixture
def label(qgis_app):
    """A label with the font of the site sheets."""
    from qgis.core import QgsProject

    from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE
    from yalu_plugin.layers.layouts.page_template import from_template

    layout, _ = from_template(QgsProject.instance(), None, "site_sheet", {}, DEFAULT_STYLE)
    yield layout.itemById("note")


@pytest.mark.parametrize("text", [CHINESE, "a" * 500, "Kumchang-ri（Kimhyongjik）至 Hyesan", "two\n\n  lines"])
@pytest.mark.parametrize("width", [20, 60])
def test_lines_are_no_wider_than_there_is_room_and_nothing_is_lost(label, text, width):
    from yalu_plugin.layers.layouts.line_breaks import break_words

    broken = break_words(text, label.layout(), label.textFormat(), width)
    assert broken.replace("\n", "") == text.replace("\n", "")
    for word in broken.split():
        label.setText(word)
        assert label.sizeForText().width() - 2 * label.marginX() <= width * ROUNDED
    assert text != CHINESE or not any(line[:1] in tuple("，。）") for line in broken.split("\n"))


def test_words_stay_whole_where_there_is_another_place_to_break(label):
    from yalu_plugin.layers.layouts.line_breaks import break_words

    broken = break_words("Kumchang-ri（Kimhyongjik）至 Hyesan", label.layout(), label.textFormat(), 28)
    assert broken == "Kumchang-ri\n（Kimhyongjik）至 Hyesan"
    assert break_words("as it was", label.layout(), label.textFormat(), 28) == "as it was"


def test_cells_of_tables_and_labels_are_broken(label):
    from qgis.core import QgsProject

    from yalu_plugin.layers.layouts.figure_pages import ITEMS
    from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE
    from yalu_plugin.layers.layouts.page_tables import fill_table
    from yalu_plugin.layers.layouts.page_template import fill, from_template
    from yalu_plugin.layers.layouts.text_fit import height_mm

    page, items = from_template(QgsProject.instance(), None, "figures", ITEMS, DEFAULT_STYLE)
    assert fill_table(page, (("a", 20), ("b", 80)), [[CHINESE, "b"]]) == 1
    cell, other = (cell.content() for cell in items["table"].multiFrame().tableContents()[0])
    assert "\n" in cell and cell.replace("\n", "") == CHINESE and other == "b"
    fill(label.layout(), {"note": CHINESE * 2})
    assert "\n" in label.text() and height_mm(label) <= label.rect().height()


def test_a_note_without_spaces_is_whole_in_the_table_of_observations(project_of, tmp_path):

    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.site_sheets import build_sheets
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.write import change

    survey = create_survey(tmp_path / "note.gpkg", "Note")
    change(survey.path, "test", {
        "sites": [{"id": "a", "name": "Ford", "kind": "vehicle_ford", "geom": "POINT (127.6 41.44)"}],
        "observations": [{"id": "o", "site_id": "a", "seen_to": "2025-07-01", "state": "present", "note": CHINESE},
                         {"id": "n", "site_id": "a", "state": "present"}]})
    layout = build_sheets(project_of(survey), survey, None)
    words = [word for word in boxes(export(layout, tmp_path / "note.pdf"))[0] if "网" in word.text]
    assert sum(word.text.count("网") for word in words) == CHINESE.count("网")
    assert max(float(word.get("xMax")) for word in words) <= (210 - 12) * POINTS


@pytest.mark.parametrize("page", ["A4", "A3"])
@pytest.mark.parametrize("logo", [False, True])
def test_a_long_name_stays_in_the_title_s_line(project_of, tmp_path, page, logo):

    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.page_options import PageStyle
    from yalu_plugin.layers.layouts.site_sheets import build_sheets
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.write import change
    from yalu_plugin.paths import resource

    survey = create_survey(tmp_path / "long.gpkg", "Long")
    change(survey.path, "test", {"sites": [
        {"id": str(n), "name": name, "kind": "vehicle_ford", "geom": f"POINT ({127.5 + n / 10} 41.44)"}
        for n, name in enumerate(NAMES)]})
    style = PageStyle(page, logo=str(resource("icons", "plugin.svg")) if logo else "")
    pdf = export(build_sheets(project_of(survey), survey, None, style=style), tmp_path / "long.pdf")
    pages = boxes(pdf)
    assert len(pages) == len(NAMES)
    for node in pages:
        height = float(node.get("height")) / 297  # of a mm on A4
        words = [(word.text, float(word.get("yMin")) / height, float(word.get("xMax")) / height) for word in node]
        title = [word for word in words if 10 < word[1] < 20.5]
        tops = [top for _, top, _ in title]
        assert title[-1][0].endswith("…")
        assert max(tops) - min(tops) < 3  # one line
        assert max(right for *_, right in title) <= 12 + 141


@pytest.mark.parametrize(("text", "measured"), [("Hyesan sandbar ford, 24.42", 0), ("", 0), ("a" * 200, 1)])
def test_only_words_that_may_be_too_long_are_measured(label, monkeypatch, text, measured):
    """A report of 500 sites has 24,000 texts."""
    from yalu_plugin.layers.layouts import line_breaks

    contexts, plain = [], line_breaks.measuring_context
    monkeypatch.setattr(line_breaks, "measuring_context", lambda layout: (contexts.append(layout), plain(layout))[1])
    line_breaks.break_words(text, label.layout(), label.textFormat(), 60)
    assert len(contexts) == measured


@pytest.mark.parametrize("size", [7.25, 7.5, 7.75, 8.0, 8.25])
def test_a_line_that_was_measured_to_fit_is_drawn_in_one(label, tmp_path, size):
    """Sizes are drawn exactly, whatever QGIS rounds them to when it measures."""
    from qgis.core import Qgis, QgsLayoutExporter, QgsLayoutItemLabel, QgsPrintLayout, QgsProject
    from qgis.PyQt.QtCore import QRectF

    from yalu_plugin.layers.layouts.text_fit import height_mm

    layout, text_format = QgsPrintLayout(QgsProject.instance()), label.textFormat()
    layout.initializeDefaults()
    line, width = QgsLayoutItemLabel(layout), 100.0
    layout.addLayoutItem(line)
    text_format.setSize(size)
    line.setTextFormat(text_format)
    line.setText(LINE)
    while width == 100 or height_mm(line) > 1.5 * height_mm(line, "Sites"):
        width += 0.5
        line.attemptSetSceneRect(QRectF(5, 5, width, 20))
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    QgsLayoutExporter(layout).exportToPdf(str(tmp_path / "line.pdf"), settings)
    assert len({round(float(word.get("yMin"))) for word in boxes(tmp_path / "line.pdf")[0]}) == 1
