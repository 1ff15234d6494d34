"""Tables over several pages: every row is complete, however long its texts are."""

from __future__ import annotations

from datetime import date

import pytest

pytest.importorskip("qgis")

LONG, LONGER = 300, 3000  # characters of a note


@pytest.fixture(scope="module")
def claims(published):
    """The published survey's claims, each with a long note that ends in a unique word."""
    from yalu_plugin.layers.survey.write import change

    _, survey = published
    rows = survey.rows("claims")
    noted = []
    for number, row in enumerate(rows):
        words = "SYNTHETIC words " * ((LONGER if number == 3 else LONG) // 16)
        noted.append({**row, "note": f"{words}end{number}."})
    change(survey.path, "test", {"claims": noted}, {"claims": rows})
    return rows


@pytest.fixture(scope="module")
def figures(published, claims):
    from yalu_plugin.layers.corridor.chart_data import chart_data
    from yalu_plugin.layers.layouts.figure_pages import corridor_pages, timeline_pages
    from yalu_plugin.layers.layouts.measured_crossings import measured_crossings
    from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE

    measured = measured_crossings(published[1], date(2026, 1, 1))
    data = chart_data(published[1], measured, None)
    by_kind = {"corridor": corridor_pages(*published, measured, data, DEFAULT_STYLE),
               "claims": timeline_pages(*published, measured, data, DEFAULT_STYLE)}
    yield by_kind
    by_kind.clear()  # before QGIS goes


@pytest.fixture
def surveyed(project_of, tmp_path):
    """A function that creates a survey of so many fords and nothing else; their projects are not deleted."""
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.write import change


    def make(count):
        survey = create_survey(tmp_path / f"{count}.gpkg", "Few")
        change(survey.path, "test", {"sites": [
            {"id": str(n), "name": f"Ford n{n:02}", "kind": "vehicle_ford", "geom": f"POINT ({127.3 + n / 100} 41.44)"}
            for n in range(count)]})
        return project_of(survey), survey
    return make


def test_the_pdf_has_the_end_of_every_note_and_every_scope(claims, figures, tmp_path, words_of):
    from yalu_plugin.layers.layouts.export import export

    pdf_words = words_of(export(figures["claims"], tmp_path / "claims.pdf")).split()
    ends = {f"end{number}." for number in range(len(claims))}
    shown = {number for number in range(len(claims)) if f"end{number}." in pdf_words}
    assert len(shown) == 16 and len(ends & set(pdf_words)) == 16  # those that can be measured here
    assert pdf_words.count("SYNTHETIC") == sum((LONGER if number == 3 else LONG) // 16 for number in shown)
    for number in shown:
        assert set(claims[number]["scope"].split()) <= set(pdf_words), claims[number]["scope"]


def test_the_page_of_claims_says_no_more_than_its_rows(claims, figures):
    page = figures["claims"][0]
    assert page.itemById("heading_table").text() == (
        f"Published claims with counts or distances to compare: 16 of {len(claims)}")
    assert "first seen within known dates" in page.itemById("dates").text()  # a sighting may be of a month


def test_no_table_is_higher_than_its_space(figures):
    pages = [page for by_kind in figures.values() for page in by_kind]
    assert len(figures["claims"]) > 1
    for page in pages:
        frame = page.itemById("table")
        assert frame.multiFrame().totalSize().height() <= frame.rect().height(), page.name()


def test_the_first_corridor_page_alone_has_the_gaps(figures):
    first, *others = figures["corridor"]
    assert first.itemById("chart_below").isVisible()
    assert first.itemById("chart_below").picturePath().startswith("base64:")
    assert not any(page.itemById("chart_below").isVisible() for page in (*others, *figures["claims"]))


@pytest.mark.parametrize("page", ["A4", "A3"])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 43])
def test_every_crossing_has_its_row_however_few(surveyed, tmp_path, words_of, count, page):
    from yalu_plugin.layers.corridor.chart_data import chart_data
    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.figure_pages import corridor_pages
    from yalu_plugin.layers.layouts.measured_crossings import measured_crossings
    from yalu_plugin.layers.layouts.page_options import PageStyle

    project, survey = surveyed(count)
    measured = measured_crossings(survey, date(2026, 1, 1))
    pages = corridor_pages(project, survey, measured, chart_data(survey, measured, None), PageStyle(page))
    pdf_words = words_of(export(pages, tmp_path / "few.pdf")).splitlines()
    rows = [line for line in pdf_words if "Ford" in line and "Vehicle crossing" in line]
    assert sorted(line.split()[2] for line in rows) == [f"n{number:02}" for number in range(count)]
    distances = "Crossings measured: 1; distances need at least two" if count == 1 else " km straight, times "
    assert distances in " ".join(pdf_words) and "times -" not in " ".join(pdf_words)
    pages.clear()


def test_a_survey_without_claims_says_so_and_has_no_empty_table(surveyed):
    from yalu_plugin.layers.corridor.chart_data import chart_data
    from yalu_plugin.layers.layouts.figure_pages import timeline_pages
    from yalu_plugin.layers.layouts.measured_crossings import measured_crossings
    from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE

    project, survey = surveyed(2)
    measured = measured_crossings(survey, date(2026, 1, 1))
    pages = timeline_pages(project, survey, measured, chart_data(survey, measured, None), DEFAULT_STYLE)
    assert [page.itemById("heading_table").text() for page in pages] == ["No published claims in this survey"]
    assert not pages[0].itemById("table").isVisible()
    pages.clear()


def test_crossings_far_from_the_line_leave_no_empty_table(surveyed):
    from yalu_plugin.layers.corridor.chart_data import chart_data
    from yalu_plugin.layers.layouts.figure_pages import corridor_pages
    from yalu_plugin.layers.layouts.measured_crossings import measured_crossings
    from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE
    from yalu_plugin.layers.survey.write import change

    project, survey = surveyed(0)
    change(survey.path, "test", {"sites": [{"id": "far", "kind": "vehicle_ford", "geom": "POINT (127 39.2)"}]})
    measured = measured_crossings(survey, date(2026, 1, 1))
    (page,) = corridor_pages(project, survey, measured, chart_data(survey, measured, None), DEFAULT_STYLE)
    assert page.itemById("heading_table").text() == "No crossing within 5 km of the river line"
    assert not page.itemById("table").isVisible()
    del page


def test_rows_in_pieces_keep_every_word():
    from yalu_plugin.layers.layouts.page_tables import MOST_CHARACTERS, split_long_cells

    long = " ".join(str(number) for number in range(500))
    pieces = split_long_cells([["a", long], ["b", ""]])
    assert [row[0] for row in pieces] == ["a", *[""] * (len(pieces) - 2), "b"]
    assert " ".join(row[1] for row in pieces[:-1]) == long
    assert max(len(cell) for row in pieces for cell in row) <= MOST_CHARACTERS
