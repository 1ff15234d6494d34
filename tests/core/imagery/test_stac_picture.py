"""The picture that displays an item: items in the form of public catalogues, with invented names."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.stac_picture import (
    ImageNotOnTheWeb,
    NoImageAsset,
    NoSuchPicture,
    picture_of_key,
    pictures,
)
from yalu_plugin.core.imagery.stac_versions import upgraded_item

COG = "image/tiff; application=geotiff; profile=cloud-optimized"
BASE = "https://a.example/items/one.json"
RGB = ("red", "green", "blue")


def asset(href: str, *roles: str, eo: tuple[str, ...] = (), media: str | None = COG, m: float | None = None,
          **more: Any) -> dict[str, Any]:
    """An asset as of STAC 1.0: `eo` are common names, `m` the pixel of its transform."""
    told: dict[str, Any] = {"href": href, "roles": list(roles), **more}
    if media is not None:
        told["type"] = media
    if eo:
        told["eo:bands"] = [{"name": f"B{number}", "common_name": name} for number, name in enumerate(eo)]
    if m is not None:
        told["proj:transform"] = [m, 0, 600000, 0, -m, 4600000, 0, 0, 1]
    return told


def bands(*names: str) -> list[dict[str, Any]]:
    """Bands as of STAC 1.1."""
    return [{"name": f"B{number}", "eo:common_name": name} for number, name in enumerate(names)]


EARTH_SEARCH_0 = {
    "thumbnail": asset("t.jpg", "thumbnail", media="image/png"),
    "overview": asset("L2A_PVI.tif", "overview", eo=RGB, m=320, gsd=10),
    "visual": asset("TCI.tif", "overview", eo=RGB, m=10, gsd=10),
    "B01": asset("B01.tif", "data", eo=("coastal",), m=60, gsd=60),
    "B02": asset("B02.tif", "data", eo=("blue",), m=10), "B03": asset("B03.tif", "data", eo=("green",), m=10),
    "B04": asset("B04.tif", "data", eo=("red",), m=10),
    "AOT": asset("AOT.tif", "data", m=60), "SCL": asset("SCL.tif", "data", m=20), "WVP": asset("WVP.tif", "data", m=10)}
EARTH_SEARCH_1 = {
    "aot": asset("AOT.tif", "data", "reflectance", m=20), "scl": asset("SCL.tif", "data", "reflectance", m=20),
    **{name: asset(f"{name}.tif", "data", "reflectance", eo=(name,), m=10) for name in RGB},
    **{f"{name}-jp2": asset(f"s3://sentinel/{name}.jp2", "data", eo=(name,), m=10, media="image/jp2") for name in RGB},
    "visual": asset("TCI.tif", "visual", eo=RGB, m=10),
    "visual-jp2": asset("s3://sentinel/TCI.jp2", "visual", eo=RGB, m=10, media="image/jp2")}
LANDSAT = {  # of the Planetary Computer: nothing in true colour
    "qa": asset("ST_QA.TIF", "data"), "ang": asset("ANG.txt", "metadata", media="text/plain"),
    "coastal": asset("SR_B1.TIF", "data", eo=("coastal",), m=30),
    "blue": asset("SR_B2.TIF", "data", eo=("blue",), m=30), "green": asset("SR_B3.TIF", "data", eo=("green",), m=30),
    "red": asset("SR_B4.TIF", "data", eo=("red",), m=30), "lwir11": asset("ST_B10.TIF", "data", eo=("lwir11",), m=30),
    "qa_pixel": asset("QA_PIXEL.TIF", "cloud", "cloud-shadow", "snow-ice", "water-mask", m=30),
    "qa_aerosol": asset("SR_QA_AEROSOL.TIF", "data-mask", "water-mask", m=30),
    "rendered_preview": asset("preview.png", "overview", media="image/png")}
USGS = {  # without roles; some assets are only named; an address with a login and one of a cloud
    "SR_B1.TIF": asset("https://landsatlook.example/SR_B1.TIF", eo=("coastal",)),
    **{f"SR_B{number}.TIF": asset(f"https://landsatlook.example/SR_B{number}.TIF", eo=(name,),
                                  alternate={"s3": {"href": f"s3://usgs/SR_B{number}.TIF"}})
       for number, name in ((2, "blue"), (3, "green"), (4, "red"))},
    "ST_B10.TIF": {"type": COG, "eo:bands": [{"common_name": "lwir11"}], "gsd": 100},
    "QA_RADSAT.TIF": asset("https://landsatlook.example/QA_RADSAT.TIF")}
CDSE = {  # STAC 1.1; S3 first, https beside it
    **{f"B0{number}_{metres}m": {
        "href": f"s3://eodata/B0{number}_{metres}m.jp2", "type": "image/jp2", "roles": ["data", "reflectance"],
        "bands": bands(name), "gsd": metres,
        "alternate": {"https": {"href": f"https://zip.example/B0{number}_{metres}m.jp2", "auth:refs": ["oidc"]}}}
       for metres in (60, 20, 10) for number, name in ((2, "blue"), (3, "green"), (4, "red"))},
    **{f"TCI_{metres}m": {
        "href": f"s3://eodata/TCI_{metres}m.jp2", "type": "image/jp2", "roles": ["visual"], "bands": bands(*RGB),
        "gsd": metres, "alternate": {"https": {"href": f"https://zip.example/TCI_{metres}m.jp2"}}}
       for metres in (60, 20, 10)},
    "SCL_20m": {"href": "s3://eodata/SCL_20m.jp2", "type": "image/jp2", "roles": ["data"]}}
HLS = {  # no types, no roles, no bands: only names
    **{key: {"href": f"https://lp.example/HLS.L30.T52TDL.2021001T213113.v1.5.{key}.tif"}
       for key in ("SAA", "B01", "VZA", "B04", "B02", "B03", "Fmask", "B10")},
    "browse": {"href": "https://lp.example/HLS.L30.T52TDL.2021001T213113.v1.5.jpg", "type": "image/jpeg"}}
HLS_2 = {  # of the Planetary Computer
    **{key: asset(f"HLS.S30.T52TDL.{key}.tif", "data") for key in ("B01", "B02", "B03", "B04", "B8A", "Fmask", "SZA")}}
NAIP = {"image": asset("m_41.tif", "data", m=0.6, **{"eo:bands": [
    {"name": "Red", "common_name": "red"}, {"name": "Green", "common_name": "green"},
    {"name": "Blue", "common_name": "blue"}, {"name": "NIR", "common_name": "nir"}]}),
    "thumbnail": asset("m_41.200.jpg", "thumbnail", media="image/jpeg")}
PLANET = {
    "ortho_udm2": asset("udm2.tif", "metadata", "snow-ice", "cloud", **{"raster:bands": [{}] * 8}),
    "ortho_analytic_4b": asset("analytic.tif", "data", "reflectance", eo=("blue", "green", "red", "nir"), m=3)}
CAPELLA = {
    "preview": asset("preview.tif", "overview", **{"proj:transform": [20, 0, 0, 0, -20, 0]}),
    "HH": asset("HH.tif", "data"), "metadata": asset("x.json", "metadata", media="application/json")}
UMBRA = {
    "2024-03-04_MM.json": asset("MM.json", "metadata", media="application/json"),
    "2024-03-04_GEC.tif": asset("GEC.tif", "data", media="image/tiff; application=geotiff; profile=cloud-optimized"),
    "2024-03-04_SIDD.nitf": asset("SIDD.nitf", "data", media="application/octet-stream")}
MAXAR = {
    "data-mask": asset("mask.gpkg", "data-mask", media="application/geopackage+sqlite3"),
    "pan_analytic": asset("pan.tif", "data", eo=("pan",), m=0.5),
    "ms_analytic": asset("ms.tif", "data", eo=("coastal", "blue", "green", "yellow", "red"), m=2),
    "visual": asset("visual.tif", "visual", eo=RGB, m=0.5)}
DLR = {  # EnMAP: 224 bands in one file, and quality beside it
    "quality_cirrus": asset("QL_CIRRUS.TIF", "data"), "defectivepixelmask_vnir": asset("PIXELMASK.TIF", "data"),
    "vnir_quicklook": asset("QL_VNIR.TIF", "overview", m=30),
    "image": asset("SPECTRAL_IMAGE.TIF", "data", m=30, **{"eo:bands": [{"name": str(n)} for n in range(224)]})}
DE_AUSTRALIA = {  # two treatments of each band; names in place of common names
    "oa_nbart_contiguity": asset("contiguity.tif", "data", **{"eo:bands": [{"name": "oa_nbart_contiguity"}]}),
    "oa_solar_azimuth": asset("azimuth.tif", "data", **{"eo:bands": [{"name": "oa_solar_azimuth"}]}),
    **{f"{kind}_{name}": asset(f"{kind}_{name}.tif", "data", m=30, **{"eo:bands": [{"name": f"{kind}_{name}"}]})
       for kind in ("nbart", "nbar") for name in ("blue", "green", "red_edge_1", "red")},
    "nbart_panchromatic": asset("nbart_panchromatic.tif", "data", m=15)}
BRAZIL = {
    "thumbnail": asset("t.png", "thumbnail", media="image/png"),
    **{f"BAND{number}": asset(f"CBERS_4_AWFI_BAND{number}.tif", "data", eo=(name,), m=64)
       for number, name in ((13, "blue"), (14, "green"), (15, "red"), (16, "nir"))},
    "CMASK": asset("CMASK.tif", "data"), "CLEAROB": asset("CLEAROB.tif", "data")}
SWISSTOPO = {  # files are the keys; no roles, no bands
    "dop10_2_2056.tif": {"href": "dop10_2_2056.tif", "type": COG, "eo:gsd": 2.0},
    "dop10_0.1_2056.tif": {"href": "dop10_0.1_2056.tif", "type": COG, "eo:gsd": 0.1}}
MODIS = {
    "sur_refl_szen": asset("szen.tif", "data"), "sur_refl_qc_500m": asset("qc.tif", "data"),
    **{f"sur_refl_b0{number}": asset(f"sur_refl_b0{number}.tif", "data", eo=(name,), m=463.3)
       for number, name in ((1, "red"), (2, "nir08"), (3, "blue"), (4, "green"))}}
STAC_0_9 = {"eo:bands": [{"name": "B1", "common_name": "coastal"}, {"name": "B4", "common_name": "red"},
                         {"name": "B3", "common_name": "green"}, {"name": "B2", "common_name": "blue"}]}
OLD = {f"B{number}": asset(f"LC08_B{number}.TIF", media="image/vnd.stac.geotiff", **{"eo:bands": [place]})
       for place, number in enumerate((1, 4, 3, 2))}
SAR = {"vh": asset("vh.tif", "data"), "vv": asset("vv.tif", "data"), "safe-manifest": asset("m.xml", "metadata")}
DEGREES = {"fine": asset("fine.tif", "data", **{"proj:transform": [0.0001, 0, 124, 0, -0.0001, 40]}),
           "coarse": asset("coarse.tif", "data", **{"proj:transform": [0.001, 0, 124, 0, -0.001, 40]})}


@pytest.mark.parametrize(("assets", "properties", "key", "uri", "gsd"), [
    pytest.param(EARTH_SEARCH_0, {}, "visual", "TCI.tif", 10, id="Earth Search v0"),
    pytest.param(EARTH_SEARCH_1, {}, "visual", "TCI.tif", 10, id="Earth Search v1"),
    pytest.param(LANDSAT, {}, "red+green+blue", "SR_B4.TIF#green=SR_B3.TIF&blue=SR_B2.TIF", 30, id="Landsat"),
    pytest.param(USGS, {}, "SR_B4.TIF+SR_B3.TIF+SR_B2.TIF",
                 "https://landsatlook.example/SR_B4.TIF#green=SR_B3.TIF&blue=SR_B2.TIF", None, id="USGS"),
    pytest.param(CDSE, {}, "TCI_10m", "https://zip.example/TCI_10m.jp2", 10, id="CDSE"),
    pytest.param(HLS, {}, "B04+B03+B02",
                 "https://lp.example/HLS.L30.T52TDL.2021001T213113.v1.5.B04.tif"
                 "#green=HLS.L30.T52TDL.2021001T213113.v1.5.B03.tif&blue=HLS.L30.T52TDL.2021001T213113.v1.5.B02.tif",
                 None, id="HLS"),
    pytest.param(HLS_2, {"gsd": 30}, "B04+B03+B02",
                 "HLS.S30.T52TDL.B04.tif#green=HLS.S30.T52TDL.B03.tif&blue=HLS.S30.T52TDL.B02.tif", 30, id="HLS 2"),
    pytest.param(NAIP, {}, "image", "m_41.tif", 0.6, id="NAIP"),
    pytest.param(PLANET, {}, "ortho_analytic_4b", "analytic.tif#bands=3,2,1", 3, id="Planet analytic"),
    pytest.param({**PLANET, "ortho_visual": asset("v.tif", "visual")}, {}, "ortho_visual", "v.tif", None, id="Planet"),
    pytest.param(CAPELLA, {"gsd": 0.5}, "HH", "HH.tif", 0.5, id="Capella"),
    pytest.param(UMBRA, {}, "2024-03-04_GEC.tif", "GEC.tif", None, id="Umbra"),
    pytest.param(MAXAR, {}, "visual", "visual.tif", 0.5, id="Maxar"),
    pytest.param(DLR, {}, "image", "SPECTRAL_IMAGE.TIF", 30, id="DLR"),
    pytest.param(DE_AUSTRALIA, {}, "nbart_red+nbart_green+nbart_blue",
                 "nbart_red.tif#green=nbart_green.tif&blue=nbart_blue.tif", 30, id="Digital Earth Australia"),
    pytest.param(BRAZIL, {}, "BAND15+BAND14+BAND13", "CBERS_4_AWFI_BAND15.tif#green=CBERS_4_AWFI_BAND14.tif"
                 "&blue=CBERS_4_AWFI_BAND13.tif", 64, id="Brazil Data Cube"),
    pytest.param(SWISSTOPO, {}, "dop10_0.1_2056.tif", "dop10_0.1_2056.tif", 0.1, id="swisstopo"),
    pytest.param(MODIS, {}, "sur_refl_b01+sur_refl_b04+sur_refl_b03",
                 "sur_refl_b01.tif#green=sur_refl_b04.tif&blue=sur_refl_b03.tif", 463.3, id="MODIS"),
    pytest.param(OLD, STAC_0_9, "B4+B3+B2", "LC08_B4.TIF#green=LC08_B3.TIF&blue=LC08_B2.TIF", None, id="STAC 0.9"),
    pytest.param(SAR, {}, "vv", "vv.tif", None, id="radar"),
    pytest.param(DEGREES, {}, "fine", "fine.tif", 11.132, id="degrees of an unknown CRS"),
    pytest.param(DEGREES, {"proj:code": "EPSG:4326"}, "fine", "fine.tif", 11.132, id="degrees"),
])
def test_the_picture_of_each_catalogue(
        assets: dict[str, Any], properties: dict[str, Any], key: str, uri: str, gsd: float | None) -> None:
    for order in (assets, dict(reversed(list(assets.items())))):
        best = pictures({"id": "one", "properties": properties, "assets": order}, BASE)[0]
        if key == "nbart_red+nbart_green+nbart_blue":
            best = pictures({"id": "one", "assets": assets}, BASE)[0]  # of two alike, the one named first
        assert (best.key, best.uri.replace("https://a.example/items/", "")) == (key, uri)
        assert best.gsd_m == (None if gsd is None else pytest.approx(gsd))


@pytest.mark.parametrize(("assets", "key"), [
    ({"thumbnail": asset("a.tif", "thumbnail"), "red": asset("b.tif", "data"), "visual": asset("c.tif", "visual")},
     "visual"),
    ({"coastal": asset("a.tif", "data"), "red": asset("b.tif", "data"), "nir": asset("c.tif", "data")}, "red"),
    ({"red": asset("a.tif", "data"), "TCI": asset("b.tif", "data", **{"eo:bands": [{}, {}, {}]})}, "TCI"),
    ({"scl": asset("a.tif"), "B04": asset("b.tif", "data")}, "B04"),
    ({"preview": asset("a.jpg", media="image/jpeg"), "image": {"href": "x.tif?sig=1"}}, "image"),
    ({"tci-jp2": asset("a.jp2", "visual", media="image/jp2"), "xml": asset("a.xml", "metadata", media="text/xml")},
     "tci-jp2"),
    ({"overview": asset("o.tif", "overview")}, "overview"),  # better than nothing
    ({"r": asset("1.tif", eo=("red",)), "n3": asset("2.tif", eo=("green",)), "q": asset("3.tif", eo=("blue",))},
     "r+n3+q"),  # keys that are not alike
    ({name: asset(f"{name}.tif", **{"raster:bands": [{"spatial_resolution": 10}]}) for name in ("nir", *RGB)},
     "red+green+blue"),  # what the bands leave out, the keys tell
    ({name: asset(f"{name}.tif", bands=[{"name": f"B{at}"}]) for at, name in enumerate(("nir", *RGB))},
     "red+green+blue"),
    ({"swir": asset("s.tif", eo=("swir16",)), "red_edge": asset("r.tif", bands=[{"name": "B5"}])}, "swir"),
    ({"small": asset("s.tif", "data", eo=RGB, m=320), "nir": asset("n.tif", "data", eo=("nir",), m=10)}, "nir"),
    ({"ms": asset("ms.tif", "data", eo=RGB, m=2), "pan": asset("pan.tif", "data", eo=("pan",), m=0.5)}, "ms"),
    ({"near_infra_red": asset("1.tif"), "green": asset("2.tif"), "red": asset("3.tif")}, "red"),
    ({"B8": asset("pan.tif", eo=("pan",), m=15), "B5": asset("nir.tif", eo=("nir",), m=30)}, "B8"),
    ({"visual": {"type": COG, "href": None}, "red": asset("b.tif")}, "red"),
    ({"visual": asset("s3://b/v.tif", "visual"), "data": asset("d.tif", "data")}, "data"),
])
def test_the_asset_selected(assets: dict[str, Any], key: str) -> None:
    assert pictures({"assets": assets}, BASE)[0].key == key


@pytest.mark.parametrize("assets", [
    {"thumbnail": asset("a.tif", "thumbnail"), "zarr": asset("a.zarr", media="application/x-zarr")},
    {"SZA": asset("a.tif"), "qa_pixel": asset("b.tif"), "cloudmask": asset("c.tif"), "x": asset("d.tif", "saturation")},
    {"broken": 3, "bare": {}, "list": [], "href": asset("", "data")}, "no assets", {}])
def test_an_item_without_a_picture_is_an_error(assets: object) -> None:
    with pytest.raises(NoImageAsset, match="item one has no"):
        pictures({"id": "one", "assets": assets}, BASE)


def test_an_image_that_is_only_in_a_cloud_is_an_error_with_its_address() -> None:
    assets = {"B01": asset("s3://b/B01.jp2", "data", media="image/jp2"),
              "visual": asset("s3://b/TCI.jp2", "visual", eo=RGB, media="image/jp2")}
    with pytest.raises(ImageNotOnTheWeb, match=r"one lies at s3://b/TCI.jp2 and has no https"):
        pictures({"id": "one", "assets": assets}, BASE)


def test_a_public_address_is_preferred_to_one_with_a_login() -> None:
    one = asset("https://login.example/a.tif", "visual", **{"auth:refs": ["oidc"]})
    alone = pictures({"assets": {"visual": one}}, BASE)[0]
    assert alone.uri == "https://login.example/a.tif"  # opening it says that a login is needed
    one["alternate"] = {"s3": {"href": "s3://b/a.tif"}, "public": {"href": "https://open.example/a.tif"}}
    assert pictures({"assets": {"visual": one}}, BASE)[0].uri == "https://open.example/a.tif"


def test_another_picture_can_be_selected() -> None:
    item = {"id": "one", "assets": LANDSAT}
    assert picture_of_key(pictures(item, BASE), "coastal", "one").uri == "https://a.example/items/SR_B1.TIF"
    with pytest.raises(NoSuchPicture, match="one has no image nir08"):
        picture_of_key(pictures(item, BASE), "nir08", "one")
    offered = {one.key for one in pictures(item, BASE)}
    assert offered == {"red+green+blue", "red", "green", "blue", "coastal", "lwir11"}


def test_pictures_of_files() -> None:
    names = {"B04": asset("T52_B04.tif", eo=("red",)), "B03": asset("T52_B03.tif", eo=("green",)),
             "B02": asset("T52_B02.tif", eo=("blue",))}
    assert pictures({"assets": names}, "file:///images/one.json")[0].uri == "/images/T52_B04.tif"
    odd = pictures({"assets": BRAZIL}, "file:///my%20images/one.json")[0].uri
    assert odd == ("file:///my%20images/CBERS_4_AWFI_BAND15.tif#green=CBERS_4_AWFI_BAND14.tif"
                   "&blue=CBERS_4_AWFI_BAND13.tif")


def test_item_assets_of_the_collection_are_used() -> None:
    collection = {"item_assets": {"a": {"type": COG, "eo:bands": [{"common_name": "nir"}]},
                                  "b": {"type": COG, "roles": ["visual"]}}}
    item = upgraded_item({"assets": {"a": {"href": "1"}, "b": {"href": "2"}}}, collection)
    assert pictures(item, BASE)[0].uri == "https://a.example/items/2"


junk = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=2),
                    max_leaves=6)
fields = st.sampled_from(("href", "type", "roles", "bands", "eo:bands", "raster:bands", "proj:transform", "proj:epsg",
                          "proj:code", "gsd", "alternate", "auth:refs", "title"))


@given(st.dictionaries(st.text(max_size=6), st.dictionaries(fields, junk)), st.dictionaries(fields, junk))
def test_any_assets_are_read_without_an_exception(assets: dict[str, Any], properties: dict[str, Any]) -> None:
    with_a_raster = {**assets, "visual": {"href": "v.tif", "eo:bands": [0, "x", None]}}
    assert "visual" in {one.key for one in pictures({"assets": with_a_raster, "properties": properties}, BASE)}


@given(st.permutations(list(EARTH_SEARCH_0.items())), st.sampled_from(["https", "file"]))
def test_the_order_of_assets_does_not_matter(items: list[tuple[str, Any]], scheme: str) -> None:
    found = [one.key for one in pictures({"assets": dict(items)}, f"{scheme}://a/b.json")]
    assert found[:2] == ["visual", "B04+B03+B02"] and found[-1] == "overview"
