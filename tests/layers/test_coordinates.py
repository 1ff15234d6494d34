"""A site's place in every notation: its value, and read back by the import."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("qgis")
NEAR = {"dd": 1e-6, "ddm": 2e-6, "dms": 3e-6, "utm": 2e-5, "mgrs": 3e-5, "plus_code": 2e-5,
        "geo": 1e-6, "google_earth": 1e-6}  # degrees


def written(longitude: float, latitude: float) -> dict[str, str]:
    from qgis.core import QgsPointXY

    from yalu_plugin.layers.coordinates import notations

    return {one.key: one.text for one in notations(QgsPointXY(longitude, latitude))}


def test_the_ford_at_hyesan(qgis_app: Any) -> None:
    assert written(128.186804, 41.411114) == {
        "dd": "41.411114, 128.186804", "ddm": "41°24.6668′N, 128°11.2082′E", "dms": "41°24′40.01″N, 128°11′12.49″E",
        "utm": "52N 432035 4584715", "mgrs": "52T DL 32035 84715", "plus_code": "8QHCC56P+CPV",
        "geo": "geo:41.411114,128.186804",
        "google_earth": "https://earth.google.com/web/search/41.411114,128.186804"}


def test_on_equator_and_meridian_the_letters_stay(qgis_app: Any) -> None:
    found = written(0.0, 0.0)
    assert (found["ddm"], found["dms"]) == ("0°0.0000′N, 0°0.0000′E", "0°0′0.00″N, 0°0′0.00″E")


def test_beyond_utm_the_other_notations_stay(qgis_app: Any) -> None:
    assert list(written(-0.5, -89.0)) == ["dd", "ddm", "dms", "plus_code", "geo", "google_earth"]
    assert list(written(10.0, 84.5)) == ["dd", "ddm", "dms", "plus_code", "geo", "google_earth"]


@pytest.mark.parametrize("notation", NEAR)
def test_the_import_reads_the_place_again(qgis_app: Any, notation: str) -> None:
    from yalu_plugin.core.importing.coordinate_parser import read_position

    def is_plain(latitude: float) -> bool:
        """The import asks whether the S of a zone is the band, a northing has four digits, and geo:0,0 is no place."""
        return notation not in ("utm", "geo") or latitude > 0.1 or -49 < latitude < -0.1

    @given(st.floats(-79, 83).filter(is_plain), st.floats(-179.9, 179.9))
    def law(latitude: float, longitude: float) -> None:
        read = read_position(written(longitude, latitude)[notation])
        assert (read.lat, read.lon) == pytest.approx((latitude, longitude), abs=NEAR[notation] / (
            max(0.1, 1 - abs(latitude) / 90) if notation in ("utm", "mgrs") else 1))

    law()


def test_a_notation_that_does_not_cover_the_place_is_replaced_by_degrees(qgis_app: Any) -> None:
    from qgis.core import QgsPointXY

    from yalu_plugin.layers.coordinates import NOTATIONS, in_notation, notation_titles

    place = QgsPointXY(128.186804, 41.411114)
    assert [in_notation(place, key).key for key in NOTATIONS] == list(NOTATIONS) == list(notation_titles())
    assert in_notation(QgsPointXY(0.0, 89.0), "mgrs").text == "89.000000, 0.000000"
    assert in_notation(place, "of a later version").key == "dd"


def test_nothing_is_minus_zero(qgis_app: Any) -> None:
    assert written(-1e-9, -1e-9)["dd"] == "0.000000, 0.000000"


def test_the_letters_are_those_of_english_in_every_language(qgis_app: Any) -> None:
    """A German QGIS writes O for east, which elsewhere is west."""
    from qgis.core import QgsCoordinateFormatter
    from qgis.PyQt.QtCore import QCoreApplication, QTranslator

    class German(QTranslator):
        def translate(self, context: str, source: str, *_: Any) -> str | None:
            return "O" if source == "E" else None

        def isEmpty(self) -> bool:  # noqa: N802 - Qt's own
            return False

    german = German()
    QCoreApplication.installTranslator(german)
    try:
        text = QgsCoordinateFormatter.formatX(
            128.0, QgsCoordinateFormatter.Format.FormatDegreesMinutes, 1,
            QgsCoordinateFormatter.FormatFlag.FlagDegreesUseStringSuffix)
        assert text.endswith("O")  # the translator is heard
        assert written(128.186804, 41.411114)["dms"] == "41°24′40.01″N, 128°11′12.49″E"
        assert written(-128.186804, -41.411114)["ddm"] == "41°24.6668′S, 128°11.2082′W"
    finally:
        QCoreApplication.removeTranslator(german)
