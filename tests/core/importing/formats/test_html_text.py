"""Plain text of the HTML of a description, also with unclosed tags."""

from __future__ import annotations

import pytest

from yalu_plugin.core.importing.formats.html_text import plain_text


@pytest.mark.parametrize(("html", "text"), [
    ("<p>A<br>B</p>C", "A\nB\nC"),
    ("<table><tr><td>Status</td><td>washed&nbsp;out</td></tr></table>", "Status: washed out"),
    ("<a href='https://e.x/?a=1&amp;b=2' title='1 > 0'>report</a>", "report (https://e.x/?a=1&b=2)"),
    ("<b>5 &lt; 6</b><!-- <p>no --> 7 <5 km", "5 < 6 7 <5 km"),
    ("<p>A<script>if (a<b) x()</script>B<style>p {}</style>", "AB"),
    ("<img alt='ford' src='files/1.png'>", "[ford files/1.png]"),
    ("<img alt='ford' src='data:image/png;base64,iVBOR'>", "[ford]"),  # embedded image data is not text
    ("<p>A <!-- and more", "A <!-- and more"),
])
def test_text_that_a_browser_would_show(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize(("unit", "shown"), [
    ("<", 1), ("<a ", 3), ("<a b='", 6), ("<!--", 4), ("<!", 2), ("<?", 2), ("</", 2), ("<p a", 4), ('<p "', 4)])
def test_tags_without_an_end_are_text(unit: str, shown: int) -> None:
    """Python's HTMLParser would take days for these: it visits each character a hundred thousand times."""
    assert len(plain_text("<p>" + unit * 300_000)) == 300_000 * shown - unit.endswith(" ")
