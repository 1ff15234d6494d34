"""The plugin's overview of SYNTHETIC sites as a picture whose symbols are known, for the bench of map pictures."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsLayoutExporter, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QImage

from tools.synthetic_map_picture import Drawn, Picture, to_pixels
from yalu_plugin.core.kinds import BARGE, KIND_BY_VALUE, VEHICLE
from yalu_plugin.core.published import Row
from yalu_plugin.layers.layouts.layout_lifetime import temporary_project
from yalu_plugin.layers.layouts.numbered_symbols import SYMBOL_MM, paper_of
from yalu_plugin.layers.layouts.overview import build_first_page
from yalu_plugin.layers.survey.create import create_survey
from yalu_plugin.layers.survey.survey import Survey

DAY, FIRST_SEEN = date(2025, 9, 1), "2025-07-15"
COLOURS = {VEHICLE: (17, 17, 17), BARGE: (255, 212, 0)}  # red, green, blue


def overview_picture(sites: list[tuple[str, float, float]], folder: Path, dpi: int, numbered: bool) -> Picture:
    """Return the main map of the overview, with numbered symbols beside the places or plain ones on them."""
    survey, rows = _survey(sites, folder / f"{uuid.uuid4()}.gpkg")
    with temporary_project(survey) as project:
        page = build_first_page(project, survey, DAY, numbered=numbered)
        item = page.layout.itemById("main_map")
        image = QgsLayoutExporter(page.layout).renderPageToImage(0, dpi=dpi)
        per_mm = image.width() / page.layout.pageCollection().page(0).pageSize().width()
        places = {row["id"]: _on_map(row, item.crs()) for row in rows}
        size_mm = SYMBOL_MM if numbered else KIND_BY_VALUE[BARGE].size_mm
        if page.numbered is not None:
            paper, symbols = paper_of(item), page.numbered.symbols["main_map"]
            places = {name: paper.point(spot) for name, spot in symbols.spots.items() if spot is not None}
        on_page = {name: item.mapToScene(item.mapToItemCoords(place.toQPointF())) for name, place in places.items()}
        frame = item.mapRectToScene(item.rect())
    left, top = round(frame.left() * per_mm), round(frame.top() * per_mm)
    cut = image.copy(left, top, round(frame.width() * per_mm), round(frame.height() * per_mm))
    radius = size_mm * per_mm / 2
    kept = [(row["kind"], on_page[row["id"]] * per_mm - QPointF(left, top), site[1:])
            for row, site in zip(rows, sites) if row["id"] in on_page]
    shares = _visible_shares(cut, [(kind, place) for kind, place, _ in kept], radius)
    return Picture(cut, tuple(Drawn(kind, place.x(), place.y(), share, lonlat)
                              for (kind, place, lonlat), share in zip(kept, shares)), radius)


def _survey(sites: list[tuple[str, float, float]], path: Path) -> tuple[Survey, list[Row]]:
    survey = create_survey(path, "SYNTHETIC", published=False)
    rows = [{"id": str(uuid.uuid4()), "name": f"SYNTHETIC {at}", "kind": kind, "confidence": "possible",
             "geom": f"POINT ({lon!r} {lat!r})"} for at, (kind, lon, lat) in enumerate(sites, 1)]
    seen = [{"id": str(uuid.uuid4()), "site_id": row["id"], "state": "present", "seen_from": FIRST_SEEN,
             "seen_to": FIRST_SEEN} for row in rows]
    survey.change("SYNTHETIC", {"sites": rows, "observations": seen})
    return survey, rows


def _on_map(row: Row, crs: QgsCoordinateReferenceSystem) -> QgsPointXY:
    lon, lat = map(float, row["geom"][len("POINT ("):-1].split())
    to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs, QgsProject.instance())
    return to_map.transform(QgsPointXY(lon, lat))


def _visible_shares(image: QImage, dots: Sequence[tuple[str, QPointF]], radius: float) -> list[float]:
    """Return for each symbol the share of it that has its colour and is in no other symbol of its kind.

    The share that its own number takes counts as visible: shares are of the largest of a kind.
    """
    pixels = to_pixels(image).astype(int)
    rows, columns = np.ogrid[:pixels.shape[0], :pixels.shape[1]]
    discs = [np.hypot(columns + 0.5 - place.x(), rows + 0.5 - place.y()) <= radius for _, place in dots]
    shares = []
    for own, (kind, _) in enumerate(dots):
        others = [disc for at, disc in enumerate(discs) if at != own and dots[at][0] == kind]
        has_colour = np.abs(pixels - COLOURS[kind]).max(axis=-1) < 60
        shares.append(float((discs[own] & has_colour & ~np.any(others, axis=0)).sum() / discs[own].sum()))
    most = {kind: max(share for share, dot in zip(shares, dots) if dot[0] == kind) for kind, _ in dots}
    return [share / most[kind] for share, (kind, _) in zip(shares, dots)]
