"""The export of frames by the dialog: the map of each step with its date, all of them or none."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

NAMES = ["0001_2016-10-14_sentinel-2.png", "0002_2017-06-06_sentinel-2.png", "0003_2017-07-21_sentinel-2.png"]


@pytest.fixture
def stocked(bench: Any, romania: Path, window: Any) -> Any:
    """A workbench with sixteen scenes, the fourth on screen; the map shows their place."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    bench.scenes.add(catalogue(romania, read_raster).all_scenes)
    bench.imagery.show(bench.scenes.timeline.scenes[3])
    window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3035"))
    window.canvas.setLayers([bench.sites.layer(), *bench.project.mapLayersByName("2016-10-14 UTC sentinel-2 acquired")])
    window.canvas.setExtent(QgsRectangle(5_271_900, 2_531_900, 5_273_000, 2_533_300))
    return bench


@pytest.fixture
def dialog(stocked: Any, messages: Any, window: Any, tmp_path: Path, qgis_app: Any) -> Any:
    """The dialog on three steps, for an empty folder."""
    from yalu_plugin.gui.imagery.frames_dialog import FramesDialog

    dialog = FramesDialog(stocked, messages, window.canvas, window)
    dialog.open()
    child(dialog, "yalu_frames_first").set_day(date(2016, 10, 14))
    child(dialog, "yalu_frames_last").set_day(date(2017, 7, 21))
    child(dialog, "yalu_frames_width").setValue(600)
    (tmp_path / "frames").mkdir()
    child(dialog, "yalu_frames_folder").setFilePath(str(tmp_path / "frames"))
    return dialog


def child(dialog: Any, name: str) -> Any:
    from qgis.PyQt.QtWidgets import QWidget

    return dialog.findChild(QWidget, name)


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def error_texts(dialog: Any) -> list[str]:
    from qgis.gui import QgsMessageBar

    return [item.text() for item in dialog.findChild(QgsMessageBar).items()]


def test_a_picture_of_each_step(dialog: Any, qt: Any, wait_for: Any, bar_texts: Any, tmp_path: Path) -> None:
    from qgis.PyQt.QtGui import QImage

    folder = tmp_path / "frames"
    assert child(dialog, "yalu_frames_count").text() == "3 pictures"
    qt.click(child(dialog, "yalu_frames_export"))
    wait_for(lambda: bar_texts())
    assert bar_texts() == [f"3 pictures written to {folder}"] and written(folder) == NAMES
    images = [QImage(str(folder / name)) for name in NAMES]
    assert {image.width() for image in images} == {600} and images[0] != images[1]
    middle = [image.pixelColor(300, image.height() // 2).getRgb() for image in images]
    assert len(set(middle)) == 3  # each of its own scene


def test_what_is_burnt_in(stocked: Any) -> None:
    from dataclasses import replace

    from qgis.PyQt.QtGui import QColor, QImage

    from yalu_plugin.gui.imagery.frames_dialog import caption
    from yalu_plugin.layers.imagery.frame_export import burn

    scene = replace(stocked.scenes.timeline.scenes[3], attribution="ESA", licence="CC-BY", synthetic=True)
    assert caption((scene, scene)) == ("2016-10-14 UTC · sentinel-2 · acquired (date from STAC) · SYNTHETIC\n"
                                       "sites as of 2016-10-14 UTC\nESA · CC-BY")
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    burn(image, caption((scene,)))
    dark = [(x, y) for x in range(400) for y in range(300) if image.pixelColor(x, y).lightness() < 60]
    assert dark and min(y for _, y in dark) > 200 and max(x for x, _ in dark) < 390


def test_nothing_is_written_over(dialog: Any, qt: Any, tmp_path: Path) -> None:
    there = tmp_path / "frames" / NAMES[1]
    there.write_text("mine")
    qt.click(child(dialog, "yalu_frames_export"))
    assert "exists already" in error_texts(dialog)[0] and written(tmp_path / "frames") == [NAMES[1]]
    assert there.read_text() == "mine" and child(dialog, "yalu_frames_export").isEnabled()


def test_cancelled_it_leaves_nothing(dialog: Any, qt: Any, wait_for: Any, bar_texts: Any, tmp_path: Path) -> None:
    qt.click(child(dialog, "yalu_frames_export"))
    wait_for(lambda: written(tmp_path / "frames"))
    dialog.reject()
    assert written(tmp_path / "frames") == [] and bar_texts() == ["Stopped: no picture was saved."]


def test_a_missing_scene_is_left_out_and_reported(dialog: Any, qt: Any, wait_for: Any, bar_texts: Any, romania: Path,
                                                    tmp_path: Path) -> None:
    (romania / "S2_L2A_romania_20170721.tif").unlink()
    qt.click(child(dialog, "yalu_frames_export"))
    wait_for(bar_texts)
    folder = tmp_path / "frames"
    assert bar_texts() == [f"2 pictures written to {folder}; images that cannot be opened, left out: 1"]
    assert written(tmp_path / "frames") == NAMES[:2]


def test_where_none_can_be_opened_nothing_is_written(dialog: Any, qt: Any, wait_for: Any, romania: Path,
                                                      tmp_path: Path) -> None:
    for path in romania.glob("*.tif"):
        path.unlink()
    qt.click(child(dialog, "yalu_frames_export"))
    wait_for(lambda: error_texts(dialog))
    assert "is gone" in error_texts(dialog)[0] and written(tmp_path / "frames") == []


def test_a_folder_that_does_not_exist_is_reported(dialog: Any, qt: Any, tmp_path: Path) -> None:
    child(dialog, "yalu_frames_folder").setFilePath(str(tmp_path / "nowhere"))
    qt.click(child(dialog, "yalu_frames_export"))
    assert error_texts(dialog)[0].startswith("There is no folder")


def test_without_a_folder_return_says_so_until_one_is_typed(dialog: Any, qt: Any, wait_for: Any, bar_texts: Any,
                                                            tmp_path: Path) -> None:
    line = child(dialog, "yalu_frames_folder").lineEdit()
    line.setFocus()
    line.clear()
    qt.key(line, qt.Qt.Key.Key_Return)
    assert error_texts(dialog) == ["No folder is chosen."]
    qt.QTest.keyClicks(line, str(tmp_path / "frames"))
    wait_for(lambda: not error_texts(dialog))
    qt.key(line, qt.Qt.Key.Key_Return)
    wait_for(lambda: bar_texts())
    assert written(tmp_path / "frames") == NAMES


def test_a_selection_is_not_in_the_pictures(dialog: Any) -> None:
    from qgis.core import Qgis

    assert dialog._canvas.mapSettings().testFlag(Qgis.MapSettingsFlag.DrawSelection)
    assert not dialog._map_settings().testFlag(Qgis.MapSettingsFlag.DrawSelection)


def test_what_a_picture_does_not_show_is_written_on_it(dialog: Any, qt: Any, wait_for: Any, bar_texts: Any,
                                                       stocked: Any,
                                                       romania: Path, tmp_path: Path, monkeypatch: Any) -> None:
    """One of two images of a day is damaged: the other is drawn, and the missing one is reported."""
    from dataclasses import replace

    from yalu_plugin.layers.imagery import frame_export

    burnt: list[str] = []
    monkeypatch.setattr(frame_export, "burn", lambda image, text: burnt.append(text))
    whole = stocked.scenes.timeline.scenes[3]
    damaged = replace(whole, id="damaged", uri=str(romania / "damaged.tif"), attribution="of the damaged one")
    (romania / "damaged.tif").write_bytes(b"no raster")
    dialog._timeline = stocked.scenes.timeline.changed(stocked.scenes.timeline.scenes, [damaged, whole])
    assert len(dialog._timeline.steps) == 1
    qt.click(child(dialog, "yalu_frames_export"))
    wait_for(bar_texts)
    line, _, lacking = burnt[0].partition("\nCould not be shown: ")
    assert line.startswith("2016-10-14 UTC") and lacking == "damaged.tif" and "of the damaged one" not in line
    assert bar_texts() == [f"1 pictures written to {tmp_path / 'frames'}; images that cannot be opened, left out: 1"]
