"""Settings are stored in the plugin's node of QGIS' settings; those of earlier versions are moved there once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis")
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def stored(qgis_app: Any) -> Iterator[Any]:
    from qgis.core import QgsSettings

    from yalu_plugin import settings

    entries = (settings.PATROL_TURNED, settings.SAME_DAY, settings.SKIP_EMPTY, settings.PATROL_SCALE, settings.LOGO)
    for entry in entries:
        entry.remove()
    yield QgsSettings()
    for entry in entries:
        entry.remove()
    settings.PictureSetting("https://a.example/c").setValue("")
    QgsSettings().remove("yalu_plugin")


def test_old_settings_are_moved_with_their_types(stored: Any) -> None:
    from yalu_plugin import settings

    for key, value in {"patrol_turned": "no", "same_day": "singly", "skip_empty": "yes", "patrol_scale": "25000",
                       "logo": "/a b/한.svg", "pictures/https%3A%2F%2Fa.example%2Fc": "thumbnail",
                       "of_another_version": "x"}.items():
        stored.setValue(f"yalu_plugin/{key}", value)
    settings.move_old_settings()
    assert (settings.PATROL_TURNED.value(), settings.SAME_DAY.value(), settings.SKIP_EMPTY.value()) == (
        False, False, True)
    assert (settings.PATROL_SCALE.value(), settings.LOGO.value()) == (25_000, "/a b/한.svg")
    assert settings.PictureSetting("https://a.example/c").value() == "thumbnail"
    assert stored.value("plugins/yalu_plugin/patrol_scale", type=int) == 25_000
    assert not [key for key in stored.allKeys() if key.startswith("yalu_plugin/")]


def test_existing_settings_stay(stored: Any) -> None:
    from yalu_plugin import settings

    settings.LOGO.setValue("new.svg")
    stored.setValue("yalu_plugin/logo", "old.svg")
    settings.move_old_settings()
    assert settings.LOGO.value() == "new.svg"


@pytest.mark.parametrize(("text", "number"), [("abc", 0), ("", 0), ("12", 12)])
def test_a_text_that_is_no_number_is_read_as_zero(stored: Any, text: str, number: int) -> None:
    from yalu_plugin import settings

    stored.setValue("plugins/yalu_plugin/patrol_scale", text)
    assert settings.PATROL_SCALE.value() == number


def test_a_number_below_its_minimum_is_not_stored(stored: Any) -> None:
    from yalu_plugin import settings

    assert not settings.PATROL_SCALE.setValue(-1)
    assert settings.PATROL_SCALE.value() == 0


def test_reloading_the_plugin_keeps_the_entries_that_others_hold() -> None:
    """QGIS refuses a setting that is registered twice; what still refers to the first entry reads the same value."""
    program = ("import importlib; from yalu_plugin import settings; before = settings.PATROL_LENGTH_M; "
               "importlib.reload(settings); settings.PATROL_LENGTH_M.setValue(1234); "
               "print(before.value(), settings.PATROL_LENGTH_M.defaultValue()); before.remove()")
    found = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["1234", "3000"]


def test_an_entry_of_another_version_is_replaced() -> None:
    program = ("from qgis.core import QgsSettingsEntryString, QgsSettingsTree\n"
               "node = QgsSettingsTree.createPluginTreeNode('yalu_plugin')\n"
               "QgsSettingsEntryString('same_day', node, 'together', '')\n"
               "from yalu_plugin import settings\n"
               "print(settings.SAME_DAY.defaultValue(), settings.SAME_DAY.value())")
    found = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["True", "True"]


def test_a_new_setting_is_one_line(stored: Any) -> None:
    """What declares a setting also names, types, stores and moves it; no other file knows its key."""
    from yalu_plugin import settings

    entry = settings._flag("of_a_test", False, "Shows that a line is enough")
    try:
        stored.setValue("yalu_plugin/of_a_test", "yes")
        settings.move_old_settings()
        assert entry.value() is True and stored.value("plugins/yalu_plugin/of_a_test", type=bool) is True
    finally:
        entry.remove()
        settings._NODE.unregisterChildSetting(entry)


def test_the_keys_of_settings_are_in_one_file() -> None:
    from yalu_plugin import settings

    keys = [key for key in settings._NODE.childrenSettings() if key]
    others = [path for path in (ROOT / "yalu_plugin").rglob("*.py") if path.name != "settings.py"]
    assert len(keys) > 30
    assert not [path.name for path in others if "plugins/yalu_plugin" in path.read_text("utf-8")]
