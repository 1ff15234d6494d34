"""A map may be saved under any name; one that no file can have is reported before pages are built."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

NAMES = ("100%25 done#1", "pipe|layername=x", "a?b", "q'uo\"te", "{path}", "-x", "~", "혜산", "x" * 251, " lead")


@pytest.fixture
def layout(qgis_app: Any) -> Any:
    from qgis.core import QgsPrintLayout, QgsProject

    project = QgsProject()
    new = QgsPrintLayout(project)
    new.initializeDefaults()
    return project, new


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_taken_as_it_is(layout: Any, tmp_path: Path, name: str) -> None:
    from yalu_plugin.layers.layouts.export import export

    export(layout[1], tmp_path / f"{name}.png")
    assert [file.name for file in tmp_path.iterdir()] == [f"{name}.png"]


def test_a_name_that_no_file_can_have(qgis_app: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.layouts.export import CannotExport, check_target

    with pytest.raises(CannotExport):
        check_target(tmp_path / ("x" * 300 + ".pdf"))


def test_the_name_of_a_frame_has_room_for_a_long_platform() -> None:
    from yalu_plugin.layers.imagery.frame_export import frame_path

    name = frame_path(Path("/a"), 4, "2016-10-14", "혜" * 300).name
    assert len(name.encode()) < 255 and name.startswith("0004_2016-10-14_혜") and name.endswith(".png")
