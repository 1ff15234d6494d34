"""Untrusted images: nothing is requested, nothing outside of the selected folder is opened, and the error is shown."""

from __future__ import annotations

import base64
import os
import shutil
import zipfile
import zlib
from pathlib import Path

import pytest

from tests.counting_server import CountingServer, counting
from tests.layers.imagery import hostile

NAMES = sorted(hostile.texts("", Path("/a/b/c.tif")))
GOOD = "S2_L2A_romania_20161014.tif"


@pytest.fixture(scope="module")
def web():
    with counting() as server:
        yield server


@pytest.fixture
def chosen(qgis_app, data: Path, tmp_path: Path) -> Path:
    """The selected folder, with one good image; another is in a folder next to it."""
    for folder in ("chosen", "beside"):
        (tmp_path / folder).mkdir()
        shutil.copy(data / "s2_romania" / GOOD, tmp_path / folder / "good.tif")
    return tmp_path / "chosen"


def catalogued(place: Path):
    from qgis.core import QgsFeedback

    from yalu_plugin.core.imagery.scene_query import SceneQuery
    from yalu_plugin.layers.sources.local_source import LocalSource

    return LocalSource(place).search(SceneQuery(), QgsFeedback())


def names(found) -> list[str]:
    return sorted(Path(scene.uri).name for scene in found.all_scenes)


def refuses(found, name: str) -> str:
    (reason,) = [one.reason for one in found.problems if one.path.name == name]
    assert "\n" not in reason
    return reason


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_file_is_refused_and_nothing_is_requested(chosen: Path, web: CountingServer, name: str) -> None:
    from yalu_plugin.core.errors import YaluError
    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.layers.imagery.project_scenes import scene_layer

    for one, text in hostile.texts(web.address, chosen.parent / "beside/good.tif").items():
        if one in (name, "curl.vrt"):
            (chosen / one).write_text(text)
    found = catalogued(chosen)
    assert names(found) == ["good.tif"] and refuses(found, name)
    if not name.startswith("outside") and name != "warped_outside.vrt":  # any image is a source without folder
        with pytest.raises(YaluError):
            scene_layer(Scene("1", str(chosen / name)))
    assert web.requests == []


def test_the_reason_names_what_would_be_opened(chosen: Path, web: CountingServer) -> None:
    made = hostile.texts(web.address, chosen.parent / "beside/good.tif")
    for name in ("curl.vrt", "passwd.vrt", "wms.xml", "remote.mrf", "outside_relative.vrt"):
        (chosen / name).write_text(made[name])
    found = catalogued(chosen)
    assert f"it reaches out of its folder: /vsicurl/{web.address}/a.tif" in refuses(found, "curl.vrt")
    assert "it reaches out of its folder: /etc/passwd" in refuses(found, "passwd.vrt")
    assert "WMS is not read here" in refuses(found, "wms.xml") and "MRF is not read" in refuses(found, "remote.mrf")
    assert f"{chosen}/../beside/good.tif" in refuses(found, "outside_relative.vrt")


def test_a_pixel_function_in_python_is_called_code(chosen: Path) -> None:
    made = hostile.texts("", chosen.parent / "beside/good.tif")
    name = next(one for one, text in made.items() if "PixelFunctionCode" in text)
    (chosen / name).write_text(made[name])
    reason = refuses(catalogued(chosen), name)
    assert "it runs code (its pixel function), and code of a file is not run here" in reason and "reaches" not in reason


SIDES = {
    "good.tif.ovr": "curl", "good.tif.msk": "curl", "GOOD.TIF.OVR": "curl", "good.ovr": "curl", "good.aux": "curl",
    "good.tif.aux.xml": "<PAMDataset><Metadata domain=\"OVERVIEWS\"><MDI key=\"OVERVIEW_FILE\">{curl}</MDI></Metadata>"
                        "</PAMDataset>",
    "good.tif.AUX.XML": "<PAMDataset><metadata DOMAIN=\"OVERVIEWS\"><mdi KEY=\"overview_file\">{curl}</mdi></metadata>"
                        "</PAMDataset>",
    "good.aux.xml": "<PAMDataset><SRS>{web}/crs</SRS></PAMDataset>",
}


@pytest.mark.parametrize("side", sorted(SIDES))
def test_an_image_with_side_files_elsewhere_is_refused(chosen: Path, web: CountingServer, side: str) -> None:
    curl = f"/vsicurl/{web.address}/a.tif"
    text = hostile.vrt(hostile.band(curl)) if SIDES[side] == "curl" else SIDES[side].format(curl=curl, web=web.address)
    (chosen / side).write_text(text)
    found = catalogued(chosen)
    assert names(found) == [] and "reaches out" in refuses(found, "good.tif")
    assert web.requests == []


@pytest.mark.parametrize("through", ["itself", "a VRT", "a mask"])
def test_an_overview_named_in_the_file_itself_is_not_requested(chosen: Path, web: CountingServer, through: str) -> None:
    from osgeo import gdal

    bad = gdal.GetDriverByName("GTiff").Create(str(chosen / "bad.tif"), 600, 600)
    bad.SetMetadataItem("OVERVIEW_FILE", f"/vsicurl/{web.address}/o.tif", "OVERVIEWS")
    del bad
    assert not (chosen / "bad.tif.aux.xml").exists()
    (chosen / "of_it.vrt").write_text(hostile.vrt(hostile.band("bad.tif", 1)))
    name = {"itself": "bad.tif", "a VRT": "of_it.vrt", "a mask": "good.tif"}[through]
    if through == "a mask":
        shutil.copy(chosen / "bad.tif", chosen / "good.tif.msk")
    assert "/o.tif" in refuses(catalogued(chosen), name)
    assert web.requests == []


def test_an_overview_that_names_itself_ends(chosen: Path) -> None:
    (chosen / "good.tif.aux.xml").write_text("<PAMDataset><Metadata domain=\"OVERVIEWS\"><MDI key=\"OVERVIEW_FILE\">"
                                             ":::BASE:::good.tif</MDI></Metadata></PAMDataset>")
    assert "reaches out" in refuses(catalogued(chosen), "good.tif")


def test_real_side_files_are_accepted(chosen: Path) -> None:
    from osgeo import gdal

    gdal.Open(str(chosen / "good.tif")).BuildOverviews("NEAREST", [2])
    gdal.Info(str(chosen / "good.tif"), stats=True)
    assert (chosen / "good.tif.ovr").is_file() and (chosen / "good.tif.aux.xml").is_file()
    found = catalogued(chosen)
    assert names(found) == ["good.tif"] and not found.problems


def test_links_out_of_the_folder_are_reported_and_not_followed(chosen: Path) -> None:
    (chosen / "linked.tif").symlink_to(chosen.parent / "beside/good.tif")
    (chosen / "folder").symlink_to(chosen.parent / "beside")
    (chosen / "within.tif").symlink_to(chosen / "good.tif")
    found = catalogued(chosen)
    assert names(found) == ["good.tif", "within.tif"]
    assert "is a link out of the folder" in refuses(found, "linked.tif")
    assert "is a link out of the folder" in refuses(found, "folder")
    (chosen / "good.tif.msk").symlink_to("/etc/passwd")
    assert "reaches out" in refuses(catalogued(chosen), "good.tif")


def test_a_pipe_is_no_image_and_is_not_waited_for(chosen: Path) -> None:
    os.mkfifo(chosen / "pipe.tif")
    os.mkfifo(chosen / "pipe")
    found = catalogued(chosen)
    assert names(found) == ["good.tif"] and "is gone" in refuses(found, "pipe.tif")


@pytest.mark.parametrize("relative", [True, False])
def test_a_vrt_of_images_in_the_folder_is_an_image(chosen: Path, relative: bool) -> None:
    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.layers.imagery.project_scenes import scene_layer

    (chosen / "deep").mkdir()
    source = "../good.tif" if relative else str(chosen / "good.tif")
    (chosen / "deep/a.vrt").write_text(hostile.vrt(hostile.band(source, int(relative))))
    (chosen / "deep/raw.vrt").write_text(hostile.raw("a.vrt", 1))
    (chosen / "all.vrt").write_text(hostile.vrt(hostile.band("deep/a.vrt", 1)))
    found = catalogued(chosen)
    assert names(found) == ["a.vrt", "all.vrt", "good.tif", "raw.vrt"] and not found.problems
    assert all(scene_layer(Scene("1", scene.uri)).isValid() for scene in found.all_scenes)


def test_what_is_in_a_zip_stays_in_it(chosen: Path, web: CountingServer) -> None:
    with zipfile.ZipFile(chosen / "a.zip", "w") as archive:
        archive.write(chosen / "good.tif", "in/good.tif")
        archive.writestr("in/inside.vrt", hostile.vrt(hostile.band("good.tif", 1)))
        archive.writestr("in/beside.vrt", hostile.vrt(hostile.band("../../good.tif", 1)))
        archive.writestr("in/folder.vrt", hostile.vrt(hostile.band(str(chosen / "good.tif"))))
        archive.writestr("in/passwd.vrt", hostile.raw("/etc/passwd"))
        archive.writestr("in/curl.vrt", hostile.vrt(hostile.band(f"/vsicurl/{web.address}/a.tif")))
        archive.writestr("in/bad.tif", "x")
        archive.writestr("in/bad.tif.ovr", hostile.vrt(hostile.band(f"/vsicurl/{web.address}/a.tif")))
    found = catalogued(chosen / "a.zip")
    assert names(found) == ["good.tif", "inside.vrt"]
    for name in ("beside.vrt", "folder.vrt", "passwd.vrt", "curl.vrt"):
        assert "reaches out" in refuses(found, name)
    assert web.requests == []


def test_a_hostile_band_of_a_set_is_refused_when_it_is_shown(chosen: Path, web: CountingServer) -> None:
    from yalu_plugin.layers.imagery.path_checks import ExternalReference
    from yalu_plugin.layers.imagery.project_scenes import scene_layer

    for band in ("B04", "B03", "B02"):
        shutil.copy(chosen / "good.tif", chosen / f"T35TLK_20161014T092031_{band}.tif")
    (chosen / "T35TLK_20161014T092031_B03.tif").write_text(hostile.vrt(hostile.band(f"/vsicurl/{web.address}/a.tif")))
    scene = next(one for one in catalogued(chosen).all_scenes if one.uri.endswith("B04.tif"))
    with pytest.raises(ExternalReference, match="B03"):
        scene_layer(scene)
    assert web.requests == []


def test_a_name_that_is_options_to_qgis_is_refused(chosen: Path, web: CountingServer) -> None:
    (chosen / "evil").write_text(hostile.vrt(hostile.band(f"/vsicurl/{web.address}/a.tif")))
    shutil.copy(chosen / "good.tif", chosen / "evil|option:A=B.tif")
    found = catalogued(chosen)
    assert names(found) == ["good.tif"]
    assert "QGIS reads |option:A=B.tif in its name" in refuses(found, "evil|option:A=B.tif")
    assert web.requests == []


def test_watched_folders_lists_and_the_algorithm_follow_the_same_rule(chosen: Path, web: CountingServer) -> None:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.catalogue_imagery import CatalogueImagery
    from yalu_plugin.layers.imagery.watched_folders import WatchedFolders
    from yalu_plugin.layers.survey.create import create_survey

    made = hostile.texts(web.address, chosen.parent / "beside/good.tif")
    for name in ("curl.vrt", "outside.vrt", "passwd.vrt"):
        (chosen / name).write_text(made[name])
    (chosen / "list.csv").write_text("uri\ngood.tif\ncurl.vrt\noutside.vrt\npasswd.vrt\n")
    watched = WatchedFolders([chosen])
    polls = [watched.poll((), lambda: False) for _ in range(2)]
    assert names(polls[1]) == ["good.tif"] and len(polls[1].problems) == 3
    listed = catalogued(chosen / "list.csv")
    assert names(listed) == ["good.tif"] and [one.row for one in listed.problems] == [3, 4, 5]
    survey = create_survey(chosen.parent / "s.gpkg", "Test")
    feedback = QgsProcessingFeedback(False)
    CatalogueImagery().create().run({"FOLDER": str(chosen), "SURVEY": str(survey.path)}, QgsProcessingContext(),
                                    feedback)
    assert [Path(row["uri"]).name for row in survey.rows("images")] == ["good.tif"]
    assert feedback.textLog().count("reaches out of its folder") == 3
    assert web.requests == []


def test_virtual_rasters_that_multiply_or_turn_in_circles_are_refused(chosen: Path) -> None:
    (chosen / "v0.vrt").write_text(hostile.vrt(hostile.band("good.tif", 1)))
    for level in range(1, 7):
        source = f'<SimpleSource><SourceFilename relativeToVRT="1">v{level - 1}.vrt</SourceFilename></SimpleSource>'
        (chosen / f"v{level}.vrt").write_text(hostile.vrt(
            f'<VRTRasterBand dataType="Byte" band="1">{source * 10}</VRTRasterBand>'))
    (chosen / "circle.vrt").write_text(hostile.vrt(hostile.band("circle.vrt", 1)))
    (chosen / "deep.vrt").write_text("<VRTDataset>" * 60_000)
    found = catalogued(chosen)
    assert "from too many images" in refuses(found, "v6.vrt") and "v5.vrt" in names(found)
    assert "from itself" in refuses(found, "circle.vrt")
    assert "deep.vrt is damaged" in refuses(found, "deep.vrt")


# An HDF5 file of 20 x 20 bytes that are the first 400 of /etc/passwd (HDF5's "external storage"); packed.
EXTERNAL = (
    'c-rgqaB<`1lHy_j0S*oZ76t(ZWbhvfHn5`dVe$!3nh{EOK<O1sFmXn(oCH){5NbZUx{x4OSCH!eXaHtU1`CAdU>F4>5qP*d27u@Y'
    'C?A$ePcWgXOGHbL9u(Tk$iNOUixI}xfY3}30THM=Tr@M#rHoMbG9sm5Rv-=HGciF7Vh5Vb2vq~hF$Or&`vgXqI3!0gGs1ETOa=mk'
    'pgKW<t0(bfGcY(%H6A3;!a0BiRh@onNwR)HVsUYK3YZ`4=kEgY7tB8j%%f?V8~^~<`aO*')


def test_a_netcdf_whose_pixels_are_another_file_is_refused_and_a_real_one_is_not(chosen: Path) -> None:
    from tests.layers.imagery.kinds import picture, save

    (chosen / "passwd.nc").write_bytes(zlib.decompress(base64.b85decode(EXTERNAL)))
    for form in ("NC4", "NC4C", "NC", "NC2"):
        save(chosen / f"2025-07-30_{form}.nc", "netCDF", picture(1, placed=True), (f"FORMAT={form}", "COMPRESS=NONE"))
    found = catalogued(chosen)
    assert "reaches out of its folder: data in another file" in refuses(found, "passwd.nc")
    assert len(names(found)) == 5 and len(found.problems) == 1
