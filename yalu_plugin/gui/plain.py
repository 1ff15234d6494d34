"""Data as plain text: whatever stands in a name or a note is shown as it stands there, and nothing of it is markup.

Qt takes text in which it sees a tag for HTML, with links and pictures, in tooltips and labels; a message of QGIS is
always HTML. So what may hold data goes through here, or into a label of gui/labels.py.
"""

from __future__ import annotations

import re
from html import escape

from yalu_plugin.core.plain_text import LINE, without_invisible

LONG, LINES = 1200, 30  # characters and lines of a tooltip


def plain_tooltip(text: str) -> str:
    """The text as a tooltip, which ends with an ellipsis where it is long: to the letter, whatever Qt sees in it."""
    lines = without_invisible(text[:LONG]).splitlines()
    shown = "\n".join(lines[:LINES]) + ("…" if len(text) > LONG or len(lines) > LINES else "")
    if not re.search("[<&]", shown) and all(len(line) <= LINE for line in lines):
        return shown
    return f"<p style='white-space: pre-wrap'>{as_html(shown)}</p>"  # which wraps long lines, too


def as_html(text: str) -> str:
    """The text for what takes nothing but HTML."""
    return escape(text, quote=False).replace("\n", "<br>")
