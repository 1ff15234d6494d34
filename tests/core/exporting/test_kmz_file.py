"""KMZ: the document and every picture it refers to, all or nothing."""

from __future__ import annotations

import re
import zipfile

import pytest

from tests.core.exporting.kml_examples import RIVER, Texts, seen, site
from tests.core.exporting.test_site_export import export_of
from yalu_plugin.core.exporting.kmz_file import write_kmz_file


def export():
    return export_of({"sites": [site(1), site(2, kind="barge_dock")],
                      "observations": [seen(1, "2024-01-05", "absent")]})


def write(path, progress=lambda _share: None):
    write_kmz_file(path, export(), Texts(), [RIVER], lambda kind, state: f"{kind} {state}".encode(),
                   {"chips/0.png": b"chip"}, progress)


def test_every_picture_of_the_document_is_in_the_file(tmp_path):
    write(tmp_path / "a.kmz")
    with zipfile.ZipFile(tmp_path / "a.kmz") as archive:
        assert archive.testzip() is None
        kml = archive.read("doc.kml").decode()
        assert archive.namelist()[0] == "doc.kml"
        icons = {name: archive.read(name) for name in archive.namelist() if name.startswith("icons/")}
        assert archive.read("chips/0.png") == b"chip"
        assert {one.date_time[0] for one in archive.infolist()} == {1980}
    assert set(icons.values()) == {b"vehicle_ford absent", b"vehicle_ford unknown", b"barge_dock unknown"}
    assert set(re.findall("<href>(.*?)</href>", kml)) == set(icons)


def test_a_cancelled_export_leaves_the_earlier_file(tmp_path):
    path = tmp_path / "a.kmz"
    path.write_bytes(b"earlier")

    def cancel(_share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(path, cancel)
    assert path.read_bytes() == b"earlier" and list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_missing_is_an_os_error(tmp_path):
    with pytest.raises(OSError, match="missing"):
        write(tmp_path / "missing" / "a.kmz")
