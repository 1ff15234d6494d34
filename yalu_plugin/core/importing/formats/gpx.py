"""Reads the waypoints of a GPX as a Source."""

from __future__ import annotations

from collections.abc import Iterator

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.formats.content import Content
from yalu_plugin.core.importing.formats.crs import WGS84
from yalu_plugin.core.importing.formats.html_text import plain_text
from yalu_plugin.core.importing.formats.notice_list import NoticeList
from yalu_plugin.core.importing.formats.point_shape import point_of
from yalu_plugin.core.importing.formats.row_list import RowList
from yalu_plugin.core.importing.formats.xml_element import Element
from yalu_plugin.core.importing.formats.xml_stream import CLOSED, OPENED, WHOLE, elements
from yalu_plugin.core.importing.import_source import ReadOptions, Source
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress

NOT_READ = {"trk": translatable("Track “{name}” was not read."), "rte": translatable("Route “{name}” was not read.")}
_CONTAINERS = frozenset(("gpx", "trk", "trkseg", "rte", "metadata"))
_COLUMNS = {"desc": "description", "cmt": "comment", "ele": "elevation", "sym": "symbol", "src": "source",
            # When the device stored the point, which may not be the day of a sighting.
            "time": "stored at"}


def read_gpx(content: Content, options: ReadOptions, progress: Progress, notices: NoticeList) -> Source:
    """Read the waypoints, numbered from 1; notices name tracks and routes. Raises the errors of XML and limits."""
    rows = RowList(content.path)
    about: list[str] = []
    lines: list[list[str]] = []  # the open track or route: its tag, its name
    for what, element in elements(content, _CONTAINERS, progress, options.encoding):
        if what == OPENED and element.tag in NOT_READ:
            lines.append([element.tag, ""])
        elif what == CLOSED and element.tag in NOT_READ:
            tag, name = lines.pop()
            notices.add(NOT_READ[tag], name=name)
        elif what == WHOLE and element.tag == "wpt" and not lines:
            _add(rows, element)
        elif what == WHOLE and element.tag == "name" and lines:
            lines[-1][1] = element.text
        elif what == WHOLE and element.tag in ("name", "desc") and not lines:
            about.append(plain_text(element.text))
    return Source(content.path, tuple(rows.columns), tuple(rows.rows), has_geometry=True, crs=WGS84,
                  about="\n".join(filter(None, about)))


def _add(rows: RowList, waypoint: Element) -> None:
    values = {name: text for name, text in _texts(waypoint) if text}
    try:
        shape = point_of((waypoint.get("lon"), waypoint.get("lat")))
    except YaluError as error:
        rows.add(len(rows.rows) + 1, values, error=error)
        return
    rows.add(len(rows.rows) + 1, values, shape.x, shape.y)


def _texts(waypoint: Element) -> Iterator[tuple[str, str]]:
    for child in waypoint:
        if child.tag == "link":
            yield "link", " ".join(filter(None, (child.text, child.get("href"))))
        elif child.tag == "extensions":
            yield from ((leaf.tag, leaf.text) for leaf in child.iter() if not any(leaf))
        else:
            yield _COLUMNS.get(child.tag, child.tag), plain_text(child.text)
