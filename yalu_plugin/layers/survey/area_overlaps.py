"""Find which areas of counting overlap, and whether the objects there were counted in both on one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from qgis.core import QgsDistanceArea, QgsGeometry, QgsPoint, QgsSpatialIndex

from yalu_plugin.core.counting.count_assessment import AssessedCount, ImageCount, may_share_a_day, rank_counts
from yalu_plugin.core.counting.repeated_marks import Contains, Overlap
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.published import Row
from yalu_plugin.layers.survey.survey_sites import wgs84_measure

MIN_OVERLAP_M2 = 1.0  # two clicks on one corner differ by less


def overlaps_of(counts: Iterable[AssessedCount], areas: Mapping[str, Row],
                scenes: Mapping[str, Scene]) -> list[Overlap]:
    """Return the overlaps of the counts that are not excluded, given areas and scenes by id.

    Of two counts, the one that comes first in `rank_counts` comes first, as far as its image shows the area.
    """
    by_area: dict[str, list[ImageCount]] = defaultdict(list)
    for count in rank_counts(one.image_count for one in counts if one.exclusion_reason is None):
        by_area[count.area_id].append(count)
    shapes = {area_id: QgsGeometry.fromWkt(areas[area_id].get("geom") or "").makeValid() for area_id in by_area}
    ordered = rank_counts(one for some in by_area.values() for one in some)
    rank = {count.id: number for number, count in enumerate(ordered)}
    measure, found = wgs84_measure(), list[Overlap]()
    for one, other in _touching_pairs(shapes):
        if measure.measureArea(shapes[one].intersection(shapes[other])) < MIN_OVERLAP_M2:
            continue
        pairs = (sorted((a, b), key=lambda count: rank[count.id])
                 for a in by_area[one] for b in by_area[other] if may_share_a_day(a, b))
        found += [_overlap(ahead, behind, shapes, scenes, measure) for ahead, behind in pairs]
    return [overlap for overlap in found if overlap.square_m >= MIN_OVERLAP_M2]


def _touching_pairs(shapes: Mapping[str, QgsGeometry]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of areas whose boxes intersect, each once."""
    ids = sorted(shapes)
    index = QgsSpatialIndex()
    for number, area_id in enumerate(ids):
        if not shapes[area_id].isEmpty():
            index.addFeature(number, shapes[area_id].boundingBox())
    for number, area_id in enumerate(ids):
        yield from ((area_id, ids[other]) for other in sorted(index.intersects(shapes[area_id].boundingBox()))
                    if other > number)


def _overlap(ahead: ImageCount, behind: ImageCount, shapes: Mapping[str, QgsGeometry], scenes: Mapping[str, Scene],
             measure: QgsDistanceArea) -> Overlap:
    counted, scene = shapes[ahead.area_id], scenes.get(ahead.image_id)
    if scene is not None and scene.footprint_wkt:
        counted = counted.intersection(QgsGeometry.fromWkt(scene.footprint_wkt).makeValid())
    area = shapes[behind.area_id]
    square_m = measure.measureArea(counted.intersection(area))
    return Overlap(ahead, behind, square_m, square_m / measure.measureArea(area), _contains(counted))


def _contains(shape: QgsGeometry) -> Contains:
    engine = QgsGeometry.createGeometryEngine(shape.constGet())
    engine.prepareGeometry()

    def contains(lon: float, lat: float) -> bool:
        """Keep a reference to the shape, which the engine reads on each call."""
        return not shape.isEmpty() and bool(engine.contains(QgsPoint(lon, lat)))

    return contains
