"""A read-only survey: actions that would change it are disabled and show the reason."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

CHANGING = {"import_sites", "sites_from_text", "adopt_changes", "add_crossing", "observe_present", "observe_absent",
            "observe_washed_out", "observe_under_construction", "observe_not_observable", "add_folder", "add_list",
            "search_stac", "add_wayback", "add_wmts", "add_xyz", "patrol", "draw_area", "begin_count", "recount",
            "count_objects", "measure_object", "finish_count"}


@pytest.fixture
def panels(empty_bench: Any, messages: Any, actions: Any, window: Any) -> Any:
    """The actions of the Crossings, the Imagery and the Counting panel, by name."""
    from yalu_plugin.gui.counting.counting_dock import CountingDock
    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock
    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock

    given = empty_bench, messages, actions, window.canvas, window
    actions.docks = [kind(*given) for kind in (CrossingsDock, ImageryDock, CountingDock)]
    yield actions.by_name
    actions.docks[2].release()


@pytest.fixture(params=["older", "read-only"])
def read_only(request: Any, empty_bench: Any, data: Path, tmp_path: Path) -> tuple[Path, str]:
    """A read-only survey and its reason."""
    from yalu_plugin.layers.survey.create import create_survey

    path = tmp_path / "<b>한글 & survey.gpkg"
    if request.param == "older":
        path.write_bytes(gzip.decompress((data / "surveys" / "version1.gpkg.gz").read_bytes()))
        return path, "was made by an older plugin (survey version 1): nothing can be written to it."
    create_survey(path, "Read only", published=True)
    path.chmod(0o444)
    return path, "is read-only: nothing was written. Save a copy where you may write"


def test_actions_that_change_it_are_disabled(panels: Any, empty_bench: Any, read_only: tuple[Path, str]) -> None:
    path, reason = read_only
    own = {name: panels[name].toolTip() for name in CHANGING}
    empty_bench.open_survey(path, reading=True)
    assert {name for name in CHANGING if panels[name].isEnabled()} == set()
    tooltips = [panels[name].toolTip() for name in CHANGING]
    assert all(reason in tooltip and "<b>" not in tooltip for tooltip in tooltips)
    assert panels["evidence"].isEnabled() and panels["open_survey"].isEnabled()
    empty_bench.new_survey(path.with_name("other.gpkg"), "Other", published=False)
    assert {name for name in CHANGING if not panels[name].isEnabled()} == {"finish_count"}  # which needs a count
    assert {name: panels[name].toolTip() for name in CHANGING} == own


def test_no_key_and_no_watched_folder_tries_to_change_it(
    panels: Any, actions: Any, empty_bench: Any, read_only: tuple[Path, str], bar_texts: Any, qt: Any, romania: Path
) -> None:
    from yalu_plugin.gui.imagery.watch_button import WatchButton

    empty_bench.open_survey(read_only[0], reading=True)
    before = bar_texts()
    qt.key(actions.docks[0].sites, qt.Qt.Key.Key_P)
    (watch,) = actions.docks[1].findChildren(WatchButton)
    watch._store_folders([romania])
    watch.poll()
    assert bar_texts() == before and watch._task is None
    watch._fill_menu()
    assert not watch.menu().actions()[0].isEnabled()
