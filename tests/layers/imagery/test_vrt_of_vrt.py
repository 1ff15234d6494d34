"""Virtual rasters of virtual rasters: each is reported once, with its own reason."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.layers.imagery import hostile
from tests.layers.imagery.test_guard import GOOD, catalogued, names

WEB = "/vsicurl/http://127.0.0.1:9/a.tif"


@pytest.fixture
def folder(qgis_app, data: Path, tmp_path: Path) -> Path:
    shutil.copy(data / "s2_romania" / GOOD, tmp_path / "good.tif")
    return tmp_path


def make(folder: Path, **sources: str) -> None:
    for name, source in sources.items():
        text = hostile.vrt(hostile.band(source, 0 if source.startswith("/") else 1))
        (folder / f"{name}.vrt").write_text(text)


def reasons(place: Path) -> dict[str, str]:
    """Return the reason by name of file; each file is reported once, with its own reason."""
    found = catalogued(place).problems
    assert len({one.path for one in found}) == len(found)
    assert all(one.path.name in one.reason.split(" ")[2] for one in found if one.path.suffix == ".vrt")
    return {one.path.name: one.reason for one in found}


def made_of(name: str) -> str:
    return f"{name}, which cannot be used itself"


def test_a_chain_that_ends_on_the_web(folder: Path) -> None:
    make(folder, a="b.vrt", b="c.vrt", c=WEB, d="good.tif", e="d.vrt")
    by_name = reasons(folder)
    assert sorted(by_name) == ["a.vrt", "b.vrt", "c.vrt"]
    assert made_of("b.vrt") in by_name["a.vrt"] and made_of("c.vrt") in by_name["b.vrt"]
    assert f"reaches out of its folder: {WEB}" in by_name["c.vrt"]
    assert names(catalogued(folder)) == ["d.vrt", "e.vrt", "good.tif"]


def test_a_ring(folder: Path) -> None:
    make(folder, a="b.vrt", b="a.vrt", c="c.vrt", into="a.vrt")
    by_name = reasons(folder)
    assert by_name["a.vrt"] == (f"The image {folder}/a.vrt is put together from itself, through {folder}/b.vrt. "
                                "Create it again.")
    assert f"from itself, through {folder}/a.vrt" in by_name["b.vrt"] and "from itself" in by_name["c.vrt"]
    assert made_of("a.vrt") in by_name["into.vrt"]


def test_a_source_that_is_missing_or_no_image(folder: Path) -> None:
    make(folder, a="b.vrt", b="gone.tif", c="text.tif", d="broken.vrt")
    (folder / "text.tif").write_text("no image")
    (folder / "broken.vrt").write_text("<VRTDataset rasterXSize=")
    by_name = reasons(folder)
    assert made_of("b.vrt") in by_name["a.vrt"] and "gone.tif, which is gone" in by_name["b.vrt"]
    assert made_of("text.tif") in by_name["c.vrt"] and made_of("broken.vrt") in by_name["d.vrt"]


def test_in_a_zip_file(folder: Path) -> None:
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.write(folder / "good.tif", "good.tif")
        for name, source in (("out", "../good.tif"), ("of_out", "out.vrt"), ("within", "good.tif")):
            archive.writestr(f"{name}.vrt", hostile.vrt(hostile.band(source, 1)))
    by_name = reasons(folder / "a.zip")
    assert sorted(by_name) == ["of_out.vrt", "out.vrt"]
    assert "reaches out" in by_name["out.vrt"] and made_of("out.vrt") in by_name["of_out.vrt"]
    assert names(catalogued(folder / "a.zip")) == ["good.tif", "within.vrt"]


def test_a_ground_overlay_is_reported_with_the_reason_of_its_picture(folder: Path) -> None:
    make(folder, web=WEB)
    (folder / "a.kml").write_text(
        "<kml><GroundOverlay><name>Hyesan</name><Icon><href>web.vrt</href></Icon><LatLonBox><north>42</north><south>41"
        "</south><east>128</east><west>127</west></LatLonBox></GroundOverlay></kml>")
    by_name = reasons(folder)
    assert by_name["a.kml"].startswith(f'The ground overlay "Hyesan" in {folder}/a.kml was left out. The image ')
    assert sorted(by_name) == ["a.kml", "web.vrt"]
