"""The balloons of a KML as HTML without scripts, links and anything from the web."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from yalu_plugin.core.exporting.kml_elements import html_text
from yalu_plugin.core.exporting.kml_texts import Balloon

_TABLE = '<table border="0" cellpadding="3" cellspacing="0">'
_GRID = '<table border="1" cellpadding="3" cellspacing="0">'
_LABEL = '<td valign="top"><font color="#666666">{text}</font></td>'


def balloon_markup(balloon: Balloon) -> str:
    """Return the HTML of a site: its note, then under a heading what is not read back."""
    parts = [f"<p>{html_text(balloon.note)}</p>" if balloon.note.strip() else "",
             f"<p><b>{html_text(balloon.heading)}</b></p>", _facts(balloon.facts),
             f'<p><img src="{balloon.picture}" width="240" height="240"></p>' if balloon.picture else "",
             _grid(balloon.observations), lines_markup(balloon.credits, small=True)]
    return "".join(parts)


def lines_markup(lines: Iterable[str], small: bool = False) -> str:
    """Return a paragraph for each line."""
    begin, end = ('<p><font size="-1" color="#666666">', "</font></p>") if small else ("<p>", "</p>")
    return "".join([f"{begin}{html_text(line)}{end}" for line in lines])


def legend_markup(symbols: Iterable[tuple[str, str]]) -> str:
    """Return a table of symbols, each the name of a picture in the KMZ and its meaning."""
    rows = (f'<tr><td width="40"><img src="{icon}" width="32" height="32"></td><td>{html_text(text)}</td></tr>'
            for icon, text in symbols)
    return f"{_TABLE}{''.join(rows)}</table>"


def _facts(facts: Sequence[tuple[str, str]]) -> str:
    rows = [f"<tr>{_label(label)}<td>{html_text(value)}</td></tr>" for label, value in facts if value]
    return f"{_TABLE}{''.join(rows)}</table>"


@lru_cache(maxsize=64)
def _label(text: str) -> str:
    return _LABEL.format(text=html_text(text))


def _grid(rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    head = "".join([f'<th align="left">{html_text(text)}</th>' for text in rows[0]])
    body = "".join(["<tr>" + "".join([f'<td valign="top">{html_text(text)}</td>' for text in row]) + "</tr>"
                    for row in rows[1:]])
    return f"<br>{_GRID}<tr>{head}</tr>{body}</table>"
