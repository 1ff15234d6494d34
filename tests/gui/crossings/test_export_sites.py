"""Exporting sites by the dialog: which ones, as known when, the format and the file, and what is said afterwards."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtWidgets import QComboBox, QLabel

pytest.importorskip("geopandas")


@pytest.fixture
def dock(window: Any, bench: Any, messages: Any, actions: Any, wait_for: Any) -> Any:
    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock

    dock = CrossingsDock(bench, messages, actions, window.canvas, window)
    wait_for(lambda: bench.river.chainages)
    return dock


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """A function that has the dialog accepted after a function was called with it; the file is out.<ending>."""
    from yalu_plugin.gui.crossings.export_sites_dialog import ExportSitesDialog

    def answer(change: Any) -> None:
        def run(dialog: Any) -> bool:
            dialog._file.setFilePath(str(tmp_path / "out"))
            change(dialog)
            dialog.accept()
            return bool(dialog.result())
        monkeypatch.setattr(ExportSitesDialog, "exec", run)
    return answer


def choose(dialog: Any, name: str, data: str) -> None:
    box = dialog.findChild(QComboBox, f"yalu_export_sites_{name}")
    assert box.findData(data) >= 0, [box.itemData(row) for row in range(box.count())]
    box.setCurrentIndex(box.findData(data))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_filtered_list_is_exported_with_the_measures_of_the_window(
        dock: Any, actions: Any, answer: Any, tmp_path: Path, wait_for: Any, bar_texts: Any) -> None:
    dock.sites.find("barge")
    answer(lambda dialog: choose(dialog, "format", "CSV"))
    actions.by_name["export_sites"].trigger()
    wait_for(lambda: any("1 site was exported to" in text for text in bar_texts()))
    assert [(row["kind"], row["exported_scope"], row["chainage_km"][:6]) for row in rows(tmp_path / "out.csv")] == [
        ("barge_dock", "part", "160.38")] and (tmp_path / "out_matrix.csv").exists()


def test_all_or_selected_as_known_on_the_day_on_screen(
        dock: Any, bench: Any, actions: Any, answer: Any, tmp_path: Path, wait_for: Any) -> None:
    from yalu_plugin.gui.crossings.export_sites_dialog import ExportSitesDialog, SiteSets

    ids = [row["id"] for row in bench.session.facts.rows("sites")]
    dialog = ExportSitesDialog(dock, "sites", SiteSets(6, ids[:2], ids), date(2023, 8, 30))
    sites = dialog.findChild(QComboBox, "yalu_export_sites_sites")
    assert [sites.itemText(row) for row in range(sites.count())] == ["All (6)", "Selected (2)"]
    assert dialog.only is None and dialog.day is None
    choose(dialog, "sites", "selected")
    choose(dialog, "day", "2023-08-30")
    assert dialog.only == frozenset(ids[:2]) and dialog.day == date(2023, 8, 30)
    bench.sites.select(ids[:2])
    answer(lambda dialog: (choose(dialog, "sites", "selected"), choose(dialog, "format", "CSV")))
    actions.by_name["export_sites"].trigger()
    wait_for((tmp_path / "out.csv").exists)
    assert {row["site_id"] for row in rows(tmp_path / "out.csv")} == set(ids[:2])


def test_the_ending_follows_the_format_and_each_format_says_what_its_files_are(dock: Any, tmp_path: Path) -> None:
    from yalu_plugin.core.exporting.export_files import FORMAT_NAMES
    from yalu_plugin.gui.crossings.export_sites_dialog import ExportSitesDialog, SiteSets

    dialog = ExportSitesDialog(dock, "Test survey", SiteSets(6, [], []), None)
    for name, ending in FORMAT_NAMES.items():
        choose(dialog, "format", name)
        assert dialog.path.name == f"Test survey{ending}" and dialog.form == name
        assert dialog.findChild(QLabel, "yalu_export_sites_about").text()
    dialog._file.setFilePath(str(tmp_path / "v1.2"))
    assert dialog.path.name == f"v1.2{ending}"
    dialog._file.setFilePath("")
    assert not dialog._export.isEnabled()


def test_a_file_is_replaced_only_if_the_user_says_so(
        dock: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from yalu_plugin.gui.crossings import export_sites_dialog

    asked = []
    monkeypatch.setattr(export_sites_dialog, "may_replace", lambda *given: asked.append(given[-1]))
    (tmp_path / "out.gpx").write_text("mine")
    dialog = export_sites_dialog.ExportSitesDialog(dock, "x", export_sites_dialog.SiteSets(6, [], []), None)
    choose(dialog, "format", "GPX")
    dialog._file.setFilePath(str(tmp_path / "out.gpx"))
    dialog.accept()
    assert asked == [tmp_path / "out.gpx"] and not dialog.result()


def test_what_is_not_in_the_file_is_said(dock: Any, bench: Any, actions: Any, answer: Any, wait_for: Any,
                                         bar_texts: Any) -> None:
    bench.session.change("test", {"sites": [{"id": "nowhere", "name": "x", "kind": "other"}]})
    answer(lambda dialog: choose(dialog, "format", "GPX"))
    actions.by_name["export_sites"].trigger()
    wait_for(lambda: any("1 site has no place" in text for text in bar_texts()))


def test_a_cancelled_export_says_that_nothing_was_written(dock: Any, tmp_path: Path, wait_for: Any,
                                                          bar_texts: Any) -> None:
    from yalu_plugin.layers.exporting.site_files import SiteChoice

    task = dock._files.exporting.export(tmp_path / "out.xlsx", "XLSX", SiteChoice())
    task.cancel()
    wait_for(lambda: any("nothing was written" in text for text in bar_texts()))
    assert not list(tmp_path.glob("out*")) and not list(tmp_path.glob("partial*"))
