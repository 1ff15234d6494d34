"""SYNTHETIC exports and texts for the tests of KML."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from lxml import etree

from tests.core.exporting.test_site_export import export_of, row
from yalu_plugin.core.exporting.kml_document import write_kml
from yalu_plugin.core.exporting.kml_texts import Balloon, Folder, KmlTexts, RiverLine

KML = "{http://www.opengis.net/kml/2.2}"
HOSTILE = [
    "</Placemark>", "<script>alert(1)</script>", "]]>", "a]]><b>", "\u202egnitteS", "x" * 300, "nul\x00 bell\x07",
    "&amp; &lt; & <", "$[id] $[description]", "혜산 惠山 Хесан", "line\nbreak\ttab", "\ufffe\uffff\ud800", "=1+1",
    "'\"", "  ", "‘quoted’", "%s {0} {name}", "😀", "<!-- -->", "<?xml?>", "&#0; &bogus;", "\u2028\u2029\x85"]
RIVER = RiverLine("River <A>", [[(128.0, 41.0), (128.5, 41.5)]], ["© A & B, ODbL 1.0"])


class Texts(KmlTexts):
    title, sites, states, river = "T & co", "Sites", "States over time", "River"
    about, about_states = ["About <it>"], ["Not read back"]

    def folder(self, site: Any) -> Folder:
        return Folder({"vehicle_ford": "0"}.get(site.kind, "1"), site.kind_label)

    def balloon(self, site: Any) -> Balloon:
        rows = [["State"], *([one.state or ""] for one in site.observations)] if site.observations else []
        return Balloon(site.note or "", "Below is not read", [("Name", site.label), ("Empty", "")], rows, ["Credit"])

    def span(self, site: Any, span: Any) -> list[str]:
        return [f"{span.valid_from} to {span.valid_to}"]


def site(number: int, **values: Any) -> dict[str, Any]:
    return row("sites", number, **{"kind": "vehicle_ford", "geom": f"Point ({127 + number / 1000} 41.5)", **values})


def seen(number: int, day: str, state: str, of: int = 1, **values: Any) -> dict[str, Any]:
    return row("observations", number, **{"site_id": f"sites{of}", "seen_from": day, "seen_to": day, "state": state,
                                          **values})


def written(sites: list[Any], observations: Sequence[Any] = (), day: Any = None, rivers: Any = (RIVER,)) -> bytes:
    stream = io.BytesIO()
    write_kml(stream, export_of({"sites": sites, "observations": observations}, day), Texts(), rivers)
    return stream.getvalue()


def parsed(kml: bytes) -> Any:
    return etree.fromstring(kml)


def data_of(placemark: Any) -> dict[str, str]:
    return {one.get("name"): one.findtext(f"{KML}value") for one in placemark.iter(f"{KML}Data")}


def placemarks(document: Any, role: str) -> list[Any]:
    return [one for one in document.iter(f"{KML}Placemark") if data_of(one)["exported_role"] == role]


def folders(document: Any) -> list[tuple[str, list[str]]]:
    """Name of each folder and the names of the placemarks directly in it."""
    return [(folder.findtext(f"{KML}name"), [one.findtext(f"{KML}name") for one in folder.findall(f"{KML}Placemark")])
            for folder in document.iter(f"{KML}Folder")]
