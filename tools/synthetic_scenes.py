"""Made-up scenes over the Hyesan reach, for the tour and the tests: SYNTHETIC is written in the pixels.

No free imagery of the corridor can be bundled. These show the real river line, a plain ground, and on some dates a
bar across the river at the published Hyesan ford. They prove that stepping works, and nothing else.
"""

from __future__ import annotations

import json
from pathlib import Path

from osgeo import gdal, osr
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

ROOT = Path(__file__).resolve().parents[1]
CRS, GSD_M, SIZE = 32652, 5.0, 1200
FORD = (128.186804, 41.411114)  # the published Hyesan ford
DATES = {"2023-06-10": False, "2023-09-14": True, "2024-08-02": False, "2025-07-30": True}  # is a bar drawn?


def make_scenes(folder: Path) -> list[Path]:
    """Write one GeoTIFF for each of DATES into `folder`; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    corner, river = _corner(), _river()
    return [_write(folder / f"SYNTHETIC_{day.replace('-', '')}.tif", _draw(day, bar, corner, river), day, corner)
            for day, bar in DATES.items()]


def _to_map() -> QgsCoordinateTransform:
    return QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"),
                                  QgsCoordinateReferenceSystem(f"EPSG:{CRS}"), QgsProject.instance())


def _corner() -> QgsPointXY:
    middle, half = _to_map().transform(QgsPointXY(*FORD)), SIZE * GSD_M / 2
    return QgsPointXY(middle.x() - half, middle.y() + half)


def _river() -> list[QgsPointXY]:
    feature = json.loads((ROOT / "resources/data/yalu_river.geojson").read_text(encoding="utf-8"))["features"][0]
    return [_to_map().transform(QgsPointXY(*vertex[:2])) for vertex in feature["geometry"]["coordinates"]]


def _draw(day: str, bar: bool, corner: QgsPointXY, river: list[QgsPointXY]) -> QImage:
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB888)
    month = int(day[5:7])
    image.fill(QColor(96, 118 + month, 72) if month < 9 else QColor(128, 116, 78))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    course = [QPointF((point.x() - corner.x()) / GSD_M, (corner.y() - point.y()) / GSD_M) for point in river]
    painter.setPen(QPen(QColor(52, 84, 104), 16, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(QPolygonF(course))
    if bar:
        painter.setPen(QPen(QColor(206, 196, 170), 6))
        painter.drawLine(QPointF(SIZE / 2, SIZE / 2 - 26), QPointF(SIZE / 2, SIZE / 2 + 26))
    _burn_in(painter, day)
    painter.end()
    return image


def _burn_in(painter: QPainter, day: str) -> None:
    painter.setFont(QFont("DejaVu Sans", 26, QFont.Weight.Bold))
    painter.setPen(QColor(255, 255, 255, 150))
    for row in range(60, SIZE, 150):
        for column in range(10 + 90 * (row // 150 % 2), SIZE, 560):
            painter.drawText(column, row, f"SYNTHETIC  {day}")


def _write(path: Path, image: QImage, day: str, corner: QgsPointXY) -> Path:
    tiff = gdal.GetDriverByName("GTiff").Create(str(path), SIZE, SIZE, 3, gdal.GDT_Byte, ["COMPRESS=DEFLATE"])
    tiff.SetGeoTransform((corner.x(), GSD_M, 0, corner.y(), 0, -GSD_M))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(CRS)
    tiff.SetProjection(reference.ExportToWkt())
    tiff.SetMetadata({"ACQUISITION_DATE": day, "SYNTHETIC": "YES", "TIFFTAG_IMAGEDESCRIPTION": "SYNTHETIC scene",
                      "TIFFTAG_COPYRIGHT": "SYNTHETIC; river line © OpenStreetMap contributors, ODbL 1.0"})
    pixels = image.constBits().asstring(image.sizeInBytes())
    line = image.bytesPerLine()
    tiff.WriteRaster(0, 0, SIZE, SIZE, pixels, buf_pixel_space=3, buf_line_space=line, buf_band_space=1)
    tiff.FlushCache()
    return path
