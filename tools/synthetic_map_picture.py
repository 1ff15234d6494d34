"""Pictures of maps with SYNTHETIC dots whose places are known, drawn like published ones: for tests and the benchmark.

Plain black and yellow dots on a background like imagery, labels in black next to some of them, a box around the yellow
ones; then rotated, scaled, cropped and saved as JPEG, as pictures on the web are.
"""

from __future__ import annotations

import csv
import math
import random
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPen, QTransform
from scipy import ndimage

from yalu_plugin.core.kinds import BARGE, VEHICLE

BLACK, YELLOW = QColor(0, 0, 0), QColor(255, 221, 0)
MARGIN = 90  # pixels around the dots
VISIBLE = 0.85  # least share of a dot that serves as a sample
LABELLED = 4  # one in so many dots has a label


class Drawn(NamedTuple):
    """A dot as it was drawn: its centre in pixels, its visible share, and its place (EPSG:4326).

    Where two dots of one colour overlap, neither is visible: no one can tell which of them is on top.
    """

    kind: str
    column: float
    row: float
    visible: float
    lonlat: tuple[float, float]


@dataclass(frozen=True)
class Picture:
    """A picture, its dots and their radius in pixels; `to_picture` transforms pixels as drawn to those of `image`."""

    image: QImage
    dots: tuple[Drawn, ...]
    radius: float

    def pixels(self) -> np.ndarray:
        """Return red, green and blue as rows and columns."""
        return to_pixels(self.image)


class Wear(NamedTuple):
    """What a picture went through: it was rotated, scaled, a share `crop` cut off each side, and saved as JPEG of a
    quality, 0 for none.
    """

    degrees: float
    scale: float
    crop: float
    quality: int


UNWORN = Wear(0, 1, 0, 0)


def to_pixels(image: QImage) -> np.ndarray:
    """Return an image as an array of rows, columns and red, green, blue."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits().asstring(rgb.sizeInBytes()), np.uint8).reshape(rgb.height(), -1)
    return rows[:, :3 * rgb.width()].reshape(rgb.height(), rgb.width(), 3).copy()


def read_sites(path: Path) -> list[tuple[str, float, float]]:
    """Return kind, longitude and latitude of the SYNTHETIC sites in a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [(BARGE if row["kind"] == "barge" else VEHICLE, float(row["lon"]), float(row["lat"]))
                for row in csv.DictReader(file)]


def draw_picture(sites: list[tuple[str, float, float]], width: int, radius: float, seed: int) -> Picture:
    """Draw the sites as plain dots on a background like imagery; the map is an equirectangular one."""
    random_number = random.Random(seed)
    points = _places(sites, width)
    height = math.ceil(max(y for _, y in points)) + MARGIN
    image = _imagery(width, height, seed)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_river(painter, sorted(points))
    owner = np.full((height, width), -1)  # the dot that each pixel shows, -1 for none or two of one kind
    _draw_box(painter, [point for (kind, *_), point in zip(sites, points) if kind == BARGE], radius)
    for number, ((kind, *_), (x, y)) in enumerate(zip(sites, points)):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(YELLOW if kind == BARGE else BLACK)
        painter.drawEllipse(QPointF(x, y), radius, radius)
        disc = _disc(owner.shape, x, y, radius)
        alike = disc & np.isin(owner, [at for at, site in enumerate(sites) if site[0] == kind])
        owner[disc], owner[alike] = number, -1
    before_labels = to_pixels(image)
    _draw_labels(painter, points, radius, random_number)
    painter.end()
    owner[(before_labels != to_pixels(image)).any(axis=-1)] = -1
    seen = [float((owner == at).sum() / max(1, _disc(owner.shape, x, y, radius).sum()))
            for at, (x, y) in enumerate(points)]
    return Picture(image, tuple(Drawn(kind, x, y, share, (lon, lat)) for (kind, lon, lat), (x, y), share
                                in zip(sites, points, seen)), radius)


def worn(picture: Picture, wear: Wear) -> Picture:
    """Return the picture rotated, scaled, cropped, and saved as JPEG."""
    wanted = QTransform().rotate(wear.degrees).scale(wear.scale, wear.scale)
    true = QImage.trueMatrix(wanted, picture.image.width(), picture.image.height())
    turned = picture.image.transformed(wanted, Qt.TransformationMode.SmoothTransformation)
    left, top = round(wear.crop * turned.width()), round(wear.crop * turned.height())
    cut = turned.copy(left, top, turned.width() - 2 * left, turned.height() - 2 * top)
    flat = QImage(cut.size(), QImage.Format.Format_RGB32)
    flat.fill(QColor("white"))
    painter = QPainter(flat)
    painter.drawImage(0, 0, cut)
    painter.end()
    radius, dots = picture.radius * wear.scale, []
    for dot in picture.dots:
        place = true.map(QPointF(dot.column, dot.row)) - QPointF(left, top)
        if QRectF(0, 0, cut.width(), cut.height()).contains(place):
            share = dot.visible * _share_inside(place, radius, cut)
            dots.append(dot._replace(column=place.x(), row=place.y(), visible=share))
    return replace(picture, image=as_jpeg(flat, wear.quality) if wear.quality else flat, radius=radius,
                   dots=tuple(dots))


def _share_inside(place: QPointF, radius: float, image: QImage) -> float:
    """Return the share of a dot that is inside of the image."""
    away = np.linspace(-radius, radius, 81)
    disc = np.hypot(away[:, None], away) <= radius
    inside = (((place.y() + away) >= 0) & (place.y() + away <= image.height()))[:, None] & (
        (place.x() + away >= 0) & (place.x() + away <= image.width()))
    return float((disc & inside).sum() / disc.sum())


def lone_dots(picture: Picture, count: int = 1) -> dict[str, list[Drawn]]:
    """Return for each kind the wholly visible dots that are farthest from the others: what a user would click."""
    def room(dot: Drawn) -> float:
        return min(math.hypot(dot.column - one.column, dot.row - one.row) for one in picture.dots if one is not dot)

    return {kind: sorted((dot for dot in picture.dots if dot.kind == kind and dot.visible > VISIBLE), key=room)[-count:]
            for kind in (VEHICLE, BARGE) if any(dot.kind == kind for dot in picture.dots)}


def as_jpeg(image: QImage, quality: int) -> QImage:
    """Return an image as it is after being saved as JPEG."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", quality)
    return QImage.fromData(data, "JPG")


def _places(sites: list[tuple[str, float, float]], width: int) -> list[tuple[float, float]]:
    west, east = min(lon for _, lon, _ in sites), max(lon for _, lon, _ in sites)
    north = max(lat for *_, lat in sites)
    per_degree = (width - 2 * MARGIN) / (east - west)
    stretch = 1 / math.cos(math.radians(north))
    return [(MARGIN + (lon - west) * per_degree, MARGIN + (north - lat) * per_degree * stretch)
            for _, lon, lat in sites]


def _imagery(width: int, height: int, seed: int) -> QImage:
    """Return noise of several sizes in the colours of fields, forest and rock."""
    noise = np.random.default_rng(seed)
    ground = sum(weight * ndimage.zoom(noise.random((height // size + 2, width // size + 2)), size, order=1)
                 [:height, :width] for size, weight in ((96, 0.45), (31, 0.25), (9, 0.18), (2, 0.12)))
    ground = (ground - ground.min()) / (ground.max() - ground.min())
    tones = np.array([[24, 34, 26], [44, 62, 38], [86, 96, 60], [132, 122, 84], [178, 168, 140]], float)
    rgb = np.stack([np.interp(ground, np.linspace(0, 1, len(tones)), tones[:, band]) for band in range(3)], axis=-1)
    rgb = np.clip(rgb + noise.normal(0, 5, rgb.shape), 0, 255).astype(np.uint8).copy()
    return QImage(rgb.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32)


def _draw_river(painter: QPainter, points: list[tuple[float, float]]) -> None:
    for colour, thickness in ((QColor(58, 74, 84), 9), (QColor(190, 184, 160), 1.6)):
        painter.setPen(QPen(colour, thickness, cap=Qt.PenCapStyle.RoundCap, join=Qt.PenJoinStyle.RoundJoin))
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            shift = 0 if thickness > 5 else 14  # the road beside it
            painter.drawLine(QPointF(x0, y0 + shift), QPointF(x1, y1 + shift))


def _draw_box(painter: QPainter, points: list[tuple[float, float]], radius: float) -> None:
    if not points:
        return
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, thickness in ((BLACK, 5), (YELLOW, 2.5)):
        painter.setPen(QPen(colour, thickness))
        painter.drawRect(QRectF(left - 2 * radius, top - 2 * radius, right - left + 4 * radius,
                                bottom - top + 4 * radius))


def _draw_labels(painter: QPainter, points: list[tuple[float, float]], radius: float, number: random.Random) -> None:
    painter.setPen(BLACK)
    font = QFont("sans-serif")
    font.setPixelSize(round(1.9 * radius))
    font.setBold(True)
    painter.setFont(font)
    for at, (x, y) in enumerate(points):
        if at % LABELLED == 0:
            painter.drawText(QPointF(x + 1.5 * radius, y + number.uniform(-1, 2) * radius),
                             number.choice(["Oo SYNTHETIC 80", "Ford 8 (o)", "Hyesan 00", "• G331"]))


def _disc(shape: tuple[int, int], x: float, y: float, radius: float) -> np.ndarray:
    rows, columns = np.ogrid[:shape[0], :shape[1]]
    return (columns + 0.5 - x) ** 2 + (rows + 0.5 - y) ** 2 <= radius ** 2
