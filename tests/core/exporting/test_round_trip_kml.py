"""Round trip of a KML in the core: no text and no place makes an unedited file differ, and every edit is found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.core.exporting.kml_examples import HOSTILE, site, written
from yalu_plugin.core.importing.assess_rows import assess_rows
from yalu_plugin.core.importing.column_guessing import guess_columns
from yalu_plugin.core.importing.import_assessment import Choices, ImportAssessment, KnownSite
from yalu_plugin.core.importing.site_update import ExportedSurvey
from yalu_plugin.core.importing.source_reader import read_source

SITE = "10000000-0000-4000-8000-000000000000"
TEXTS = st.text(max_size=30) | st.sampled_from(HOSTILE)


def assessed(path: Path, kml: bytes, known: KnownSite) -> ImportAssessment:
    path.write_bytes(kml)
    source = read_source(path)
    return assess_rows(source, guess_columns(source), Choices(), (known,), exported=ExportedSurvey("s", {}))


def exported(name: str, note: str, county: str | None, longitude: float, latitude: float) -> tuple[bytes, KnownSite]:
    kml = written([{**site(1, name=name, note=note, county=county, geom=f"Point ({longitude!r} {latitude!r})"),
                    "id": SITE}])
    return kml, KnownSite(SITE, longitude, latitude, name, kind="vehicle_ford", note=note, county=county)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(TEXTS, TEXTS, st.none() | TEXTS, st.floats(-179, 179), st.floats(10, 84))  # 0, 0 is refused as a place
@example("Below is not read", "a\n\nBelow is not read\nb", None, 128.123456789012, 41.4)
def test_an_unedited_file_has_no_differences(tmp_path: Any, name: str, note: str, county: str | None, longitude: float,
                                             latitude: float) -> None:
    kml, known = exported(name, note, county, longitude, latitude)
    found = assessed(tmp_path / "a.kml", kml, known)
    assert [(row.change, row.differences) for row in found.rows] == [("unchanged", ())] and not found.writes


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.floats(0.1, 5000), st.sampled_from((1, -1)))
def test_a_moved_placemark_has_moved_as_far(tmp_path: Any, metres: float, side: int) -> None:
    kml, known = exported("Ford", "", None, 128.0, 41.5)
    latitude = 41.5 + side * metres / 111_060
    edited = kml.replace(b"<Point><coordinates>128.0,41.5<", f"<Point><coordinates>128.0,{latitude!r}<".encode(), 1)
    row, = assessed(tmp_path / "a.kml", edited, known).rows
    assert (row.change, [each.field for each in row.differences]) == ("moved", ["place"])
    assert abs((row.differences[0].metres or 0) - metres) < 0.01 * metres + 0.01
