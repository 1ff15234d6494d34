"""Texts of a survey are printed literally: nothing in them is evaluated as an expression."""

from __future__ import annotations

import pytest

SUM = "[% 1+41 %]"


@pytest.mark.parametrize("text", [
    SUM, f"a {SUM}{SUM} b", "[% [% 1 %] %]", "[%[%", "%] [ %", "'[%' %]", "[% \"name\" %]\n"])
def test_a_label_says_the_text_to_the_letter(qgis_app, text):
    from qgis.core import QgsExpression, QgsExpressionContext

    from yalu_plugin.layers.layouts.page_template import literal

    assert QgsExpression.replaceExpressionText(literal(text), QgsExpressionContext()) == text


@pytest.fixture
def survey(new_survey, tmp_path):
    """A survey with an expression in each of its texts."""
    from yalu_plugin.layers.survey.write import change

    written = new_survey(tmp_path / "sums.gpkg", f"Title {SUM}")
    source = {"id": "s", "title": f"Source {SUM}", "publisher": f"Publisher {SUM}", "author": f"Author {SUM}",
              "licence": f"Licence {SUM}", "attribution": f"Attribution {SUM}"}
    site = {"id": "a", "name": f"Ford {SUM}", "kind": "vehicle_ford", "county": f"County {SUM}", "source_id": "s",
            "note": f"Note {SUM}", "geom": "POINT (127.9 41.44)"}
    seen = {"id": "o", "site_id": "a", "seen_to": "2025-07-01", "state": "present", "source_id": "s",
            "note": f"Seen {SUM}"}
    claim = {"id": "c", "source_id": "s", "quantity": "crossings_total", "value": 7.0, "unit": f"Unit {SUM}",
             "scope": f"Scope {SUM}", "note": f"Claim {SUM}"}
    change(written.path, "test", {"sources": [source], "claims": [claim], "observations": [seen], "sites": [
        site, {**site, "id": "b", "kind": "barge_dock", "name": f"Quay {SUM}", "geom": "POINT (127.6 41.44)"}]})
    return written


def test_no_text_of_a_survey_is_evaluated_in_the_report(project_of, survey, tmp_path, words_of):

    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.page_options import PageStyle
    from yalu_plugin.layers.layouts.report import build_report

    layouts = build_report(project_of(survey), survey, None, PageStyle(classification=f"Class {SUM}"))
    pages = words_of(export(layouts, tmp_path / "report.pdf")).split("\f")[:-1]
    texts = [" ".join(page.split()) for page in pages]
    assert all(page.count(f"Class {SUM}") == 2 for page in texts)
    assert f"Ford {SUM}" in texts[0] and f"Title {SUM}" in texts[0]
    whole = " ".join(texts)
    for what in ("Source", "Publisher", "Author", "Licence", "Note", "Seen", "County"):
        assert f"{what} {SUM}" in whole, what
    assert not [page for page in texts if "42" in page.replace(SUM, "").split()]
    for what in ("Class", "Title", "Ford", "Quay"):
        assert whole.count(f"{what} {SUM}") == whole.count(f"{what} "), what
