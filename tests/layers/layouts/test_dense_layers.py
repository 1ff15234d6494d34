"""Layers of very many symbols are drawn as a picture before a page is written, and look like individual symbols."""

from __future__ import annotations

import subprocess
from datetime import date

import pytest

pytest.importorskip("qgis")

DAY, DOTS = date(2025, 7, 30), 8


@pytest.fixture
def layout(project_of, tmp_path, synthetic_sites, monkeypatch):
    """The overview of 60 sites, which counts as very many in these tests."""
    from yalu_plugin.layers.layouts import dense_layers, site_numbers, statements
    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.survey.create import create_survey

    for module, name, most in ((dense_layers, "MOST", 20), (statements, "NAMED_MOST", 20), (site_numbers, "MOST", 20)):
        monkeypatch.setattr(module, name, most)
    survey, sites = create_survey(tmp_path / "many.gpkg", "SYNTHETIC"), synthetic_sites(60)
    survey.change("test", {"sites": sites, "observations": [
        {"id": f"{site['id']}-{state}", "site_id": site["id"], "state": state, "seen_from": seen, "seen_to": seen}
        for site in sites for state, seen in (("present", "2020-05-01"), ("washed_out", "2023-08-01"))]})
    return build_overview(project_of(survey), survey, DAY)


@pytest.fixture
def pictures(monkeypatch):
    """The roles of the layers of each picture that is drawn."""
    from yalu_plugin.layers.layouts import dense_layers

    drawn_roles, settings = [], dense_layers._settings
    monkeypatch.setattr(dense_layers, "_settings", lambda item, layers, dpi: (
        drawn_roles.append([layer.customProperty("yalu/role") for layer in layers]), settings(item, layers, dpi))[1])
    return drawn_roles


def shown(layout):
    return {name: (layout.itemById(name).layers(), layout.itemById(name).itemOpacity())
            for name in ("main_map", "inset_map")}


def page(layout, folder):
    """Return the page as exported to PNG."""
    from qgis.PyQt.QtGui import QImage

    from yalu_plugin.layers.layouts.export import export

    return QImage(str(export(layout, folder / f"{len(list(folder.iterdir()))}.png")))


def most_apart(one, other):
    """Return the largest difference of a colour between two pages, at a resolution that hides single pixels."""
    from qgis.PyQt.QtCore import Qt

    one, other = (page.scaledToWidth(page.width() // DOTS, Qt.TransformationMode.SmoothTransformation)
                  for page in (one, other))
    return max(abs(a - b) for x in range(one.width()) for y in range(one.height())
               for a, b in zip(one.pixelColor(x, y).getRgb(), other.pixelColor(x, y).getRgb()))


def test_the_page_looks_as_it_does_symbol_by_symbol(layout, tmp_path, pictures, monkeypatch):
    from yalu_plugin.layers.layouts import dense_layers

    layout.itemById("main_map").setItemOpacity(1)  # else QGIS rounds where the whole map stands
    at_once = page(layout, tmp_path)
    assert pictures == [["site_states", "sites"]]
    monkeypatch.setattr(dense_layers, "MOST", 1_000)
    one_by_one, drawn = page(layout, tmp_path), len(pictures)
    assert drawn == len(pictures) and at_once.size() == one_by_one.size()
    assert most_apart(at_once, one_by_one) < 40
    colours = {at_once.pixelColor(x, y).name() for x in range(at_once.width()) for y in range(at_once.height())}
    assert "#c1121f" in colours and "#0b6e4f" not in colours  # washed out on the day, present before


def test_a_pdf_has_the_symbols_as_pictures_and_the_names_as_text(layout, tmp_path, words_of, pictures):
    from yalu_plugin.layers.layouts.export import export

    before = shown(layout)
    path = export(layout, tmp_path / "many.pdf")
    assert pictures == [["site_states", "sites"]] and shown(layout) == before
    output = subprocess.run(["pdfimages", "-list", str(path)], capture_output=True, check=True, text=True).stdout
    assert "smask" in output and " 300 " in output
    assert "Hyesan" in words_of(path) and "Vehicle crossing (" in words_of(path)


def test_a_pdf_with_layers_keeps_them(layout, tmp_path, pictures):
    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.page_options import GEOPDF

    known = set(layout.project().mapLayers())
    path = export(layout, tmp_path / "layers.pdf", GEOPDF)
    assert subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True).stderr == b""
    assert not pictures and set(layout.project().mapLayers()) == known


def test_a_layer_removed_meanwhile_is_not_restored(layout, tmp_path, monkeypatch):
    """The window processes events while symbols are drawn: an image from the web may replace another one."""
    from qgis.PyQt import sip

    from yalu_plugin.layers.layouts import dense_layers

    item, draw = layout.itemById("main_map"), dense_layers.render_map
    removed = item.layers()[-1]
    monkeypatch.setattr(dense_layers, "render_map",
                        lambda *given: (sip.isdeleted(removed) or sip.delete(removed), draw(*given)))
    rest = item.layers()[:-1]
    page(layout, tmp_path)
    assert item.layers() == rest


def test_few_symbols_are_drawn_one_by_one(layout, tmp_path, pictures, monkeypatch):
    from yalu_plugin.layers.layouts import dense_layers

    monkeypatch.setattr(dense_layers, "MOST", 60)
    page(layout, tmp_path)
    assert pictures == []


def test_features_are_counted_only_up_to_the_limit(layout, monkeypatch):
    from yalu_plugin.layers.layouts import dense_layers
    from yalu_plugin.layers.project import layer_with_role

    counted = []
    monkeypatch.setattr(dense_layers, "AT_ONCE", 1)
    monkeypatch.setattr(dense_layers, "process_events", lambda feedback: counted.append(1))
    sites = layer_with_role(layout.project(), "sites")
    assert dense_layers._is_dense(sites, layout.itemById("main_map"), None)
    assert len(counted) == dense_layers.MOST + 1 < sites.featureCount()


def test_maps_that_are_turned_or_hidden_are_left_as_they_are(layout, tmp_path, pictures):
    layout.itemById("main_map").setMapRotation(30)
    layout.itemById("inset_map").setVisibility(False)
    page(layout, tmp_path)
    assert pictures == []


def test_a_very_large_map_is_drawn_coarser(layout, monkeypatch):
    from yalu_plugin.layers.layouts import dense_layers

    item = layout.itemById("main_map")
    fine = dense_layers._settings(item, [], 300)
    monkeypatch.setattr(dense_layers, "MOST_DOTS", 500_000)
    coarse = dense_layers._settings(item, [], 300)
    size = coarse.outputSize()
    assert fine.outputDpi() == 300 and 0.97 < size.width() * size.height() / 500_000 < 1.03
    assert coarse.outputDpi() / 300 == pytest.approx(size.width() / fine.outputSize().width(), rel=0.01)


@pytest.mark.parametrize("moment", ["drawn", "written"])
def test_a_cancel_writes_nothing_and_restores_all(layout, tmp_path, monkeypatch, moment):
    from qgis.core import QgsFeedback

    from yalu_plugin.layers.layouts import dense_layers, picture_layer
    from yalu_plugin.layers.layouts.event_pump import ExportCancelled
    from yalu_plugin.layers.layouts.export import export

    feedback, before, calls = QgsFeedback(), shown(layout), []
    module, name = (dense_layers, "render_map") if moment == "drawn" else (picture_layer, "signal_progress")
    work = getattr(module, name)
    monkeypatch.setattr(module, name, lambda *given: (calls.append(feedback.cancel()), work(*given))[1])
    with pytest.raises(ExportCancelled):
        export(layout, tmp_path / "sub.pdf", feedback=feedback)
    assert len(calls) == 1 and shown(layout) == before
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".pdf"]


def test_events_are_processed_after_each_part_of_the_picture(layout, tmp_path, monkeypatch):
    from qgis.core import QgsFeedback

    from yalu_plugin.layers.layouts import picture_layer
    from yalu_plugin.layers.layouts.export import export

    polls, feedback = [], QgsFeedback()
    monkeypatch.setattr(picture_layer, "signal_progress", polls.append)
    export(layout, tmp_path / "many.pdf", feedback=feedback)
    item = layout.itemById("main_map")
    dots = item.rect().width() * item.rect().height() * (300 / 25.4) ** 2
    assert dots / picture_layer.DOTS <= len(polls) <= 1.5 * dots / picture_layer.DOTS + 1 and set(polls) == {feedback}
