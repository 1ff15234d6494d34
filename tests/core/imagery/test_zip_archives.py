"""Every image in a ZIP file is read, or named with the reason why not, whatever its name is."""

from __future__ import annotations

import warnings
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.image_files import file_of
from yalu_plugin.core.imagery.image_formats import may_be_image
from yalu_plugin.core.imagery.zip_archives import members

OUT, PLAIN, SEVERAL = "leads out of the ZIP file", "is not a plain path", "several times under one name"


def zipped(path: Path, *names: str, method: int = ZIP_DEFLATED) -> Path:
    with warnings.catch_warnings(), ZipFile(path, "w", method) as archive:
        warnings.simplefilter("ignore")  # Python says of names that they repeat
        for number, name in enumerate(names):
            archive.writestr(name, str(number))
    return path


def sorted_out(archive: Path) -> tuple[list[str], dict[str, str]]:
    """The names of the members that are read, and why others are not."""
    problems: list = []
    read = [uri.removeprefix(f"/vsizip/{archive}/") for uri in members(archive, problems)]
    return read, {one.values["path"].removeprefix(f"{archive}/"): str(one) for one in problems}


@pytest.mark.parametrize(("name", "why"), [
    ("../up_2025-02-22.tif", OUT), ("/abs.tif", OUT), ("a/../../b.tif", OUT), ("a/../b.tif", OUT), ("//srv/a.tif", OUT),
    ("..\\a.tif", OUT), ("\\a.tif", OUT), ("a//b.tif", PLAIN), ("a/./b.tif", PLAIN)])
def test_an_image_whose_name_leads_elsewhere_is_named(tmp_path: Path, name: str, why: str) -> None:
    read, left = sorted_out(zipped(tmp_path / "a.zip", name, "good.tif"))
    assert read == ["good.tif"]
    ((path, reason),) = left.items()
    assert path == name.replace("\\", "/") and why in reason


@pytest.mark.parametrize(("name", "found"), [
    ("C:\\x.tif", "C:/x.tif"), ("sub\\x.tif", "sub/x.tif"), ("./x.tif", "x.tif"), ("b.zip/x.tif", "b.zip/x.tif"),
    ("{a}?.tif", "{a}?.tif"), ("압록.tif", "압록.tif")])
def test_other_names_are_read_under_the_name_that_gdal_has(tmp_path: Path, name: str, found: str) -> None:
    assert sorted_out(zipped(tmp_path / "a.zip", name)) == ([found], {})


def test_of_several_files_of_one_name_none_is_taken(tmp_path: Path) -> None:
    read, left = sorted_out(zipped(
        tmp_path / "a.zip", "a.tif", "a.tif", "b\\c.tif", "b/c.tif", "d.jpg", "d.jgw", "d.jgw", "e.tif",
        "e.tif.aux.xml", "e.tif.aux.xml", "f.tif", "a.jgw", "readme.txt", "readme.txt"))
    assert read == ["a.jgw", "f.tif"]
    assert sorted(left) == ["a.tif", "b/c.tif", "d.jpg", "e.tif"] and all(SEVERAL in why for why in left.values())


def test_packed_otherwise_or_locked(tmp_path: Path) -> None:
    for method in (ZIP_BZIP2, ZIP_LZMA):
        _, left = sorted_out(zipped(tmp_path / "a.zip", "a.tif", "a.txt", method=method))
        assert list(left) == ["a.tif"] and "its compression method is not supported" in left["a.tif"]
    locked = zipped(tmp_path / "b.zip", "a.tif")
    content = bytearray(locked.read_bytes())
    content[content.index(b"PK\1\2") + 8] |= 1  # the flag of a password, in the directory of the ZIP
    locked.write_bytes(content)
    assert "it has a password" in sorted_out(locked)[1]["a.tif"]


@pytest.mark.parametrize("end", [" ", ".", "  ", "\u3000", "\t", " ."])
def test_an_image_whose_name_ends_in_a_blank_is_named(tmp_path: Path, end: str) -> None:
    read, left = sorted_out(zipped(
        tmp_path / "a.zip", f"trail 2025-07-13.tif{end}", "good.tif", f"readme.txt{end}", f"a.json{end}"))
    assert read == ["good.tif"]
    assert sorted(left) == [f"a.json{end}", f"trail 2025-07-13.tif{end}"]
    assert all("its name ends in a blank or dot" in why for why in left.values())


@given(st.lists(st.text(st.sampled_from("ab./\\:"), max_size=6).map(lambda name: f"{name}.tif"), max_size=8))
def test_no_image_is_passed_over(tmp_path_factory, names: list[str]) -> None:
    archive = zipped(tmp_path_factory.mktemp("zip") / "a.zip", *names)
    read, left = sorted_out(archive)
    seen = {*read, *left}
    for name in (name.replace("\\", "/").removeprefix("./") for name in names):
        hidden = any(part.startswith(".") and part not in (".", "..") for part in name.split("/"))
        assert hidden or not may_be_image(name) or name in seen
    assert len(read) == len(set(read)) and not {*read} & {*left}


def test_a_folder_may_be_called_like_a_zip_file(tmp_path: Path) -> None:
    folder = tmp_path / "2024.zip"
    folder.mkdir()
    archive = zipped(folder / "a.ZIP", "b.zip/c.tif")
    (uri,) = members(archive, [])
    assert file_of(uri) == archive and file_of(f"/vsizip/{tmp_path}/gone.zip/b.zip/c.tif") == tmp_path / "gone.zip"


def test_a_file_without_a_name_is_passed_over(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("?", b"x")
        archive.writestr("2024-05-01.tif", b"x")
    content = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(content.replace(b"?", b"\0"))  # zipfile ends a name at the first NUL
    assert members(tmp_path / "a.zip", []) == [f"/vsizip/{tmp_path / 'a.zip'}/2024-05-01.tif"]
