"""Elements of KML as text: escaped, in the order of OGC's schema, without characters that XML forbids."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from yalu_plugin.core.plain_text import without_invisible

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # by XML 1.0
_PLAIN_XML = re.compile("[\t\n\x20-%'-;=?-\ud7ff\ue000-\ufffd]*")  # nearly all texts: the same in XML
_PLAIN_HTML = re.compile("[\n\x20!#%(-;=?-~\xa0-\u2007\u2010-\u2027\u2030-\u205f\u3000-\ud7ff]*")  # and in HTML
_OPAQUE, _SHORT = "ff", 120  # characters


def xml_text(text: str) -> str:
    """Return any text as the content of an element."""
    return text if _PLAIN_XML.fullmatch(text) else html.escape(_FORBIDDEN.sub("", text), quote=False)


def html_text(text: str) -> str:
    """Return any text as HTML that shows it.

    No markup in it has an effect, nor have Google Earth's $[entities] and marks that turn the following text around.
    """
    return _short_html(text) if len(text) <= _SHORT else _html(text)


def _html(text: str) -> str:
    if _PLAIN_HTML.fullmatch(text):
        return "<br>".join(text.splitlines()) if "\n" in text else text
    shown = html.escape(_FORBIDDEN.sub("", without_invisible(text))).replace("$[", "&#36;[")
    return "<br>".join(shown.splitlines())


_short_html = lru_cache(maxsize=1 << 13)(_html)  # labels, states and days recur in each balloon


def html_description(markup: str) -> str:
    """Return the element description; all texts in `markup` come from `html_text`, so that none ends the CDATA."""
    return f"<description><![CDATA[{markup}]]></description>"


def extended_data(values: Mapping[str, str | float | None]) -> str:
    """Return the element ExtendedData with these values by name; None is empty."""
    texts = ["" if value is None else str(value) for value in values.values()]
    if not _PLAIN_XML.fullmatch("".join(texts)):
        texts = list(map(xml_text, texts))
    return _data_form(tuple(values)) % tuple(texts)


@lru_cache(maxsize=16)
def _data_form(names: tuple[str, ...]) -> str:
    data = "".join([f'<Data name="{name}"><value>%s</value></Data>' for name in names])
    return f"<ExtendedData>{data}</ExtendedData>"


def time_span(first: str | None, after: str | None) -> str:
    """Return the element TimeSpan of whole UTC days (ISO 8601), `after` not included; "" if both are open."""
    begin = f"<begin>{first}T00:00:00Z</begin>" if first else ""
    end = f"<end>{_day_before(after)}T23:59:59Z</end>" if after else ""
    return f"<TimeSpan>{begin}{end}</TimeSpan>" if begin or end else ""


@lru_cache(maxsize=1 << 14)
def _day_before(day: str) -> date:
    return date.fromisoformat(day) - timedelta(days=1)


def point(longitude: float | None, latitude: float | None) -> str:
    """Return the element Point (EPSG:4326); "" without a place."""
    if longitude is None or latitude is None:
        return ""
    return f"<Point><coordinates>{longitude!r},{latitude!r}</coordinates></Point>"


def line_string(vertices: Iterable[tuple[float, float]]) -> str:
    """Return the element LineString, on the ground, of longitudes and latitudes (EPSG:4326)."""
    coordinates = " ".join(f"{longitude!r},{latitude!r}" for longitude, latitude in vertices)
    return f"<LineString><tessellate>1</tessellate><coordinates>{coordinates}</coordinates></LineString>"


def site_style(style_id: str, icon: str, label_scale: float) -> str:
    """Return the Style of a site: the icon's middle on the place, and a balloon that shows the description only.

    Without that, Google Earth shows the name as HTML.
    """
    return (f'<Style id="{style_id}"><IconStyle><scale>1</scale><Icon><href>{icon}</href></Icon>'
            '<hotSpot x="0.5" y="0.5" xunits="fraction" yunits="fraction"/></IconStyle>'
            f"<LabelStyle><scale>{label_scale:g}</scale></LabelStyle>"
            "<BalloonStyle><text>$[description]</text></BalloonStyle></Style>\n")


def line_style(style_id: str, colour: str, width: float) -> str:
    """Return the Style of a line of this colour (#rrggbb) and width in pixels."""
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    return (f'<Style id="{style_id}"><LineStyle><color>{_OPAQUE}{blue}{green}{red}</color><width>{width:g}</width>'
            "</LineStyle><BalloonStyle><text>$[description]</text></BalloonStyle></Style>\n")
