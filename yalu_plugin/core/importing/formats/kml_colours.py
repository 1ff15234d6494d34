"""Finds the colour of a placemark's icon, which distinguishes kinds in published lists."""

from __future__ import annotations

import colorsys
import re

from yalu_plugin.core.importing.formats.xml_element import Element

BLACK, YELLOW = "black", "yellow"
_HEX_IN_ADDRESS = re.compile(r"[?&](?:amp;)?color=(?:0x|%23|#)?([0-9a-f]{6})\b", re.IGNORECASE)
_MY_MAPS = re.compile(r"icon-\d+-([0-9a-f]{6})\b", re.IGNORECASE)
_NAMED = {  # words in the names of Google's icons
    "ylw": "ffff00", "yellow": "ffff00", "blk": "000000", "black": "000000", "red": "ff0000", "grn": "00ff00",
    "green": "00ff00", "blu": "0000ff", "blue": "0000ff", "ltblu": "add8e6", "ltblue": "add8e6", "pink": "ffc0cb",
    "purple": "800080", "wht": "ffffff", "white": "ffffff", "orange": "ffa500", "gry": "808080", "gray": "808080"}
_MAX_HOPS = 5  # from one style map to another


class Styles:
    """The icon colours of the shared styles of one document, by id."""

    def __init__(self) -> None:
        self._colours: dict[str, str] = {}
        self._others: dict[str, str] = {}  # id of a style map or cascading style -> id of the style it uses

    def add(self, element: Element) -> None:
        """Add a Style, StyleMap or gx:CascadingStyle of the document."""
        name = element.get("id", "")
        if element.tag == "StyleMap":
            other = next((pair for pair in element.iter("Pair") if pair.child_text("key") == "normal"), None)
            if other is not None:
                self._add_reference(name, other)
        elif element.tag == "CascadingStyle":
            self._add_reference(name, element)
        else:
            self._colours[name] = colour_of_style(element)

    def colour(self, url: str) -> str:
        """Return the icon colour of the style "#id"; "" if the document has no such style, or it has no colour."""
        name = url.rpartition("#")[2] if url.startswith("#") else ""
        for _ in range(_MAX_HOPS):
            if name in self._colours or name not in self._others:
                break
            name = self._others[name]
        found = _MY_MAPS.search(url)
        return self._colours.get(name, "") or (named_colour(found.group(1)) if found else "")

    def _add_reference(self, name: str, to: Element) -> None:
        style = to.find("Style")
        if style is not None:
            self._colours[name] = colour_of_style(style)
        if not self._colours.get(name):
            self._colours.pop(name, None)
            self._others[name] = to.child_text("styleUrl").lstrip("#")


def colour_of_style(style: Element) -> str:
    """Return black, yellow or #rrggbb of a Style's icon; "" if it has no colour."""
    icon = style.find("IconStyle")
    if icon is None:
        return ""
    tint = icon.child_text("color").lstrip("#").lower()  # aabbggrr
    if re.fullmatch("[0-9a-f]{8}", tint) and tint[2:] != "ffffff":
        return named_colour(tint[6:8] + tint[4:6] + tint[2:4])
    return _colour_of_address(icon.child_text("Icon/href"))


def _colour_of_address(href: str) -> str:
    stated = _HEX_IN_ADDRESS.search(href)
    if stated:
        return named_colour(stated.group(1))
    words = re.split(r"[^a-z]+", href.rpartition("/")[2].lower())
    return next((named_colour(_NAMED[word]) for word in words if word in _NAMED), "")


def named_colour(hexadecimal: str) -> str:
    """Return black or yellow for a colour that looks so, else #rrggbb."""
    red, green, blue = (int(hexadecimal[at:at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if value < 0.25:
        return BLACK
    if 42 <= hue * 360 <= 66 and saturation > 0.5 and value > 0.7:
        return YELLOW
    return f"#{hexadecimal.lower()}"
