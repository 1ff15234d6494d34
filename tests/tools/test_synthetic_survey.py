"""Made-up surveys for measuring are ordinary surveys."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from tools.synthetic_survey import build_survey, site_id


def test_it_opens_and_has_the_requested_rows(qgis_app: Any, tmp_path: Path) -> None:
    from yalu_plugin.core.published import Row
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.record_check import check_record

    build_survey(tmp_path / "made.gpkg", 30, 300)
    survey = open_survey(tmp_path / "made.gpkg")
    sites, seen = survey.rows("sites"), survey.rows("observations")
    assert [site["id"] for site in sites] == [site_id(number) for number in range(30)]
    assert all("SYNTHETIC" in site["name"] and site["geom"].startswith("Point (12") for site in sites)
    assert Counter(row["site_id"] for row in seen) == {site["id"]: 10 for site in sites}
    assert len({row["id"] for row in seen}) == 300 and all(row["seen_from"] == row["seen_to"] for row in seen)
    assert len(survey.rows("images")) == 4 and all(row["synthetic"] for row in survey.rows("images"))

    def known(row: Row) -> bool:
        return row["state"] != "unknown"

    assert {row["site_id"] for row in survey.rows("site_states") if known(row)} == {site["id"] for site in sites}
    check_record(survey.path)


def test_it_is_the_same_each_time(qgis_app: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    rows = []
    for name in ("a", "b"):
        build_survey(tmp_path / f"{name}.gpkg", 20, 50)
        survey = open_survey(tmp_path / f"{name}.gpkg")
        rows.append((survey.rows("sites"), survey.rows("observations")))
    assert rows[0] == rows[1]


def test_a_map_of_the_city_is_the_same_at_any_size(qgis_app: Any, tmp_path: Path) -> None:
    from tools.synthetic_scenes import FORD
    from tools.synthetic_survey import CITY_DEG
    from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
    from yalu_plugin.layers.survey.open import open_survey

    shown = []
    for sites in (100, 2000):
        build_survey(tmp_path / f"{sites}.gpkg", sites, 2 * sites)
        states = open_survey(tmp_path / f"{sites}.gpkg").rows("site_states")
        shown.append(sorted((row["site_id"], row["state"], row["valid_from"] or "") for row in states if all(
            abs(one - middle) < CITY_DEG for one, middle in zip(lonlat_of(row["geom"]), FORD))))
    assert shown[0] == shown[1] and len(shown[0]) > 3
