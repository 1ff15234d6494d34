"""Data as plain text in tooltips and messages, so that a name or a note is shown literally and not read as markup.

In tooltips and labels Qt reads text with a tag as HTML, with links and pictures; a message of QGIS is always HTML.
Therefore text that may contain data goes through this module, or into a label of gui/labels.py.
"""

from __future__ import annotations

import re
from html import escape

from yalu_plugin.core.plain_text import LINE, without_invisible

LONG, LINES = 1200, 30  # characters and lines of a tooltip


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows the text literally; a long text ends in an ellipsis."""
    lines = without_invisible(text[:LONG]).splitlines()
    shown = "\n".join(lines[:LINES]) + ("…" if len(text) > LONG or len(lines) > LINES else "")
    if not re.search("[<&]", shown) and all(len(line) <= LINE for line in lines):
        return shown
    return f"<p style='white-space: pre-wrap'>{as_html(shown)}</p>"  # as HTML long lines wrap


def as_html(text: str) -> str:
    """Return the text escaped, for what accepts only HTML."""
    return escape(text, quote=False).replace("\n", "<br>")
