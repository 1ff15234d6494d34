from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.metadata_dates import acquired_in_metadata
from yalu_plugin.core.imagery.scene_dates import (
    AcquisitionContradicted,
    AmbiguousName,
    DateEvidence,
    DateInFuture,
    NoDate,
    date_scene,
    unsigned_evidence,
)
from yalu_plugin.core.imagery.timespan import TimeSpan, parse_time

NOW = datetime(2026, 1, 15, tzinfo=timezone.utc)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=timezone.utc)


@pytest.mark.parametrize(("text", "begin", "end"), [
    ("2025-07-30", utc(2025, 7, 30), utc(2025, 7, 30, 23, 59, 59)),
    ("2025-07-30T02:16:01Z", utc(2025, 7, 30, 2, 16, 1), utc(2025, 7, 30, 2, 16, 1)),
    ("2025-07-30T02:16:01.1234567+09:00", utc(2025, 7, 29, 17, 16, 1, 123456), utc(2025, 7, 29, 17, 16, 1, 123456)),
    ("2025:07:30 02:16:01", utc(2025, 7, 30, 2, 16, 1), utc(2025, 7, 30, 2, 16, 1)),
    ("20250730T021601", utc(2025, 7, 30, 2, 16, 1), utc(2025, 7, 30, 2, 16, 1)),
    ("20250730021601", utc(2025, 7, 30, 2, 16, 1), utc(2025, 7, 30, 2, 16, 1)),
])
def test_times_are_read(text: str, begin: datetime, end: datetime) -> None:
    assert parse_time(text) == TimeSpan(begin, end)


@pytest.mark.parametrize("text", ["", "soon", "2025-02-30", "2025-07-30T25:00:00Z", "0000:00:00 00:00:00", "2025-0730",
                                  "0001-01-01T00:00:00+10:00"])
def test_invalid_times_are_none(text: str) -> None:
    assert parse_time(text) is None


@given(st.datetimes(datetime(1960, 1, 1), datetime(2100, 1, 1)), st.integers(-14 * 60, 14 * 60))
def test_iso_times_round_trip_through_any_zone(moment: datetime, minutes: int) -> None:
    aware = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    assert parse_time(aware.isoformat()) == TimeSpan(aware, aware)


@pytest.mark.parametrize(("metadata", "begin"), [
    ({"ACQUISITION_DATE": "2016-10-14"}, utc(2016, 10, 14)),
    ({"ACQUISITIONDATETIME": "2016-10-14 09:21:03"}, utc(2016, 10, 14, 9, 21, 3)),
    ({"DATE_ACQUIRED": "2016-10-14", "SCENE_CENTER_TIME": "09:21:03.1234560Z"}, utc(2016, 10, 14, 9, 21, 3, 123456)),
    ({"DATE_ACQUIRED": "2016-10-14"}, utc(2016, 10, 14)),
    ({"PRODUCT_START_TIME": "2016-10-14T09:21:03.027Z", "PRODUCT_STOP_TIME": "2016-10-14T09:22:00.027Z"},
     utc(2016, 10, 14, 9, 21, 3, 27000)),
    ({"NITF_IDATIM": "20161014092103"}, utc(2016, 10, 14, 9, 21, 3)),
    ({"NITF_IDATIM": "20161014------"}, utc(2016, 10, 14)),
    ({"NITF_IDATIM": "14092103ZOCT16"}, utc(2016, 10, 14, 9, 21, 3)),
    ({"SENSING TIME": "2016-10-14T09:21:03Z"}, utc(2016, 10, 14, 9, 21, 3)),
])
def test_acquisition_keys_of_gdal_metadata(metadata: dict[str, str], begin: datetime) -> None:
    assert [span.begin for span in acquired_in_metadata(metadata)] == [begin]


def dated(stac: str, tags: dict[str, str], name: str) -> tuple[str, str, str]:
    """Return first day, source and kind; the error's class if it is undated."""
    dating = date_scene(parse_time(stac), tags, name, NOW)
    if dating.span is None:
        return type(dating.error).__name__, dating.source, dating.kind
    return dating.span.begin.date().isoformat(), dating.source, dating.kind


def test_evidence_is_ranked() -> None:
    tags = {"ACQUISITION_DATE": "2016-01-01", "TIFFTAG_DATETIME": "2017:01:01 00:00:00"}
    written = {"TIFFTAG_DATETIME": tags["TIFFTAG_DATETIME"]}
    name = "a_20150101.tif"
    assert dated("2016-01-01", tags, name) == ("2016-01-01", "stac", "acquired")
    assert dated("", tags, name) == ("2016-01-01", "gdal", "acquired")
    assert dated("", written, name) == ("2015-01-01", "filename", "acquired")
    assert dated("", written, "a.tif") == ("2017-01-01", "gdal", "at_or_before")
    assert dated("", {}, "a.tif") == ("NoDate", "", "")


@pytest.mark.parametrize("tags", [
    {"TIFFTAG_DATETIME": "2016:05:23 11:14:38"},
    {"TIFFTAG_DATETIME": "2026:01:10 11:14:38", "TIFFTAG_SOFTWARE": "Adobe Photoshop 26.1 (Windows)"},
    {"TIFFTAG_DATETIME": "1970:01:01 00:00:00"},
    {"TIFFTAG_DATETIME": "1980:01:01 00:00:00"},
    {"TIFFTAG_DATETIME": "2031:01:01 00:00:00"},
    {"TIFFTAG_DATETIME": "0000:00:00 00:00:00"},
    {"EXIF_DATETIME": "2026:01:10 11:14:38"},
    {"EXIF_DATETIMEORIGINAL": "2026:01:10 11:14:38"},  # no camera: perhaps a screenshot
    {"ACQUISITION_DATE": "1970-01-01"},
    {"ACQUISITION_DATE": "0001-01-01T00:00:00Z"},
])
def test_no_date_of_writing_and_no_placeholder_beats_a_name(tags: dict[str, str]) -> None:
    assert dated("", tags, "CBERS_4_MUX_20160416_217_063_L2_BAND5.tif") == ("2016-04-16", "filename", "acquired")
    assert dated("1970-01-01T00:00:00Z", tags, "hyesan_2016-04-16.tif") == ("2016-04-16", "filename", "acquired")


@pytest.mark.parametrize("tags", [
    {"TIFFTAG_DATETIME": "2026:01:10 11:14:38", "TIFFTAG_SOFTWARE": "Adobe Photoshop 26.1 (Windows)"},
    {"EXIF_DATETIME": "2026:01:10 11:14:38", "EXIF_SOFTWARE": "GIMP 2.10"},
    {"TIFFTAG_DATETIME": "1970:01:01 09:00:00"},
    {"TIFFTAG_DATETIME": "2026:01:16 11:14:38"},
])
def test_dates_of_editors_and_impossible_dates_are_not_evidence(tags: dict[str, str]) -> None:
    assert dated("", tags, "hyesan.tif") == ("NoDate", "", "")


def test_a_photograph_is_dated_by_its_camera() -> None:
    photo = {"EXIF_DATETIMEORIGINAL": "2025:07:30 08:16:01", "EXIF_MODEL": "FC3582",
             "EXIF_DATETIME": "2025:08:02 10:10:10"}
    assert acquired_in_metadata(photo) == [TimeSpan(utc(2025, 7, 30), utc(2025, 7, 30, 23, 59, 59))]
    moment = utc(2025, 7, 29, 23, 16, 1)
    assert acquired_in_metadata({**photo, "EXIF_OFFSETTIMEORIGINAL": "+09:00"}) == [TimeSpan(moment, moment)]


PHOTO = {"EXIF_DATETIMEORIGINAL": "2025:07:30 08:16:01", "EXIF_MAKE": "DJI"}
GPS = {"EXIF_GPSDATESTAMP": "2025:07:29", "EXIF_GPSTIMESTAMP": "(23) (16) (1.5)"}
LOCAL_DAY = TimeSpan(utc(2025, 7, 30), utc(2025, 7, 30, 23, 59, 59))


@pytest.mark.parametrize(("tags", "spans"), [
    (GPS, [TimeSpan(utc(2025, 7, 29, 23, 16, 1), utc(2025, 7, 29, 23, 16, 1))]),
    ({**GPS, "EXIF_OFFSETTIMEORIGINAL": "+09:00"},
     [TimeSpan(utc(2025, 7, 29, 23, 16, 1), utc(2025, 7, 29, 23, 16, 1))]),
    ({"EXIF_GPSDATESTAMP": "2025:07:28", "EXIF_GPSTIMESTAMP": "(23) (16) (1)"},  # an old fix, or a wrong clock
     [LOCAL_DAY, TimeSpan(utc(2025, 7, 28, 23, 16, 1), utc(2025, 7, 28, 23, 16, 1))]),
    ({"EXIF_GPSDATESTAMP": "2025:07:30"}, [LOCAL_DAY]),
    ({"EXIF_GPSDATESTAMP": "1980:01:06", "EXIF_GPSTIMESTAMP": "(25) (0) (0)"}, [LOCAL_DAY]),
    ({"EXIF_GPSDATESTAMP": "1980:01:06", "EXIF_GPSTIMESTAMP": "(0) (0) (0)"}, [LOCAL_DAY]),
    ({"EXIF_GPSDATESTAMP": "none", "EXIF_GPSTIMESTAMP": "(8)"}, [LOCAL_DAY]),
    ({"EXIF_GPSTIMESTAMP": "(8) (16) (1)"}, [LOCAL_DAY]),
    ({"EXIF_OFFSETTIMEORIGINAL": "soon"}, [LOCAL_DAY]),
    ({"EXIF_DATETIMEORIGINAL": "0000:00:00 00:00:00"}, []),
    ({**GPS, "EXIF_DATETIMEORIGINAL": "    "}, [TimeSpan(utc(2025, 7, 29, 23, 16, 1), utc(2025, 7, 29, 23, 16, 1))]),
])
def test_the_time_of_gps_is_utc(tags: dict[str, str], spans: list[TimeSpan]) -> None:
    assert acquired_in_metadata({**PHOTO, **tags}) == spans


def test_a_camera_and_its_gps_that_contradict_each_other_leave_it_undated() -> None:
    assert dated("", {**PHOTO, **GPS, "EXIF_GPSDATESTAMP": "2024:07:29"}, "a.jpg")[0] == "AcquisitionContradicted"


def test_a_time_without_a_camera_dates_nothing_and_is_reported() -> None:
    tags = {"EXIF_DATETIMEORIGINAL": "2025:07:30 08:16:01"}
    dating = date_scene(None, tags, "hyesan.jpg", NOW)
    assert dating.span is None and str(dating.error) == (
        "hyesan.jpg is undated: its EXIF says 2025-07-30, but names no camera, so it may be the time of a scan, a "
        "screenshot or an edit. Write the day of acquisition into its name.")
    for no_camera in ({"EXIF_MAKE": " "}, {**GPS}, {"EXIF_SOFTWARE": "Adobe Photoshop 26"}):
        assert dated("", {**tags, **no_camera}, "hyesan.jpg")[0] == "UnsignedPhoto"
    assert dated("", tags, "hyesan_2025-07-28.jpg") == ("2025-07-28", "filename", "acquired")


@pytest.mark.parametrize("tags", [
    {"EXIF_MAKE": "EPSON", "EXIF_MODEL": "Perfection V600"}, {"EXIF_MAKE": "EPSON", "EXIF_MODEL": "Expression 12000XL"},
    {"EXIF_MAKE": "SEIKO EPSON CORP.", "EXIF_MODEL": "GT-X980"}, {"EXIF_MODEL": "EPSON V850"},
    {"EXIF_MODEL": "CanoScan 9000F"}, {"EXIF_MAKE": "PFU", "EXIF_MODEL": "ScanSnap iX1600"}, {"EXIF_MAKE": "Plustek"},
    {"EXIF_MAKE": "Nikon", "EXIF_MODEL": "LS-5000", "EXIF_SOFTWARE": "VueScan 9"},
    {"EXIF_MODEL": "MG5300 series Network"},
    {"EXIF_MAKE": "HP", "EXIF_MODEL": "Officejet 6500"}, {"EXIF_MAKE": "FUJITSU", "EXIF_MODEL": "fi-7160"},
    {"EXIF_MAKE": "X", "TIFFTAG_SOFTWARE": "EPSON Scan"}])
def test_a_scanner_is_not_a_camera(tags: dict[str, str]) -> None:
    taken = {"EXIF_DATETIMEORIGINAL": "2025:07:30 08:16:01", **tags}
    assert dated("", taken, "hyesan.jpg")[0] == "UnsignedPhoto"
    assert [(one.kind, one.days) for one in unsigned_evidence(taken)] == [("unsigned", "2025-07-30")]


@pytest.mark.parametrize("tags", [
    {"EXIF_MAKE": "EPSON", "EXIF_MODEL": "R-D1"}, {"EXIF_MAKE": "DJI", "EXIF_MODEL": "FC3582"},
    {"EXIF_MODEL": "NIKON D850"},
    {"EXIF_MAKE": "Canon", "EXIF_MODEL": "Canon EOS 5DS"}, {"EXIF_MAKE": "Hasselblad", "EXIF_MODEL": "L1D-20c"}])
def test_cameras_are_not_scanners(tags: dict[str, str]) -> None:
    assert dated("", {"EXIF_DATETIMEORIGINAL": "2025:07:30 08:16:01", **tags}, "hyesan.jpg")[0] == "2025-07-30"


def test_an_acquisition_in_a_description_counts() -> None:
    tags = {"TIFFTAG_IMAGEDESCRIPTION": "Band 5 Level 2 Acquisition Date 2016-04-16T17:11:02.739899 Elevation 89.5"}
    moment = utc(2016, 4, 16, 17, 11, 2, 739899)
    assert acquired_in_metadata(tags) == [TimeSpan(moment, moment)]
    assert acquired_in_metadata({"TIFFTAG_IMAGEDESCRIPTION": "made on 2016-04-16, acquisitions 2"}) == []
    assert acquired_in_metadata({"TIFFTAG_IMAGEDESCRIPTION": "acquired" + " " * 1_000_000}) == []


def test_a_composite_of_hdf_has_its_interval() -> None:
    span, = acquired_in_metadata({"RANGEBEGINNINGDATE": "2014-12-19", "RANGEENDINGDATE": "2015-01-03"})
    assert span == TimeSpan(utc(2014, 12, 19), utc(2015, 1, 3, 23, 59, 59))


@pytest.mark.parametrize(("stac", "tags"), [("2014-12-19T00:00:00Z", {}), ("", {"ACQUISITION_DATE": "2014-12-25"})])
def test_a_composite_is_an_interval_if_a_stronger_source_states_one_of_its_days(
        stac: str, tags: dict[str, str]) -> None:
    for name in ("MOD13Q1.A2014353.h19v10.006.2017313221303.tif", "MODIS_061_MOD13Q1_2014_12_19.tif"):
        dating = date_scene(parse_time(stac), tags, name, NOW)
        assert dating.span == TimeSpan(utc(2014, 12, 19), utc(2015, 1, 3, 23, 59, 59)) and dating.source == "filename"
    month = date_scene(parse_time("2014-12-19"), {}, "혜산 2014년 12월.tif", NOW)
    assert month.span == parse_time("2014-12-19")


def test_a_name_with_two_dates_is_reported() -> None:
    dating = date_scene(None, {}, "20250730_20250801.tif", NOW)
    assert isinstance(dating.error, AmbiguousName) and "(2025-07-30, 2025-08-01)" in str(dating.error)
    either = date_scene(None, {}, "07-08-2025 hyesan.tif", NOW)
    assert isinstance(either.error, AmbiguousName) and "(2025-07-08, 2025-08-07)" in str(either.error)
    assert isinstance(date_scene(None, {}, "S2A_OPER_MSI_20160420_20160421.tif", NOW).error, NoDate)


def test_two_acquisitions_that_no_time_zone_explains_are_reported_and_leave_it_undated() -> None:
    dating = date_scene(parse_time("2025-07-30"), {"ACQUISITION_DATE": "2025-08-02"}, "a_20250730.tif", NOW)
    assert dating.span is None and isinstance(dating.error, AcquisitionContradicted)
    assert str(dating.error) == (
        "a_20250730.tif is undated: acquired 2025-07-30 (STAC), or 2025-08-02 (the image's own metadata). Correct the "
        "one that is wrong.")
    assert dated("", {"DATE_ACQUIRED": "2025-07-30", "ACQUISITION_DATE": "2025-08-30"}, "a.tif") == (
        "AcquisitionContradicted", "", "")
    local_day = dated("2025-07-30T20:00:00Z", {"ACQUISITION_DATE": "2025-07-31"}, "a.tif")
    assert local_day == ("2025-07-30", "stac", "acquired")
    assert dated("2025-07-30", {"TIFFTAG_DATETIME": "2025:07:01 00:00:00"}, "a.tif")[0] == "2025-07-30"


def test_an_acquisition_in_the_future_is_not_replaced_by_weaker_evidence() -> None:
    future = date_scene(parse_time("2031-05-01"), {"ACQUISITION_DATE": "2016-01-01"}, "a.tif", NOW)
    assert future.span is None and isinstance(future.error, DateInFuture)
    assert "2031-05-01 (STAC)" in str(future.error)
    assert isinstance(date_scene(None, {"ACQUISITION_DATE": "unknown"}, "IMG_1234.tif", NOW).error, NoDate)


def day(text: str, kind: str = "acquired") -> DateEvidence:
    span = parse_time(text)
    assert span is not None
    return DateEvidence(span, kind, "gdal")


@pytest.mark.parametrize(("one", "other", "contradict"), [
    (day("2025-07-30"), day("2025-07-30T02:16:01Z"), False),
    (day("2025-07-30"), day("2025-07-31"), True),
    (day("2016-04-16"), day("2016-05-23", "at_or_before"), False),
    (day("2016-05-24"), day("2016-05-23", "at_or_before"), True),
    (day("2016-04-16"), day("2016-05-23", "released"), False),
    (day("2016-04-16", "at_or_before"), day("2016-05-23", "released"), False),
])
def test_contradicting_evidence(one: DateEvidence, other: DateEvidence, contradict: bool) -> None:
    assert one.contradicts(other) is contradict and other.contradicts(one) is contradict
