from __future__ import annotations

import pytest

from yalu_plugin.core.imagery.bands import colour_files, one_per_scene

SAFE = "/vsizip//a/S2A.zip/S2A_MSIL2A_20170606T092031.SAFE/GRANULE/L2A_T35TLK"
TILE = "T35TLK_20170606T092031"
LANDSAT = "/a/LC08_L2SP_115031_20200101_20200113_02_T1_"
LANDSAT_7 = "/a/LE07_L1TP_115031_20030101_20200113_02_T1_"


@pytest.mark.parametrize(("red", "green_and_blue"), [
    ("/a/B04.tif", ("/a/B03.tif", "/a/B02.tif")),
    ("C:\\a\\x_b04.tif", ("C:\\a\\x_b03.tif", "C:\\a\\x_b02.tif")),
    ("/a/HLS.S30.T35TLK.2020132T090559.v2.0.B04.tif",
     ("/a/HLS.S30.T35TLK.2020132T090559.v2.0.B03.tif", "/a/HLS.S30.T35TLK.2020132T090559.v2.0.B02.tif")),
    (f"{SAFE}/IMG_DATA/R10m/{TILE}_B04_10m.jp2",
     (f"{SAFE}/IMG_DATA/R10m/{TILE}_B03_10m.jp2", f"{SAFE}/IMG_DATA/R10m/{TILE}_B02_10m.jp2")),
    (f"{LANDSAT}SR_B4.TIF", (f"{LANDSAT}SR_B3.TIF", f"{LANDSAT}SR_B2.TIF")),
    (f"{LANDSAT_7}B3.TIF", (f"{LANDSAT_7}B2.TIF", f"{LANDSAT_7}B1.TIF")),
    ("/a/scene_red.tif", ("/a/scene_green.tif", "/a/scene_blue.tif")),
])
def test_colours_next_to_a_red_band(red: str, green_and_blue: tuple[str, str]) -> None:
    assert colour_files(red) == (red, *green_and_blue)


@pytest.mark.parametrize("name", ["B03.tif", "xB04.tif", "B04.old.tif", "site_B4.tif", "infrared.tif",
                                  f"{LANDSAT_7}B4.TIF", f"{LANDSAT}B3.TIF", "2017.tif"])
def test_other_names_are_not_red_bands(name: str) -> None:
    assert colour_files(name) is None


def test_a_set_of_bands_is_one_scene() -> None:
    landsat = [f"{LANDSAT}{band}.TIF" for band in ("QA_PIXEL", "SR_B1", "SR_B2", "SR_B3", "SR_B4", "SR_QA_AEROSOL",
                                                  "ST_B10")]
    cogs = [f"/b/S2B_20200504/{band}.tif" for band in ("AOT", "B02", "B03", "B04", "B8A", "SCL")]
    other = ["/b/S2B_20200504/notes.tif", "/b/2017.tif"]
    assert one_per_scene([*landsat, *cogs, *other]) == [f"{LANDSAT}SR_B4.TIF", "/b/S2B_20200504/B04.tif", *other]


def test_true_colour_goes_before_bands_and_fine_before_coarse() -> None:
    bands = [f"{SAFE}/IMG_DATA/R{metres}m/{TILE}_{band}_{metres}m.jp2"
             for metres in (10, 20, 60) for band in ("B02", "B03", "B04", "TCI")]
    masks = [f"{SAFE}/QI_DATA/MSK_CLDPRB_20m.jp2"]
    assert one_per_scene(bands + masks) == [f"{SAFE}/IMG_DATA/R10m/{TILE}_TCI_10m.jp2"]
    bare = [uri for uri in bands if "TCI" not in uri]
    assert one_per_scene(bare) == [f"{SAFE}/IMG_DATA/R10m/{TILE}_B04_10m.jp2"]


def test_bands_without_all_three_colours_are_separate_scenes() -> None:
    files = ["/a/B03.tif", "/a/B04.tif", "/b/B02.tif", "/c/x_B1.tif", "/c/x_B2.tif"]
    assert one_per_scene(files) == files


def test_two_dates_in_one_folder_are_two_scenes() -> None:
    files = [f"/a/{day}_{band}.tif" for day in ("20160427", "20170606") for band in ("B02", "B03", "B04")]
    assert one_per_scene(files) == ["/a/20160427_B04.tif", "/a/20170606_B04.tif"]
