"""yalu:sitesfromtext writes the coordinates of a report, with their sentences. The text is SYNTHETIC."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

TEXT = """By A. Writer
SYNTHETIC ford A (41.431189° 127.885265°).
It is 3 km west of 41.41, 128.18 and costs $1.3 Million.
At 2 km east of 41.411114, 128.186804 there is a camp.
Satellite imagery of July 30, 2025 shows 12 trucks near a ford in Hyesan at 41.393617, 128.051521.
"""
FIELDS = ["number", "status", "reason", "name", "kind", "kind_words", "at_fence_gate", "seen_from", "seen_to",
          "coordinates", "date", "sentence", "dates_not_used", "places", "amounts", "title", "author", "published_on",
          "url"]


def run(path: Path, feedback: Any = None, **parameters: str) -> tuple[dict[str, Any], Any]:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.sites_from_text import SitesFromText

    context = QgsProcessingContext()
    results, good = SitesFromText().create().run({"INPUT": str(path), "OUTPUT": "memory:", **parameters}, context,
                                                 feedback or QgsProcessingFeedback(False), catchExceptions=False)
    assert good
    return results, context.takeResultLayer(results["OUTPUT"]) if "OUTPUT" in results else None


def test_sites_with_their_sentences(qgis_app: Any, tmp_path: Path) -> None:
    from qgis.core import NULL

    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    results, layer = run(tmp_path / "report.txt")
    assert (results["FOUND"], results["REFUSED"]) == (2, 2)
    assert layer.fields().names() == FIELDS and layer.crs().authid() == "EPSG:4326"
    first, rough, away, last = (dict(zip(FIELDS, row.attributes())) for row in layer.getFeatures())
    assert (first["name"], first["kind"], first["status"]) == ("SYNTHETIC ford A", "vehicle_ford", "good")
    assert (first["kind_words"], first["at_fence_gate"]) == ("ford", "unknown")
    assert first["coordinates"] == "41.431189° 127.885265°" and not first["seen_from"]
    assert (rough["status"], rough["coordinates"]) == ("refused", "41.41, 128.18")
    assert (away["status"], away["kind"]) == ("refused", NULL) and "point of reference" in away["reason"]
    assert (last["seen_from"], last["seen_to"], last["date"]) == ("2025-07-30", "2025-07-30", "July 30, 2025")
    assert (last["places"], last["amounts"], last["kind"], last["status"]) == ("Hyesan", "12 trucks", "other", "check")
    assert last["sentence"].startswith("Satellite imagery") and last["author"] == "A. Writer"
    points = [row.geometry().asPoint() if row.hasGeometry() else None for row in layer.getFeatures()]
    assert points[1:3] == [None, None]
    assert [(point.x(), point.y()) for point in (points[0], points[3])] == [
        (127.885265, 41.431189), (128.051521, 41.393617)]


def test_shifted_coordinates_are_converted_only_if_asked(qgis_app: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingFeedback

    path, feedback = tmp_path / "report.txt", QgsProcessingFeedback(False)
    path.write_text("The coordinates are in GCJ-02.\nSYNTHETIC ford A (41.412500°, 128.192000°).")
    (row,) = run(path, feedback)[1].getFeatures()
    assert row.geometry().asPoint().y() == 41.4125 and "may be 559 m off" in row["reason"]
    assert "DATUM=GCJ-02 converts them" in feedback.textLog()
    (row,) = run(path, DATUM="GCJ-02")[1].getFeatures()
    assert abs(row.geometry().asPoint().y() - 41.410161) < 1e-6 and "converted from GCJ-02" in row["reason"]


def test_a_text_without_coordinates_gives_none(qgis_app: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingFeedback

    (tmp_path / "report.txt").write_text("The prize is $1.3 Million.")
    feedback = QgsProcessingFeedback(False)
    results, layer = run(tmp_path / "report.txt", feedback)
    assert (results["FOUND"], results["REFUSED"], layer.featureCount()) == (0, 0, 0)
    assert layer.fields().names() == FIELDS and "No coordinates in this text" in feedback.textLog()


def test_a_missing_file_is_an_error(qgis_app: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="does not exist"):
        run(tmp_path / "none.txt")


def test_it_stops_when_it_is_cancelled(qgis_app: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback(False)
    feedback.cancel()
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    assert run(tmp_path / "report.txt", feedback) == ({}, None)
