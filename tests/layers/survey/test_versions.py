"""A survey of every version is kept, and opens as its plugin left it.

tests/data/surveys/version2.gpkg.gz was made by the plugin of version 2: the published survey, an image, three
SYNTHETIC sites with an observation each. A script then changed two of them, one change of which was adopted, and the
third site was taken back.
"""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.schema import SURVEY_VERSION

HEAD = 55, "ba34c9dee3b964939fcf0d3bd85de9c4408a3229a4789919f9c6a120f8661807"


@pytest.fixture
def second(qgis_app: Any, tmp_path: Path, data: Path) -> Any:
    from yalu_plugin.layers.survey.open import open_survey

    path = tmp_path / "second.gpkg"
    path.write_bytes(gzip.decompress((data / "surveys" / "version2.gpkg.gz").read_bytes()))
    return open_survey(path, reading=True)


def test_there_is_one_of_every_version(data: Path) -> None:
    kept = {path.name for path in (data / "surveys").iterdir()}
    assert {f"version{number}.gpkg.gz" for number in range(1, SURVEY_VERSION + 1)} <= kept


def test_the_record_of_version_2_is_whole_and_its_triggers_are_known(second: Any) -> None:
    from yalu_plugin.layers.survey.verify import verify

    found = verify(second.path)
    assert (found.valid, found.entries, found.outside, found.head) == (True, 55, 1, HEAD) == (
        True, 55, 1, second.last_seen())
    assert second.notices == ()


def test_the_rows_of_version_2_are_what_they_were(second: Any) -> None:
    from yalu_plugin.layers.survey.states import states_on

    rows = [row for row in second.rows("sites") if row["id"].startswith("v2-")]
    sites = {row["id"]: (row["name"], row["note"], row["geom"]) for row in rows}
    assert sites == {
        "v2-ford": ("SYNTHETIC ford", "SYNTHETIC: changed outside", "Point (127.6 41.45)"),
        "v2-barge": ("SYNTHETIC barge, renamed outside", None, "Point (127.7 41.45)")}
    states = {site_id: row["state"] for site_id, row in states_on(second, None).items() if site_id in sites}
    assert states == {"v2-ford": "present", "v2-barge": "absent"}


def test_version_2_is_written_to_or_upgraded(second: Any) -> None:
    from yalu_plugin.layers.survey.verify import verify

    if second.version == SURVEY_VERSION:
        second.change("edit", added={"sites": [{"id": "new", "kind": "other"}]})
        assert second.head().seq == HEAD[0] + 1 and verify(second.path).valid
    else:
        assert second.read_only
