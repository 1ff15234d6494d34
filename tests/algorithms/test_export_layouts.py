"""yalu:exportsitesheets, and behaviour that all exports of layouts share."""

from __future__ import annotations

import subprocess

import pytest


@pytest.fixture
def survey(new_survey, tmp_path):
    return new_survey(tmp_path / "survey.gpkg", "Survey", True)


def algorithm_of(file_name):
    from yalu_plugin.algorithms.export_document import ExportDocument
    from yalu_plugin.layers.layouts.documents import DOCUMENTS

    return ExportDocument(next(document for document in DOCUMENTS if document.file_name == file_name))


def run(file_name, **parameters):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    return algorithm_of(file_name).create().run(parameters, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)


def words_of(path):
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()


def test_sheets_are_a_pdf_of_a_page_for_each_site(survey, tmp_path):
    target = tmp_path / "sheets.pdf"
    results, done = run("site_sheets", SURVEY=str(survey.path), DATE="2025-07-30", OUTPUT=str(target), PAGE="A3",
                        CLASSIFICATION="FOR OFFICIAL USE", ACCENT="#aa0000")
    assert done and results == {"OUTPUT": str(target)}
    text = words_of(target)
    assert text.count("\f") == 6 and text.count("FOR OFFICIAL USE") == 12
    size = subprocess.run(["pdfinfo", str(target)], capture_output=True, check=True).stdout.decode()
    assert "A3" in size


def test_sheets_as_pictures_are_a_folder(survey, tmp_path):
    results, _ = run("site_sheets", SURVEY=str(survey.path), FORMAT="png", OUTPUT=str(tmp_path / "sheets.png"))
    assert results == {"OUTPUT": str(tmp_path / "sheets")}
    assert sorted(path.name for path in (tmp_path / "sheets").iterdir())[0] == "01.png"


def test_the_strip_map_is_a_file_of_one_page_or_more(survey, tmp_path):
    results, _ = run("strip_map", SURVEY=str(survey.path), OUTPUT=str(tmp_path / "strip.pdf"), SCALE=100_000)
    assert "Strip map 1:100 000" in words_of(results["OUTPUT"]) and words_of(results["OUTPUT"]).count("\f") > 1


def test_the_report_is_one_pdf(survey, tmp_path):
    results, _ = run("report", SURVEY=str(survey.path), DATE="2025-07-30", OUTPUT=str(tmp_path / "report.pdf"))
    assert words_of(results["OUTPUT"]).count("\f") == 13


def test_chapters_of_the_report_can_be_left_out(survey, tmp_path):
    target = tmp_path / "report.pdf"
    run("report", SURVEY=str(survey.path), DATE="2025-07-30", OUTPUT=str(target),
        CHAPTERS=["sheets", "overview"], SHEETS="observed")
    text = words_of(target)
    seen = {row["site_id"] for row in survey.rows("observations")}
    located = {row["id"] for row in survey.rows("sites") if row.get("geom")}
    assert text.count("\f") == 2 + len(seen & located) and "Strip map" not in text


def test_an_empty_survey_is_one_line_and_nothing_is_written(qgis_app, tmp_path):
    from qgis.core import QgsProcessingException

    from yalu_plugin.layers.survey.create import create_survey

    empty = create_survey(tmp_path / "empty.gpkg", "Empty")
    for algorithm, text in (("report", "no crossing to show"), ("strip_map", "no crossing to show"),
                            ("site_sheets", "no site with a position")):
        with pytest.raises(QgsProcessingException, match=text):
            run(algorithm, SURVEY=str(empty.path), OUTPUT=str(tmp_path / "out.pdf"))
    assert [path.name for path in tmp_path.iterdir()] == ["empty.gpkg"]


def test_a_pdf_with_layers(survey, tmp_path):
    target = tmp_path / "map.pdf"
    run("overview", SURVEY=str(survey.path), FORMAT="geopdf", OUTPUT=str(target))
    assert target.read_bytes().count(b"/OCG") > 3
    assert "Irregular crossings" in words_of(target)


@pytest.mark.parametrize(("code", "present"), [("en", "Present ("), ("ko", "있음"), ("zh_CN", "存在")])
def test_the_page_has_its_own_language(survey, tmp_path, code, present, monkeypatch):
    from yalu_plugin import i18n

    target = tmp_path / "map.svg"
    monkeypatch.setattr(i18n, "resource", compiled(tmp_path))
    run("overview", SURVEY=str(survey.path), LANGUAGE=code, OUTPUT=str(target))
    assert present in target.read_text(encoding="utf-8")
    assert i18n.tr("Present") == "Present"


def compiled(folder):
    """The translations compiled into `folder`, in place of the staged ones."""
    from tools.stage import ROOT, compile_translation

    for ts in (ROOT / "resources" / "i18n").glob("*.ts"):
        compile_translation(ts, folder / "i18n" / f"{ts.stem}.qm")
    return lambda *parts: folder.joinpath(*parts)


def test_a_wrong_value_is_told_first(survey):
    from qgis.core import QgsProcessingContext


    algorithm, context = algorithm_of("report").create(), QgsProcessingContext()
    for name, value, text in (("DATE", "2025-02-30", "2025-02-30 is not a day. Write DATE as 2025-07-30."),
                              ("LANGUAGE", "fr", "fr is not an option of LANGUAGE. Write one of en, ko, zh_CN."),
                              ("LANGUAGE", "zh", ""), ("LANGUAGE", "zh_CN", ""), ("DATE", "2025-07-30", "")):
        given = {"SURVEY": str(survey.path), "OUTPUT": "report.pdf", name: value}
        assert algorithm.checkParameterValues(given, context) == (not text, text)


def test_what_is_wrong_is_one_line_and_nothing_is_written(survey, tmp_path):
    from qgis.core import QgsProcessingException


    (tmp_path / "bad.qpt").write_text("no template")
    before = sorted(tmp_path.iterdir())
    for wrong, text in (({"TEMPLATE": str(tmp_path / "bad.qpt")}, "is not a layout template"),
                        ({"LOGO": str(tmp_path / "none.svg")}, "There is no picture"),
                        ({"OUTPUT": str(tmp_path / "none" / "sheets.pdf")}, "There is no folder"),
                        ({"OUTPUT": str(tmp_path / "sheets.xyz"), "LOGO": "none"}, "Name it .pdf, .png or .svg")):
        given = {"SURVEY": str(survey.path), "OUTPUT": str(tmp_path / "sheets.pdf"), **wrong}
        with pytest.raises(QgsProcessingException, match=text):
            run("site_sheets", **given)
    assert sorted(tmp_path.iterdir()) == before
