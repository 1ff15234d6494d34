"""What the plugin's actions say about themselves."""

from __future__ import annotations

from typing import Any


def test_a_tooltip_keeps_the_keys_that_are_no_shortcuts(actions: Any) -> None:
    """QGIS removes a text in parentheses from the tooltip, as an old shortcut, whether or not there is a shortcut."""
    rename = actions.add("a", "Rename", "Give the site another name (F2)", "rename_site")
    add = actions.add("b", "Add", "One click places it (V vehicle, B barge)", "add_crossing", shortcut="Ctrl+Alt+C")
    assert rename.toolTip() == "<b>Give the site another name – F2</b>"
    assert add.toolTip() == "<b>One click places it – V vehicle, B barge</b> (Ctrl+Alt+C)"
    assert rename.statusTip() == "Give the site another name (F2)"
