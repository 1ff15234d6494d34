"""A document is declared once: the dialog lists it, and the toolbox has its algorithm."""

from __future__ import annotations

from dataclasses import replace
from typing import Any


def test_one_more_record_is_enough(qgis_app: Any, monkeypatch: Any) -> None:
    from yalu_plugin.algorithms.provider import YaluProvider
    from yalu_plugin.layers.layouts import documents

    more = replace(documents.DOCUMENTS[1], label="Tile map", file_name="tile_map", algorithm="exporttilemap",
                   title="Export tile map", help="Tiles")
    monkeypatch.setattr(documents, "DOCUMENTS", (*documents.DOCUMENTS, more))
    provider = YaluProvider()
    provider.refreshAlgorithms()
    algorithm = provider.algorithm("exporttilemap").create()
    assert (algorithm.displayName(), algorithm.shortHelpString()) == ("Export tile map", "Tiles")
    names = {one.name() for one in algorithm.parameterDefinitions()}
    assert {"SURVEY", "DATE", "TEMPLATE", "ORIENTATION", "PAGES", "SCALE", "FORM", "OUTPUT"} <= names
    assert "CHAPTERS" not in names


def test_names_are_unique_and_algorithms_are_named_as_before() -> None:
    from yalu_plugin.layers.layouts.documents import DOCUMENTS

    assert [one.file_name for one in DOCUMENTS] == ["overview", "strip_map", "site_sheets", "report"]
    assert [one.algorithm for one in DOCUMENTS] == [
        "exportoverview", "exportstripmap", "exportsitesheets", "exportreport"]
