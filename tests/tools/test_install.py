"""The plugin is copied into the profile of each QGIS that there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.install import install, profiles


@pytest.mark.parametrize(
    ("there", "expected"),
    [((), ("QGIS3",)), (("QGIS3",), ("QGIS3",)), (("QGIS4",), ("QGIS4",)), (("QGIS3", "QGIS4"), ("QGIS3", "QGIS4"))],
)
def test_profiles(tmp_path: Path, there: tuple[str, ...], expected: tuple[str, ...]) -> None:
    for name in there:
        (tmp_path / "QGIS" / name / "profiles" / "default").mkdir(parents=True)
    assert profiles(tmp_path) == [tmp_path / "QGIS" / name / "profiles" / "default" for name in expected]


@pytest.mark.parametrize("before", ("nothing", "folder", "link"))
def test_the_copy_before_is_replaced(tmp_path: Path, before: str) -> None:
    plugin, elsewhere = tmp_path / "built" / "yalu_plugin", tmp_path / "elsewhere"
    plugin.mkdir(parents=True)
    (plugin / "metadata.txt").write_text("version=2")
    target = tmp_path / "profile" / "python" / "plugins" / "yalu_plugin"
    if before != "nothing":
        folder = target if before == "folder" else elsewhere
        folder.mkdir(parents=True)
        (folder / "old.py").write_text("")
    if before == "link":
        target.parent.mkdir(parents=True)
        target.symlink_to(elsewhere)
    assert install(plugin, tmp_path / "profile") == target
    assert sorted(path.name for path in target.iterdir()) == ["metadata.txt"] and not target.is_symlink()
    assert (elsewhere / "old.py").exists() is (before == "link")
