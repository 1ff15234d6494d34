from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

NAMES = ("S2_L2A_romania_20161014.tif", "S2_L2A_romania_20170606.tif")


@pytest.fixture
def put(qgis_app, data: Path, tmp_path: Path):
    """Return a function that copies a scene, or its first bytes, into the watched folder."""
    folder = tmp_path / "watched"
    folder.mkdir()

    def copied(name: str, length: int | None = None) -> Path:
        (folder / name).write_bytes((data / "s2_romania" / name).read_bytes()[:length])
        return folder / name
    return copied


@pytest.fixture
def watched(put, tmp_path: Path):
    from yalu_plugin.layers.imagery.watched_folders import WatchedFolders

    return WatchedFolders([tmp_path / "watched"])


def poll(watched, *known: str) -> list[str]:
    return [Path(scene.uri).name for scene in watched.poll(known, lambda: False).all_scenes]


def test_an_image_is_read_once_it_is_complete(put, watched) -> None:
    first = put(NAMES[0])
    assert poll(watched) == [] and poll(watched) == [NAMES[0]]
    put(NAMES[1], 3_000)
    assert poll(watched, str(first)) == []
    put(NAMES[1])
    assert poll(watched, str(first)) == []  # it has grown since the last poll
    assert poll(watched, str(first)) == [NAMES[1]]


def test_a_damaged_image_is_reported_once_and_read_again_when_changed(put, watched) -> None:
    path = put(NAMES[0], 3_000)
    problems = [watched.poll((), lambda: False).problems for _ in range(4)]
    assert [len(one) for one in problems] == [0, 1, 0, 0]
    put(NAMES[0])
    os.utime(path, (1, 1))
    assert poll(watched) == [] and poll(watched) == [NAMES[0]]


def test_a_vanished_folder_is_polled_again_when_back(put, watched, tmp_path) -> None:
    put(NAMES[0])
    watched.folders.append(tmp_path / "never")
    poll(watched)
    shutil.move(tmp_path / "watched", tmp_path / "away")
    assert poll(watched) == [] and watched.unreachable == {tmp_path / "watched", tmp_path / "never"}
    shutil.move(tmp_path / "away", tmp_path / "watched")
    assert poll(watched) == [NAMES[0]] and watched.unreachable == {tmp_path / "never"}


def test_unusable_overlays_and_pictures_are_reported_once(put, watched, tmp_path: Path) -> None:
    from tests.layers.imagery.kinds import save

    folder = tmp_path / "watched"
    save(folder / "a.jpg", "JPEG")
    box = "<LatLonBox><north>42</north><south>41</south><east>128</east><west>127</west></LatLonBox>"
    overlay = "<GroundOverlay><Icon><href>{}</href></Icon>{}</GroundOverlay>"
    (folder / "doc.kml").write_text(f"<kml>{overlay.format('a.jpg', box)}{overlay.format('gone.jpg', box)}</kml>")
    save(folder / "b.png", "PNG")
    polls = [watched.poll((), lambda: False) for _ in range(3)]
    assert [[Path(scene.uri).name for scene in one.all_scenes] for one in polls] == [
        [], ["doc.kml#part=1&name=a.jpg"], []]
    assert [[one.reason.rsplit(". ", 1)[0].rpartition("/")[2] for one in poll.problems] for poll in polls] == [
        [], ["gone.jpg is gone", "b.png has no position"], []]


def test_an_image_waits_for_its_stac_item_and_is_read_again_when_that_is_fixed(put, watched, data: Path) -> None:
    """A broken item is reported once, with its image; one that is still being written is not reported."""
    path = put(NAMES[0])
    sidecar, whole = path.with_suffix(".json"), (data / "s2_romania" / NAMES[0]).with_suffix(".json").read_text()
    assert poll(watched) == []
    sidecar.write_text(whole[:200])
    assert poll(watched) == []
    found = [watched.poll((), lambda: False) for _ in range(2)]
    assert [len(one.all_scenes) for one in found] == [0, 0] and [len(one.problems) for one in found] == [1, 0]
    assert f"Left out with it: {NAMES[0]}." in found[0].problems[0].reason
    sidecar.write_text(whole)
    assert poll(watched) == []
    scene, = watched.poll((), lambda: False).scenes
    assert (scene.date_source, str(scene.day)) == ("stac", "2016-10-14")
