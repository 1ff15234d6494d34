"""Paths of the plugin's bundled files, both in a checkout and in the staged or installed plugin."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
RESOURCES = PACKAGE / "resources" if (PACKAGE / "resources").is_dir() else PACKAGE.parent / "resources"
GUIDE = PACKAGE / "guide" if (PACKAGE / "guide").is_dir() else PACKAGE.parent / "docs" / "guide"


def resource(*parts: str) -> Path:
    """Return the path of a bundled file, for example resource("data", "sites.csv")."""
    return RESOURCES.joinpath(*parts)


def guide_page(name: str) -> Path:
    """Return the path of a page of the guide, given its name without suffix."""
    return GUIDE / f"{name}.md"
