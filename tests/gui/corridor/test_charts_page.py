"""The charts in the Corridor panel: drawn in its colours, copied and saved in print colours."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("geopandas")
pytest.importorskip("matplotlib")


@pytest.fixture
def page(open_page, wait_for):
    page = open_page("Charts")
    wait_for(lambda: not child(page, "yalu_chart")._image.isNull())
    return page


def child(page, name):
    from qgis.PyQt.QtWidgets import QWidget

    return page.window().findChild(QWidget, name)


def colours(chart):
    """Return the colours in the image of the chart."""
    image = chart.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_created_when_first_shown(dock, open_page):
    assert child(dock, "yalu_charts_page") is None
    assert open_page("Charts") is child(dock, "yalu_charts_page")
    assert open_page("Table").objectName() == "yalu_table_page"


def test_barges_are_yellow_and_the_paper_is_the_panel_s(page):
    from qgis.PyQt.QtGui import QPalette

    found = colours(child(page, "yalu_chart"))
    assert "#ffd400" in found and "#000000" in found
    assert page.palette().color(QPalette.ColorRole.Window).name() in found


def test_a_dark_palette_is_followed(page, wait_for):
    from qgis.PyQt.QtGui import QColor, QPalette

    chart = child(page, "yalu_chart")
    dark = QPalette(chart.palette())
    dark.setColor(QPalette.ColorRole.Window, QColor("#202428"))
    dark.setColor(QPalette.ColorRole.WindowText, QColor("#f0f0f0"))
    chart.setPalette(dark)
    wait_for(lambda: {"#202428", "#f0f0f0"} <= colours(chart))


def test_another_chart(page, qt):
    which = child(page, "yalu_which_chart")
    which.setFocus()
    qt.key(which, qt.Qt.Key.Key_Down)
    assert which.currentText() == "Crossings over time" == child(page, "yalu_chart").accessibleName()
    assert "#0072b2" in colours(child(page, "yalu_chart"))


def test_copied_as_printed(page, qgis_app, qt, bar_texts):
    qgis_app.clipboard().clear()
    qt.click(child(page, "yalu_copy_chart_button"))
    picture = qgis_app.clipboard().image()
    assert (picture.width(), picture.height()) == (1300, 640)
    assert picture.pixelColor(2, 2).name() == "#ffffff"
    assert bar_texts() == ["The chart was copied."]


@pytest.mark.parametrize(("typed", "kind", "written"), [
    ("strip", "SVG (*.svg)", "strip.svg"), ("strip", "PNG (*.png)", "strip.png"), ("my.pdf", "", "my.pdf")])
def test_saved(page, qt, tmp_path, monkeypatch, bar_texts, typed, kind, written):
    from qgis.PyQt.QtWidgets import QFileDialog

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), kind))
    qt.click(child(page, "yalu_save_chart_button"))
    assert (tmp_path / written).stat().st_size > 5000
    assert written in bar_texts()[0]


def test_the_caption_says_line_datum_day_and_source(page, tmp_path, bench, wait_for):
    from datetime import date

    bench.imagery.show_day(date(2025, 7, 30))
    wait_for(lambda: page._data.statement.day.startswith("2025-07-30"))
    page.save_chart(tmp_path / "strip.svg")
    text = (tmp_path / "strip.svg").read_text(encoding="utf-8")
    for part in ("2,617 vertices, on average 143 m apart", "41.411114, 128.186804", "2025-07-30 (UTC)",
                 "AccessDPRK, 9 February 2026"):
        assert part in text
    assert "SYNTHETIC" not in text


def test_a_bad_suffix_is_reported(page, tmp_path, bar_texts):
    page.save_chart(Path(tmp_path / "chart.doc"))
    assert "chart.doc" in bar_texts()[0] and list(tmp_path.glob("chart*")) == []


def test_missing_matplotlib_is_reported_with_its_remedy(open_page, installer, wait_for, monkeypatch, qt):
    from yalu_plugin.core.errors import MissingPackages
    from yalu_plugin.gui.corridor import charts_page

    def missing():
        raise MissingPackages(packages="matplotlib")

    monkeypatch.setattr(charts_page, "prepare_charts", missing)
    page = open_page("Charts")
    install = child(page, "yalu_charts_install")
    wait_for(install.isVisible)
    assert "matplotlib" in child(page, "yalu_charts_why").text()
    assert not child(page, "yalu_copy_chart_button").isEnabled()
    qt.click(install)
    assert installer.asked == 1


def test_days_are_not_read_for_a_hidden_page(page, open_page, bench, qt, monkeypatch):
    from datetime import date

    from yalu_plugin.gui.corridor import charts_page

    calls = []
    monkeypatch.setattr(charts_page, "chart_data", lambda *given: calls.append(given))
    open_page("Table")
    bench.imagery.show_day(date(2025, 7, 30))
    qt.QTest.qWait(charts_page.PAUSE_MS + 50)
    assert calls == []


def test_another_survey_clears_the_chart_at_once(page, bench, tmp_path):
    assert child(page, "yalu_copy_chart_button").isEnabled()
    bench.new_survey(tmp_path / "other.gpkg", "Other", published=False)
    assert not child(page, "yalu_copy_chart_button").isEnabled() and page._data is None
