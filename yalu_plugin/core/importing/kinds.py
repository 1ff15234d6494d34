"""Kinds where a map program keeps them: in folders and in the colours of icons."""

from __future__ import annotations

from yalu_plugin.core.importing.words import KindReading, kind_of

FOLDER, ICON_COLOUR = "folder", "icon colour"  # columns that a KML gives
_BETWEEN = " / "  # folders of a path


def kind_in_path(path: str) -> KindReading | None:
    """The kind that a folder is named for, the innermost first: "Barge crossings / 2024"."""
    found = (kind_of(folder) for folder in reversed(path.split(_BETWEEN)))
    return next((reading for reading in found if reading is not None), None)
