"""Kinds where lists without a column for them have them: in names, in folders, in the colours of icons."""

from __future__ import annotations

from yalu_plugin.core.importing.words import KindReading, kind_of, parts

FOLDER, ICON_COLOUR = "folder", "icon colour"  # columns that a KML gives
_BETWEEN = " / "  # folders of a path
_SHORTEST = 3  # letters of a word in ASCII: "Site B" and "V" name no kind


def kind_in_name(name: str) -> KindReading | None:
    """The kind that a name says, "Vehicle ford east of Hyesan"; letters and numbers only tell names apart."""
    words = " ".join(part for part in parts(name) if len(part) >= _SHORTEST or not part.isascii())
    return kind_of(words) if words else None


def kind_in_path(path: str) -> KindReading | None:
    """The kind that a folder is named for, the innermost first: "Barge crossings / 2024"."""
    found = (kind_in_name(folder) for folder in reversed(path.split(_BETWEEN)))
    return next((reading for reading in found if reading is not None), None)
