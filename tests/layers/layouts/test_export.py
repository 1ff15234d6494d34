"""Layouts exported to files: formats, pages, failures, cancelling."""

from __future__ import annotations

import subprocess

import pytest


@pytest.fixture(scope="module")
def layout(published):
    return text_layout("one")


def text_layout(text, sites=None):
    """Return an A6 page with `text`; with a layer, an atlas with a page for each feature."""
    from qgis.core import QgsLayoutItemLabel, QgsLayoutPoint, QgsLayoutSize, QgsPrintLayout, QgsProject

    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(148, 105))
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    layout.addLayoutItem(label)
    label.attemptMove(QgsLayoutPoint(10, 10))
    label.attemptResize(QgsLayoutSize(100, 20))
    if sites is not None:
        layout.atlas().setCoverageLayer(sites)
        layout.atlas().setEnabled(True)
    return layout


@pytest.fixture
def atlas(published):
    from yalu_plugin.layers.project import layer_with_role

    return text_layout("site [% \"name\" %]", layer_with_role(published[0], "sites"))


def test_pages_of_layouts_and_atlases_are_one_pdf(layout, atlas, tmp_path, words_of):
    from yalu_plugin.layers.layouts.export import export

    said = words_of(export([layout, atlas, layout], tmp_path / "all.pdf"))
    assert said.count("\f") == 8
    assert said.index("one") < said.index("site Hyesan sandbar ford") < said.index("site Wonsan") < said.rindex("one")
    assert [path.name for path in tmp_path.iterdir()] == ["all.pdf"]


def test_pages_as_pictures_are_a_folder(layout, atlas, tmp_path):
    from yalu_plugin.layers.layouts.export import FolderExists, export

    folder = export([atlas, layout], tmp_path / "pages.svg")
    assert folder == tmp_path / "pages"
    assert sorted(path.name for path in folder.iterdir()) == [f"0{number}.svg" for number in range(1, 8)]
    assert "one" in (folder / "07.svg").read_text(encoding="utf-8")
    with pytest.raises(FolderExists):
        export([atlas, layout], tmp_path / "pages.png")
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def test_pages_with_layers_are_a_folder(published, tmp_path):
    from datetime import date

    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.page_options import GEOPDF
    from yalu_plugin.layers.layouts.strip_map import build_strip_map

    layouts = build_strip_map(*published, date(2025, 7, 30), pages=2)
    folder = export(layouts, tmp_path / "strip.pdf", GEOPDF)
    assert sorted(path.name for path in folder.iterdir()) == ["01.pdf", "02.pdf"]
    for page in folder.iterdir():
        assert page.read_bytes().count(b"/Type /OCG") >= 2  # optional content: layers
    layouts.clear()


def test_a_pdf_with_layers_is_sound_and_the_project_as_before(published, tmp_path):
    from datetime import date

    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.layouts.page_options import GEOPDF

    project, survey = published
    before = set(project.mapLayers())
    layout = build_overview(project, survey, date(2025, 7, 30))
    project.setDirty(False)
    for _ in range(2):  # the second time with the same layers
        path = export(layout, tmp_path / "overview.pdf", GEOPDF)
        assert subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True).stderr == b""
    assert set(project.mapLayers()) == before and not project.isDirty()
    del layout


@pytest.mark.parametrize("name", ["all.pdf", "all.png"])
def test_cancelled_leaves_nothing(atlas, tmp_path, name):
    from qgis.core import QgsFeedback

    from yalu_plugin.layers.layouts.event_pump import ExportCancelled
    from yalu_plugin.layers.layouts.export import export

    feedback = QgsFeedback()
    feedback.progressChanged.connect(lambda done: feedback.cancel() if done > 30 else None)
    with pytest.raises(ExportCancelled):
        export([atlas], tmp_path / name, feedback=feedback)
    assert list(tmp_path.iterdir()) == []


def test_events_are_processed_before_and_after_each_page_is_ready(atlas, tmp_path, monkeypatch):
    from qgis.core import QgsFeedback

    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.page_iterator import PageIterator

    feedback, said, really = QgsFeedback(), [], PageIterator._next
    feedback.progressChanged.connect(lambda _percent: said.append("signal_progress"))
    monkeypatch.setattr(PageIterator, "_next", lambda self: said.append("made ready") or really(self))
    export([atlas], tmp_path / "all.pdf", feedback=feedback)
    ready = [place for place, one in enumerate(said) if one == "made ready"]
    assert len(ready) > 2
    assert all(said[place - 1] == said[place + 1] == "signal_progress" for place in ready)


def test_an_atlas_without_a_feature_has_no_page(atlas, layout):
    from yalu_plugin.layers.layouts.page_iterator import PageIterator

    atlas.atlas().setFilterFeatures(True)
    atlas.atlas().setFilterExpression("false")
    assert len(PageIterator([atlas, layout])) == 1
    assert [page is layout for page in PageIterator([atlas, layout])] == [True]


def test_png_and_svg(layout, tmp_path):
    from qgis.PyQt.QtGui import QImage

    from yalu_plugin.layers.layouts.export import export

    assert QImage(str(export(layout, tmp_path / "map.png"))).width() == pytest.approx(148 / 25.4 * 250, abs=1)
    assert "one" in export(layout, tmp_path / "map.svg").read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["map.png", "map.svg"]


def test_unwritable_place_is_named_and_nothing_is_left(layout, atlas, tmp_path):
    from yalu_plugin.layers.layouts.export import CannotExport, NoSuchFolder, UnknownEnding, export

    folder = tmp_path / "made.pdf"
    folder.mkdir()
    for path, why in ((tmp_path / "missing" / "map.pdf", NoSuchFolder), (folder, CannotExport),
                      (tmp_path / "map.docx", UnknownEnding), (tmp_path / "map", UnknownEnding)):
        for pages in (layout, [atlas]):
            with pytest.raises(why):
                export(pages, path)
    folder.rmdir()
    assert list(tmp_path.iterdir()) == []


def test_failed_export_keeps_the_map_that_was_there(layout, tmp_path, monkeypatch):
    from qgis.core import QgsLayoutExporter

    from yalu_plugin.layers.layouts import export

    there = tmp_path / "map.pdf"
    there.write_text("the earlier one")

    def half(_layout, path, _kind):
        path.write_text("half")
        return QgsLayoutExporter.ExportResult.FileError

    monkeypatch.setattr(export, "_write_page", half)
    with pytest.raises(export.CannotExport):
        export.export(layout, there)
    assert there.read_text() == "the earlier one"
    assert [path.name for path in tmp_path.iterdir()] == ["map.pdf"]


@pytest.mark.parametrize("kind", ["pdf", "geopdf"])
def test_a_pdf_says_its_title_and_no_account(qgis_app, tmp_path, kind):
    from qgis.core import QgsLayoutItemLabel, QgsPrintLayout, QgsProject

    from yalu_plugin.layers.layouts.export import export

    project = QgsProject()
    layouts = [QgsPrintLayout(project), QgsPrintLayout(project)]
    for layout in layouts:
        layout.initializeDefaults()
    label = QgsLayoutItemLabel(layouts[0])
    label.setId("title")
    label.setText("Crossings of the Yalu 압록강")
    layouts[0].addLayoutItem(label)
    for written in (export(layouts[:1], tmp_path / "one.pdf", kind), export(layouts, tmp_path / "two.pdf", kind)):
        for file in sorted(written.iterdir()) if written.is_dir() else [written]:
            said = subprocess.run(["pdfinfo", str(file)], capture_output=True, check=True).stdout.decode()
            told = dict(line.split(":", 1) for line in said.splitlines())
            assert told["Title"].strip() == "Crossings of the Yalu 압록강"
            assert not told.get("Author", "").strip() and "Yalu" in told["Creator"]
