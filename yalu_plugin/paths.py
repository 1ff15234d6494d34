"""Where the plugin's own files are, in a checkout and in the staged or installed plugin alike."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
RESOURCES = PACKAGE / "resources" if (PACKAGE / "resources").is_dir() else PACKAGE.parent / "resources"
GUIDE = PACKAGE / "guide" if (PACKAGE / "guide").is_dir() else PACKAGE.parent / "docs" / "guide"


def resource(*parts: str) -> Path:
    """The path of a bundled file, say resource("data", "sites.csv")."""
    return RESOURCES.joinpath(*parts)


def guide_page(name: str) -> Path:
    """The path of a page of the guide, given its name without ending."""
    return GUIDE / f"{name}.md"
