"""A source of imagery on the web is declared once: the Add menu lists what is declared, and opens its dialog."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

ICONS = Path(__file__).resolve().parents[3] / "resources" / "icons"


def test_each_has_an_icon_and_a_dialog(qgis_app: Any) -> None:
    from yalu_plugin.gui.sources.source_dialog import SourceDialog
    from yalu_plugin.gui.sources.source_menu import MENU_SOURCES

    for source in MENU_SOURCES:
        assert (ICONS / f"{source.action}.svg").is_file(), source.action
        assert issubclass(source.dialog_class(), SourceDialog)


def test_one_more_record_is_in_the_menu(bench: Any, messages: Any, actions: Any, window: Any,
                                        monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.gui.imagery import add_button
    from yalu_plugin.gui.imagery.image_adder import ImageAdder
    from yalu_plugin.gui.sources.source_menu import MENU_SOURCES, MenuSource

    more = MenuSource("search_archive", "Archive…", "Search an archive", "stac_dialog.StacDialog")
    monkeypatch.setattr(add_button, "MENU_SOURCES", (*MENU_SOURCES, more))
    button = add_button.AddButton(bench, ImageAdder(bench, messages, window), messages, actions, window.canvas)
    assert [action.text() for action in button.menu().actions()][-2:] == [MENU_SOURCES[-1].label, "Archive…"]
