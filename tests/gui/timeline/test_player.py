"""Playing scenes."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from yalu_plugin.core.imagery.scene import Scene


@pytest.fixture
def imagery(empty_bench: Any, monkeypatch: Any) -> Any:
    """Four scenes; showing them is replaced, as it would need files."""
    found = empty_bench.imagery
    monkeypatch.setattr(found.scene_layers, "show", lambda *scenes: None)
    monkeypatch.setattr(found.scene_layers, "is_available", lambda scene: True)
    moments = [datetime(2020, 1, 1, tzinfo=timezone.utc) + timedelta(days=number) for number in range(4)]
    found.scenes.set_scenes([Scene(f"{number}", f"/{number}.tif", moment, moment, "acquired", "stac")
                for number, moment in enumerate(moments)])
    return found


@pytest.fixture
def player(empty_bench: Any, messages: Any, window: Any, imagery: Any) -> Any:
    """A player whose interval is controlled by the test."""
    from yalu_plugin.gui.timeline.player import Player

    return Player(empty_bench, messages, window)


def seen(player: Any, imagery: Any, seconds: int) -> list[str]:
    """Return the id of the scene on screen after each of `seconds` intervals."""
    found = []
    for _ in range(seconds):
        if player.playing:
            player._timer.timeout.emit()
        found.append(imagery.scene.id)
    return found


def test_it_plays_to_the_end_and_then_from_the_start(player: Any, imagery: Any) -> None:
    states = []
    player.changed.connect(lambda: states.append(player.playing))
    imagery.show(imagery.scenes.timeline.scenes[1])
    player.play(True)
    assert seen(player, imagery, 3) == ["3", "3", "3"] and states == [True, False]
    player.play(True)
    assert imagery.scene.id == "0" and player.playing
    player.play(False)
    assert states == [True, False, True, False]


def test_a_step_of_the_user_stops_it(player: Any, imagery: Any) -> None:
    player.play(True)
    assert imagery.scene.id == "0" and player.playing
    imagery.show(imagery.scenes.timeline.scenes[3])
    assert not player.playing
    player.play(True)
    imagery.show_day(date(1999, 1, 1))
    assert not player.playing


def test_the_interval_is_a_setting(player: Any) -> None:
    from yalu_plugin.gui.timeline import player as module

    module.PLAY_SECONDS.setValue(7)
    player.play(True)
    assert player._timer.interval() == 7000
    player.stop()
    module.PLAY_SECONDS.remove()


def test_it_waits_for_a_pending_scene(player: Any, imagery: Any) -> None:
    from yalu_plugin.workbench.scene_loading import Phase, SceneLoading

    player.play(True)
    imagery._enter(SceneLoading(Phase.OPENING, imagery.scenes.timeline.scenes[1]))
    assert seen(player, imagery, 2) == ["0", "0"] and player.playing
    imagery._enter(SceneLoading())
    assert seen(player, imagery, 1) == ["1"]


def test_another_survey_and_a_missing_scene_stop_it(player: Any, imagery: Any, empty_bench: Any, bar_texts: Any,
                                                         monkeypatch: Any) -> None:
    from yalu_plugin.layers.imagery.raster import RasterMissing

    player.play(True)
    empty_bench.session.survey_changed.emit()
    assert not player.playing

    def gone(*scenes: Any) -> None:
        raise RasterMissing(path="/x/gone.tif")

    monkeypatch.setattr(imagery.scene_layers, "show", gone)
    player.play(True)
    assert not player.playing and "gone.tif is gone" in bar_texts()[0]
