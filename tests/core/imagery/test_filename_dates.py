from __future__ import annotations

import unicodedata
from datetime import date, datetime, timezone
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.filename_dates import date_in_name

TODAY = date(2026, 1, 15)
NAMES = Path(__file__).parents[2] / "data" / "imagery_dates" / "names.tsv"


def days(name: str) -> str:
    """Return the UTC day or days in a name: "2025-07-30", "2025-07-01/2025-07-31", or nothing."""
    found = date_in_name(name, TODAY)
    if found is None:
        return ""
    first, last = found.span.begin.date(), found.span.end.date()
    return str(first) if first == last else f"{first}/{last}"


def test_names_written_by_conventions_programs_and_people() -> None:
    rows = [line.split("\t") for line in NAMES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(rows) > 190
    assert [(name, days(name)) for name, _ in rows] == [(name, right) for name, right in rows]


def test_hangul_decomposed_by_macos_is_read() -> None:
    assert days(unicodedata.normalize("NFD", "신의주 2025년 7월 30일.tif")) == "2025-07-30"


@pytest.mark.parametrize("name", ["S1A_" * 75, "2025-" * 60, "planet_" * 42, "JL1_PMS_" * 37, "1 " * 150,
                                  "a 2025-07-30 " + "x" * 1_000_000])
def test_malicious_names_are_rejected_fast(name: str) -> None:
    assert days(name) == ""


def test_a_time_in_a_name_of_a_camera_is_local_so_only_its_day_is_used() -> None:
    camera, satellite = (date_in_name(name, TODAY) for name in (
        "DJI_20250612193930_0012_V.tif", "CAPELLA_C02_SM_GEO_HH_20201118185123_20201118185127.tif"))
    assert camera is not None and camera.span.begin == utc(2025, 6, 12)
    assert camera.span.end == utc(2025, 6, 12, 23, 59, 59)
    assert satellite is not None and satellite.span.begin == utc(2020, 11, 18, 18, 51, 23)
    assert satellite.span.end == utc(2020, 11, 18, 18, 51, 27) and satellite.platform == "capella-c02"


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=timezone.utc)


@pytest.mark.parametrize(("name", "begin", "platform"), [
    ("S2A_MSIL2A_20250730T021601_N0511_R003_T52TDN_20250730T064512.tif", utc(2025, 7, 30, 2, 16, 1), "sentinel-2a"),
    ("S2A_OPER_PRD_MSIL1C_PDMC_20160420T190000_R108_V20160419T021602_20160419T021602.tif", utc(2016, 4, 19, 2, 16, 2),
     "sentinel-2a"),
    ("T52TDN_20250730T021601_TCI_10m.jp2", utc(2025, 7, 30, 2, 16, 1), "sentinel-2"),
    ("S1A_IW_GRDH_1SDV_20250730T093012_20250730T093037_060312_077F2A_ABCD.tif", utc(2025, 7, 30, 9, 30, 12),
     "sentinel-1a"),
    ("LC08_L2SP_117031_20250730_20250807_02_T1_SR_B4.TIF", utc(2025, 7, 30), "landsat-8"),
    ("LC81170312025211LGN00_B4.tif", utc(2025, 7, 30), "landsat-8"),
    ("MOD09GA.A2025211.h27v04.061.2025213034000.tif", utc(2025, 7, 30), "modis"),
    ("20250730_021601_45_24e3_3B_AnalyticMS_SR.tif", utc(2025, 7, 30, 2, 16, 1), "planetscope"),
    ("20250730_021601_ssc4_u0001_visual.tif", utc(2025, 7, 30, 2, 16, 1), "skysat"),
    ("25JUL30021601-P2AS-013456789010_01_P001.tif", utc(2025, 7, 30, 2, 16, 1), ""),
    ("IMG_PHR1A_PMS_202507300216123_ORT_1234567890_R1C1.JP2", utc(2025, 7, 30, 2, 16), "phr1a"),
    ("GF2_PMS1_E128.1_N41.4_20250730_L1A0001234567-MSS1.tif", utc(2025, 7, 30), "gf2"),
    ("hyesan 2025-07-30.tif", utc(2025, 7, 30), ""),
    ("hyesan_2025_07_30_v2.tif", utc(2025, 7, 30), ""),
    ("hyesan20250730.tif", utc(2025, 7, 30), ""),
    ("2025-07-30_copy_of_20250730.tif", utc(2025, 7, 30), ""),
])
def test_acquisition_is_read_from_product_names_and_plain_dates(name: str, begin: datetime, platform: str) -> None:
    found = date_in_name(name, TODAY)
    assert found is not None
    assert (found.span.begin, found.platform) == (begin, platform)


@pytest.mark.parametrize("name", [
    "IMG_1234.tif",
    "hyesan_20250230.tif",
    "hyesan_20251301.tif",
    "order_120250730.tif",
    "order_202507301.tif",
    "order_19591231.tif",
    "order_20280101.tif",
    "order_12345678.tif",
    "20250730_to_20250801.tif",
    "LC08_L2SP_117031_20250230_20250807_02_T1.tif",
    "LC81170312025366LGN00.tif",
    "S2A_OPER_MSI_L1C_TL_SGS__20160420T190000_A004312.tif",
    "",
])
def test_no_date_is_guessed(name: str) -> None:
    assert date_in_name(name, TODAY) is None


def test_a_date_is_the_whole_day_and_radar_has_its_interval() -> None:
    plain = date_in_name("hyesan_20250730.tif", TODAY)
    radar = date_in_name("S1A_IW_GRDH_1SDV_20250730T093012_20250730T093037_060312_077F2A_ABCD.tif", TODAY)
    assert plain is not None and plain.span.end == utc(2025, 7, 30, 23, 59, 59)
    assert radar is not None and radar.span.end == utc(2025, 7, 30, 9, 30, 37)


@given(st.dates(date(1960, 1, 1), date(2026, 12, 31)), st.sampled_from(("%Y-%m-%d", "%Y%m%d", "%Y_%m_%d")))
def test_every_possible_day_is_read_back(day: date, style: str) -> None:
    found = date_in_name(f"scene_{day.strftime(style)}.tif", TODAY)
    assert found is not None and found.span.begin.date() == found.span.end.date() == day


@given(st.text(max_size=60))
def test_any_name_has_an_interval_or_none(name: str) -> None:
    found = date_in_name(name, TODAY)
    assert found is None or found.span.begin <= found.span.end


@given(st.uuids(), st.integers(10**8, 10**13 - 1),
       st.sampled_from(("{0}.tif", "{1}_hyesan.tif", "order_{1}.tif", "{2}.tif")))
def test_ids_order_numbers_and_hashes_are_not_dates(uid: UUID, number: int, style: str) -> None:
    assert date_in_name(style.format(uid, number, uid.hex), TODAY) is None
