"""Scenes on the web, shown from a local server that serves ranges as object stores do."""

from __future__ import annotations

import json
import struct
import time
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.stac.synthetic import synthetic_cog
from tests.stac_server import hang, send, send_range, serving
from yalu_plugin.core.imagery.scene import Scene

HELD_S = 0.3  # far longer than a client takes to send simultaneous requests


@pytest.fixture
def server(qgis_app, data):
    with serving(data / "s2_romania") as running:
        yield running


@pytest.fixture
def scene(server):
    return Scene("one", f"{server.address}/files/S2_L2A_romania_20161014.tif")


@pytest.fixture
def project(qgis_app):
    from qgis.core import QgsProject

    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


def test_a_remote_scene_is_shown_as_the_local_one(project, scene, data):
    from yalu_plugin.layers.imagery.project_scenes import show_scene

    layer = show_scene(project, scene)
    local = show_scene(project, replace(scene, uri=str(data / "s2_romania/S2_L2A_romania_20161014.tif")))
    assert layer.isValid() and layer.extent() == local.extent()
    there, here = (one.dataProvider().block(1, one.extent(), 100, 100) for one in (layer, local))  # own their bytes
    assert bytes(there.data()) == bytes(here.data())


def test_side_files_are_not_searched_for(project, scene, server):
    from yalu_plugin.layers.imagery.project_scenes import show_scene

    show_scene(project, scene)
    assert {path for _, path, _ in server.requests} == {"/files/S2_L2A_romania_20161014.tif"}


def test_a_step_takes_three_round_trips(qgis_app, tmp_path):
    """The file's existence; its header with the overview for the contrast; the view's pixels, of all bands at once."""
    from qgis.core import QgsRectangle
    from qgis.PyQt.QtCore import QSize

    from yalu_plugin.layers.imagery.project_scenes import open_for_drawing, scene_layer

    size = synthetic_cog(tmp_path / "SYNTHETIC.tif", 1480, tile=512).stat().st_size  # its smallest overview: 800 kB
    with serving(tmp_path) as server:
        trips = RoundTrips(server)
        layer = scene_layer(Scene("one", f"{server.address}/files/SYNTHETIC.tif"))
        open_for_drawing(layer)
        assert trips.count == 2 and [method for method, _, _ in server.requests] == ["HEAD", "GET"]
        corner = QgsRectangle(404_120, 4_593_880, 406_120, 4_595_880)  # of four tiles
        drawn(layer, layer.crs(), corner, QSize(200, 200))
        assert trips.count == 3 and len(server.requests) > 3 and server.sent < size


class RoundTrips:
    """Counts the requests that waited for an earlier one: simultaneous requests are one round trip."""

    def __init__(self, server):
        self.count, server.before = 0, self._answer

    def _answer(self):
        mine = self.count + 1
        time.sleep(HELD_S)
        self.count = max(self.count, mine)


def test_a_project_finds_its_remote_scene_again(project, scene, tmp_path):
    from yalu_plugin.layers.imagery.project_scenes import show_scene, shown_layer

    source = show_scene(project, scene).source()
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "p.qgz"))
    assert shown_layer(project).source() == source


def test_a_remote_scene_is_a_spare_layer_like_local_ones(project, scene, server):
    from yalu_plugin.layers.imagery.scene_layers import SceneLayers

    other = replace(scene, id="two", uri=scene.uri.replace("20161014", "20170606"))
    layers = SceneLayers(project, spares=3)
    first = layers.show(scene)
    layers.show(other)
    asked = len(server.requests)
    assert layers.show(scene) is first and layers.show(scene) is first
    assert len(server.requests) == asked


def test_a_missing_image_is_found_when_back(scene, server):
    from yalu_plugin.layers.imagery.raster import RasterMissing
    from yalu_plugin.layers.imagery.remote_raster import check_remote

    path = urlsplit(scene.uri).path
    server.faults[path] = lambda handler: send(handler, b"", 404)
    with pytest.raises(RasterMissing, match="is gone"):
        check_remote(scene)
    del server.faults[path]
    assert check_remote(scene)


@pytest.mark.parametrize("fault", [lambda handler: send(handler, b"", 403), lambda handler: send(handler, b"x" * 99)],
                         ids=["expired signature", "no raster"])
def test_an_image_that_cannot_be_opened(scene, server, fault):
    from yalu_plugin.layers.imagery.remote_raster import RasterUnreachable, check_remote

    server.faults[urlsplit(scene.uri).path] = fault
    with pytest.raises(RasterUnreachable, match="cannot be opened"):
        check_remote(scene)


@pytest.mark.parametrize("fault", [
    lambda handler: send(handler, b"", 401), lambda handler: send(handler, b"", 403),
    lambda handler: send(handler, b"<html>Log in</html>", 200, "text/html; charset=utf-8")],
    ids=["401", "403", "a form"])
def test_an_image_that_needs_a_login_is_reported(scene, server, fault):
    from yalu_plugin.layers.imagery.remote_raster import LoginNeeded, check_remote

    server.faults[urlsplit(scene.uri).path] = fault
    with pytest.raises(LoginNeeded, match="cannot be opened without a login or permission at 127.0.0.1"):
        check_remote(scene)


def test_a_fault_is_recognized_by_its_status(scene, server):
    """A path that ends in ": 404" is not a missing image."""
    from yalu_plugin.layers.imagery.remote_raster import RasterUnreachable, check_remote

    there = replace(scene, uri=scene.uri.replace("S2_L2A_romania_20161014.tif", "a:%20404"))
    server.faults["/files/a:%20404"] = lambda handler: send(handler, b"x" * 99, 200, "image/tiff")
    with pytest.raises(RasterUnreachable):
        check_remote(there)


@pytest.fixture
def bands(qgis_app, data, tmp_path):
    """The bands of a scene for composites.

    The red, green, blue and infrared band in a file each, the blue one with half the pixels, and all of them in one
    file, blue first.
    """
    from osgeo import gdal

    whole = gdal.Open(str(data / "s2_romania/S2_L2A_romania_20161014.tif"))
    for number, name in enumerate(("15", "14", "13", "16"), 1):
        size = {"width": whole.RasterXSize // 2, "height": whole.RasterYSize // 2} if name == "13" else {}
        gdal.Translate(str(tmp_path / f"BAND{name}.tif"), whole, bandList=[number], noData="none", **size)
    gdal.Translate(str(tmp_path / "analytic.tif"), whole, bandList=[3, 2, 1, 4], noData="none")
    with serving(tmp_path) as running:
        yield running


def first_pixels(layer):
    block = [layer.dataProvider().block(band, layer.extent(), 100, 100) for band in (1, 2, 3)]
    return [bytes(one.data()) for one in block]


def test_three_bands_of_the_web_make_one_picture(project, bands, data):
    from yalu_plugin.layers.imagery.project_scenes import show_scene

    whole = Scene("whole", str(data / "s2_romania/S2_L2A_romania_20161014.tif"))
    layer = show_scene(project, Scene("s", f"{bands.address}/files/BAND15.tif#green=BAND14.tif&blue=BAND13.tif"))
    shown, right = first_pixels(layer), first_pixels(show_scene(project, whole))
    assert layer.bandCount() == 3 and shown[:2] == right[:2]
    order = show_scene(project, Scene("o", f"{bands.address}/files/analytic.tif#bands=3,2,1"))
    assert order.bandCount() == 3 and first_pixels(order) == right


def test_a_missing_band_is_named(bands):
    from yalu_plugin.layers.imagery.project_scenes import scene_layer
    from yalu_plugin.layers.imagery.raster import RasterMissing

    with pytest.raises(RasterMissing, match="files/BAND99.tif is gone"):
        scene_layer(Scene("s", f"{bands.address}/files/BAND15.tif#green=BAND99.tif&blue=BAND13.tif"))


def test_three_local_bands_of_any_name(project, bands, data):
    from yalu_plugin.layers.imagery.project_scenes import scene_layer, show_scene
    from yalu_plugin.layers.imagery.raster import RasterMissing
    from yalu_plugin.layers.imagery.scene_source import is_missing

    uri = (bands.folder / "BAND15.tif").as_uri() + "#green=BAND14.tif&blue=BAND14.tif"
    layer = show_scene(project, Scene("s", uri))
    assert layer.bandCount() == 3 and not is_missing(Scene("s", uri))
    (bands.folder / "BAND14.tif").unlink()
    with pytest.raises(RasterMissing, match="BAND14.tif is gone"):
        scene_layer(Scene("s", uri))
    (bands.folder / "BAND15.tif").unlink()
    assert is_missing(Scene("s", uri))


def test_a_hanging_server_times_out(scene, server, monkeypatch):
    from yalu_plugin.layers.imagery import remote_raster

    monkeypatch.setitem(remote_raster._VSICURL_OPTIONS, "timeout", "1")
    server.faults[urlsplit(scene.uri).path] = hang
    with pytest.raises(remote_raster.RasterUnreachable, match="cannot be opened"):
        remote_raster.check_remote(scene)


def test_images_of_the_planetary_computer_are_signed(server, scene):
    from osgeo import gdal

    from yalu_plugin.layers.imagery.remote_raster import check_remote, remote_source

    there = replace(scene, item_url="https://planetarycomputer.microsoft.com/api/stac/v1/collections/c/items/i")
    assert "pc_url_signing" in parse_qs(urlsplit(remote_source(there)).query)
    assert "pc_url_signing" not in parse_qs(urlsplit(remote_source(scene)).query)
    answer = {"msft:expiry": "2999-01-01T00:00:00Z", "href": f"{there.uri}?signed=yes"}
    server.faults["/sign"] = lambda handler: send(handler, json.dumps(answer).encode())
    gdal.SetConfigOption("VSICURL_PC_SAS_SIGN_HREF_URL", f"{server.address}/sign?href=")
    try:
        check_remote(there)
    finally:
        gdal.SetConfigOption("VSICURL_PC_SAS_SIGN_HREF_URL", None)
    images = [path for _, path, _ in server.requests if path.startswith("/files")]
    assert images and all(path.endswith("?signed=yes") for path in images)


def test_an_expired_signature_is_renewed(server, scene):
    """GDAL requests a new one once the time stated by the service has passed."""
    from osgeo import gdal

    from yalu_plugin.layers.imagery.remote_raster import check_remote

    there = replace(scene, item_url="https://planetarycomputer.microsoft.com/api/stac/v1/collections/c/items/i")
    signatures, path = [], urlsplit(scene.uri).path

    def sign(handler):
        signatures.append(str(len(signatures) + 1))
        answer = {"msft:expiry": "2020-01-01T00:00:00Z", "href": f"{there.uri}?signed={signatures[-1]}"}
        send(handler, json.dumps(answer).encode())

    def guard(handler):
        if handler.path.rpartition("=")[2] == signatures[-1]:
            send_range(handler, server.folder / path.rpartition("/")[2])
        else:
            send(handler, b"", 403)

    server.faults = {"/sign": sign, path: guard}
    gdal.SetConfigOption("VSICURL_PC_SAS_SIGN_HREF_URL", f"{server.address}/sign?href=")
    try:
        check_remote(there)
        first = len(signatures)
        gdal.VSICurlClearCache()
        assert check_remote(there) and len(signatures) > first
    finally:
        gdal.SetConfigOption("VSICURL_PC_SAS_SIGN_HREF_URL", None)


@pytest.fixture
def signing(server, scene):
    """The Planetary Computer's two ways to sign, by image and by collection; it accepts only `server.taken`."""
    from osgeo import gdal

    path, server.signatures, server.accepted = urlsplit(scene.uri).path, [], set()

    def answer(handler, **fields):
        server.signatures.append(f"signed={len(server.signatures) + 1}")
        server.accepted.add(server.signatures[-1])
        fields = {key: value.format(server.signatures[-1]) for key, value in fields.items()}
        send(handler, json.dumps({"msft:expiry": "2999-01-01T00:00:00Z", **fields}).encode())

    def guard(handler):
        if urlsplit(handler.path).query in server.accepted:
            send_range(handler, server.folder / path.rpartition("/")[2])
        else:
            send(handler, b"", 403)

    server.faults = {"/sign": lambda handler: answer(handler, href=scene.uri + "?{}"), path: guard,
                     f"/token/{urlsplit(scene.uri).port}": lambda handler: answer(handler, token="{}")}
    options = {"VSICURL_PC_SAS_SIGN_HREF_URL": "/sign?href=", "VSICURL_PC_SAS_TOKEN_URL": "/token/"}
    for name, where in options.items():
        gdal.SetConfigOption(name, server.address + where)
    yield server
    for name in options:
        gdal.SetConfigOption(name, None)


@pytest.fixture
def signed(scene):
    """A scene of its own collection, as refusals are remembered by collection."""
    there = f"https://planetarycomputer.microsoft.com/api/stac/v1/collections/{urlsplit(scene.uri).port}/items/i"
    return replace(scene, item_url=there)


def test_a_signature_refused_before_its_stated_end_is_renewed(signing, signed):
    from osgeo import gdal

    from yalu_plugin.layers.imagery.remote_raster import check_remote

    check_remote(signed)
    for turn in (2, 3):  # and again, if that one is refused too
        signing.accepted.clear()
        gdal.VSICurlClearCache()
        assert gdal.OpenEx(check_remote(signed)) is not None
        assert len(signing.signatures) == turn and signing.accepted == {f"signed={turn}"}


def test_a_new_signature_refused_too_is_reported_in_one_line(signing, signed):
    from yalu_plugin.layers.imagery.remote_raster import SignatureRefused, check_remote

    signing.faults[urlsplit(signed.uri).path] = lambda handler: send(handler, b"", 403)
    with pytest.raises(SignatureRefused, match="new signature.*403"):
        check_remote(signed)
    assert len(signing.signatures) == 2


MOLLWEIDE = "+proj=moll +lon_0=20 +datum=WGS84"  # not a status code in any list
OBLIQUE = "+proj=omerc +lat_0=45 +lonc=22 +alpha=35 +k=0.9996 +datum=WGS84"


@pytest.mark.parametrize("how", [
    {"outputType": 2, "creationOptions": ["NBITS=12"], "scaleParams": [[0, 4095, 0, 4095]]},
    {"outputType": 6},
    {"creationOptions": ["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64", "COMPRESS=DEFLATE"]},
    {"outputSRS": MOLLWEIDE, "outputBounds": [150_000, 5_300_000, 151_000, 5_299_000]},
    {"outputSRS": OBLIQUE, "outputBounds": [10_000, 20_000, 11_000, 19_000]},
], ids=["12 bit", "float", "no overviews", "Mollweide", "oblique Mercator"])
def test_rasters_of_every_kind_are_drawn(qgis_app, data, tmp_path, how):
    from osgeo import gdal
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject
    from qgis.PyQt.QtCore import QSize

    from yalu_plugin.layers.imagery.project_scenes import scene_layer

    made = gdal.Translate(str(tmp_path / "scene.tif"), str(data / "s2_romania/S2_L2A_romania_20161014.tif"), **how)
    values = made.GetRasterBand(1).ReadRaster(50, 50, 1, 1, buf_type=gdal.GDT_Float64)
    del made
    with serving(tmp_path) as server:
        layer = scene_layer(Scene("one", f"{server.address}/files/scene.tif"))
        assert layer.isValid() and layer.crs().isValid()
        block = layer.dataProvider().block(1, layer.extent(), layer.width(), layer.height())
        assert (block.value(50, 50),) == struct.unpack("d", values)
        degrees = QgsCoordinateReferenceSystem("EPSG:4326")
        there = QgsCoordinateTransform(layer.crs(), degrees, QgsProject.instance())
        image = drawn(layer, degrees, there.transformBoundingBox(layer.extent()), QSize(100, 100))
        assert image.pixelColor(50, 50).alpha() == 255 and 0 < image.pixelColor(50, 50).green() < 255


def drawn(layer, crs, extent, size):
    """Return the layer as QGIS draws it on a map in this CRS."""
    from qgis.core import QgsMapRendererSequentialJob, QgsMapSettings
    from qgis.PyQt.QtCore import Qt

    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(crs)
    settings.setExtent(extent)
    settings.setOutputSize(size)
    settings.setBackgroundColor(Qt.GlobalColor.transparent)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def test_only_what_the_view_needs_is_read(qgis_app, tmp_path):
    """Of an image of some 25 MB: the header and an overview for the whole view, a few tiles for a small part."""
    from qgis.core import QgsRectangle
    from qgis.PyQt.QtCore import QSize

    from yalu_plugin.layers.imagery.project_scenes import scene_layer

    size = synthetic_cog(tmp_path / "SYNTHETIC.tif", 2048).stat().st_size
    assert size > 20_000_000
    with serving(tmp_path) as server:
        layer = scene_layer(Scene("one", f"{server.address}/files/SYNTHETIC.tif"))
        opened = server.sent
        drawn(layer, layer.crs(), layer.extent(), QSize(256, 256))
        whole = server.sent - opened
        centre = layer.extent().center()
        part = QgsRectangle(centre.x() + 200, centre.y() + 200, centre.x() + 1800, centre.y() + 1800)
        drawn(layer, layer.crs(), part, QSize(160, 160))
        assert opened < size / 10 and whole < size / 10 and server.sent - opened - whole < size / 10


@pytest.mark.parametrize("source", ["/etc/passwd", "{address}/other.tif"])
def test_a_virtual_raster_on_the_web_opens_no_local_file(project, scene, server, source):
    from yalu_plugin.layers.imagery.project_scenes import show_scene
    from yalu_plugin.layers.imagery.remote_raster import RasterUnreachable

    virtual = ('<VRTDataset rasterXSize="9" rasterYSize="9"><VRTRasterBand dataType="Byte" band="1" subClass="'
               f'VRTRawRasterBand"><SourceFilename relativeToVRT="0">{source.format(address=server.address)}'
               "</SourceFilename></VRTRasterBand></VRTDataset>")
    server.faults["/files/a.tif"] = lambda handler: send(handler, virtual.encode())
    with pytest.raises(RasterUnreachable, match="a.tif cannot be opened"):
        show_scene(project, replace(scene, uri=f"{server.address}/files/a.tif"))
    assert {path for _, path, _ in server.requests} <= {"/files/a.tif"}
