"""Pictures of sites for a file that is passed on: only of images that may be copied and lie on this computer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from qgis.core import QgsMapRendererCustomPainterJob, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.exporting.image_licences import may_be_copied
from yalu_plugin.core.exporting.site_export import SurveyExport
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.states import is_conclusive
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress, no_progress
from yalu_plugin.layers.exporting.kml_symbols import encoded
from yalu_plugin.layers.imagery.chips import Chip, chip_settings
from yalu_plugin.layers.imagery.project_scenes import scene_layer
from yalu_plugin.layers.imagery.remote_raster import is_remote
from yalu_plugin.layers.survey.images import scenes_of

PIXELS, MOST_CHIPS = 240, 500  # width and height of a picture; pictures in a file: some 10 MB
_MORE = translatable("Only {n} sites have a picture of their image in their balloons.")
_NOT_DRAWN = translatable("Images without a picture in balloons: {n}, the first {image}: {reason}")


def chip_pictures(export: SurveyExport, notices: list[Phrase], progress: Progress = no_progress) -> dict[str, bytes]:
    """Return a picture as JPEG, by site id, of the last image on which the state of a site was seen.

    Images that may not be copied, or are on the web, are skipped; `notices` gets what could not be drawn. Raises what
    `progress` raises.
    """
    images = {scene.id: scene for scene in scenes_of(export.images.values())
              if may_be_copied(scene.licence, scene.attribution) and not is_remote(scene.uri)}
    pictures: dict[str, bytes] = {}
    wanted = _wanted(export, images, notices)
    errors: list[tuple[str, YaluError]] = []
    for number, (image_id, site_ids) in enumerate(wanted.items()):
        progress(number / len(wanted))
        try:
            layer = scene_layer(images[image_id])
            pictures.update(_drawn(export, images[image_id], layer, site_ids))
        except YaluError as error:
            errors.append((images[image_id].label, error))
    if errors:
        label, first = errors[0]
        reason = Phrase(first.template, {"detail": first.detail, **first.values})
        notices.append(Phrase(_NOT_DRAWN, {"n": len(errors), "image": label, "reason": reason}))
    return pictures


def _wanted(export: SurveyExport, images: Mapping[str, Scene], notices: list[Phrase]) -> dict[str, list[str]]:
    """Return the sites to draw, by image: as many as a file may have pictures."""
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    if not images:
        return wanted
    for count, (site_id, image_id) in enumerate(_last_images(export, images)):
        if count == MOST_CHIPS:
            notices.append(Phrase(_MORE, {"n": MOST_CHIPS}))
            break
        wanted[image_id].append(site_id)
    return wanted


def _last_images(export: SurveyExport, images: Mapping[str, Scene]) -> Iterator[tuple[str, str]]:
    """Yield each site that was seen on one of the images by the day of the export, and the last of them."""
    until = export.day.isoformat() if export.day else "9999"
    for site_id in export.site_ids:
        seen = [row["image_id"] for row in export.facts.observations_of(site_id) if row["image_id"] in images
                and is_conclusive(row["state"]) and row["seen_to"] and row["seen_to"] <= until]
        if seen:
            yield site_id, seen[-1]


def _drawn(export: SurveyExport, scene: Scene, layer: QgsRasterLayer, site_ids: list[str]) -> Iterator[
        tuple[str, bytes]]:
    """Yield the picture of each site that the image shows."""
    for site_id in site_ids:
        site = export.facts.row("sites", site_id)
        if site is not None and site.get("geom"):
            image = _chip(Chip(scene, *lonlat_of(site["geom"])), layer)
            if image is not None:
                yield site_id, encoded(image, "JPG")


def _chip(chip: Chip, layer: QgsRasterLayer) -> QImage | None:
    """Return the layer around a place with the date of the image on it; None where it has no data there."""
    image = QImage(PIXELS, PIXELS, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    job = QgsMapRendererCustomPainterJob(chip_settings(chip, layer, QgsProject.instance(), PIXELS), painter)
    job.renderSynchronously()
    painter.end()
    if not any(image.constBits().asstring(image.sizeInBytes())):
        return None
    _write_label(image, chip.scene.label)
    return image


def _write_label(image: QImage, label: str) -> None:
    """Write day, platform, kind of date and whether it is SYNTHETIC along the lower edge of a picture."""
    painter, font = QPainter(image), QFont()
    font.setPixelSize(11)
    painter.setFont(font)
    box = QRectF(0, PIXELS - 32, PIXELS, 32)
    painter.fillRect(box, QColor(255, 255, 255, 215))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), label)
    painter.end()
