"""Every image in a ZIP file is read, or reported with the reason, whatever its name is."""

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
        warnings.simplefilter("ignore")  # Python warns of duplicate names
        for number, name in enumerate(names):
            archive.writestr(name, str(number))
    return path


def read_and_skipped(archive: Path) -> tuple[list[str], dict[str, str]]:
    """Return the names of the members that are read, and the reasons for others."""
    problems: list = []
    read = [uri.removeprefix(f"/vsizip/{archive}/") for uri in members(archive, problems)]
    return read, {one.values["path"].removeprefix(f"{archive}/"): str(one) for one in problems}


@pytest.mark.parametrize(("name", "detail"), [
    ("../up_2025-02-22.tif", OUT), ("/abs.tif", OUT), ("a/../../b.tif", OUT), ("a/../b.tif", OUT), ("//srv/a.tif", OUT),
    ("..\\a.tif", OUT), ("\\a.tif", OUT), ("a//b.tif", PLAIN), ("a/./b.tif", PLAIN)])
def test_an_image_whose_name_leads_elsewhere_is_reported(tmp_path: Path, name: str, detail: str) -> None:
    read, skipped = read_and_skipped(zipped(tmp_path / "a.zip", name, "good.tif"))
    assert read == ["good.tif"]
    ((path, reason),) = skipped.items()
    assert path == name.replace("\\", "/") and detail in reason


@pytest.mark.parametrize(("name", "found"), [
    ("C:\\x.tif", "C:/x.tif"), ("sub\\x.tif", "sub/x.tif"), ("./x.tif", "x.tif"), ("b.zip/x.tif", "b.zip/x.tif"),
    ("{a}?.tif", "{a}?.tif"), ("압록.tif", "압록.tif")])
def test_other_names_are_read_with_the_name_of_gdal(tmp_path: Path, name: str, found: str) -> None:
    assert read_and_skipped(zipped(tmp_path / "a.zip", name)) == ([found], {})


def test_of_several_files_with_one_name_none_is_read(tmp_path: Path) -> None:
    read, skipped = read_and_skipped(zipped(
        tmp_path / "a.zip", "a.tif", "a.tif", "b\\c.tif", "b/c.tif", "d.jpg", "d.jgw", "d.jgw", "e.tif",
        "e.tif.aux.xml", "e.tif.aux.xml", "f.tif", "a.jgw", "readme.txt", "readme.txt"))
    assert read == ["a.jgw", "f.tif"]
    assert sorted(skipped) == ["a.tif", "b/c.tif", "d.jpg", "e.tif"]
    assert all(SEVERAL in detail for detail in skipped.values())


def test_other_compression_or_encryption(tmp_path: Path) -> None:
    for method in (ZIP_BZIP2, ZIP_LZMA):
        _, skipped = read_and_skipped(zipped(tmp_path / "a.zip", "a.tif", "a.txt", method=method))
        assert list(skipped) == ["a.tif"] and "its compression method is not supported" in skipped["a.tif"]
    locked = zipped(tmp_path / "b.zip", "a.tif")
    content = bytearray(locked.read_bytes())
    content[content.index(b"PK\1\2") + 8] |= 1  # the flag of a password, in the directory of the ZIP
    locked.write_bytes(content)
    assert "it has a password" in read_and_skipped(locked)[1]["a.tif"]


@pytest.mark.parametrize("end", [" ", ".", "  ", "\u3000", "\t", " ."])
def test_an_image_whose_name_ends_in_a_blank_is_reported(tmp_path: Path, end: str) -> None:
    read, skipped = read_and_skipped(zipped(
        tmp_path / "a.zip", f"trail 2025-07-13.tif{end}", "good.tif", f"readme.txt{end}", f"a.json{end}"))
    assert read == ["good.tif"]
    assert sorted(skipped) == [f"a.json{end}", f"trail 2025-07-13.tif{end}"]
    assert all("its name ends in a blank or dot" in detail for detail in skipped.values())


@given(st.lists(st.text(st.sampled_from("ab./\\:"), max_size=6).map(lambda name: f"{name}.tif"), max_size=8))
def test_no_image_is_skipped_silently(tmp_path_factory, names: list[str]) -> None:
    archive = zipped(tmp_path_factory.mktemp("zip") / "a.zip", *names)
    read, skipped = read_and_skipped(archive)
    seen = {*read, *skipped}
    for name in (name.replace("\\", "/").removeprefix("./") for name in names):
        hidden = any(part.startswith(".") and part not in (".", "..") for part in name.split("/"))
        assert hidden or not may_be_image(name) or name in seen
    assert len(read) == len(set(read)) and not {*read} & {*skipped}


def test_a_folder_may_be_named_like_a_zip_file(tmp_path: Path) -> None:
    folder = tmp_path / "2024.zip"
    folder.mkdir()
    archive = zipped(folder / "a.ZIP", "b.zip/c.tif")
    (uri,) = members(archive, [])
    assert file_of(uri) == archive and file_of(f"/vsizip/{tmp_path}/gone.zip/b.zip/c.tif") == tmp_path / "gone.zip"


def test_a_file_without_a_name_is_skipped(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("?", b"x")
        archive.writestr("2024-05-01.tif", b"x")
    content = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(content.replace(b"?", b"\0"))  # zipfile ends a name at the first NUL
    assert members(tmp_path / "a.zip", []) == [f"/vsizip/{tmp_path / 'a.zip'}/2024-05-01.tif"]
