"""After more entries than are applied one by one, the survey is reloaded once in the background."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest


def sites(count: int, mark: str) -> dict[str, list[dict[str, Any]]]:
    return {"sites": [{"id": f"{mark} {number}", "kind": "barge_dock", "geom": "POINT (127.5 41.5)"}
                      for number in range(count)]}


def test_reloading_is_not_started_again_while_it_runs(bench: Any, monkeypatch: pytest.MonkeyPatch,
                                                wait_for: Callable[..., None]) -> None:
    from yalu_plugin.layers.survey import record_changes
    from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey

    session, read, started, go_on = bench.session, GeoPackageSurvey.read, [], threading.Event()
    before = len(session.facts.rows("sites"))

    def slowly(survey: Any, feedback: Any) -> Any:
        started.append(1)
        go_on.wait(30)
        return read(survey, feedback)

    monkeypatch.setattr(record_changes, "MANY", 3)
    monkeypatch.setattr(GeoPackageSurvey, "is_small", False)
    monkeypatch.setattr(GeoPackageSurvey, "read", slowly)
    session.survey.change("import", added=sites(10, "imported"))
    for _ in range(3):
        session.refresh(wait=False)
    wait_for(lambda: started)
    session.change("add", added=sites(1, "clicked"))  # which is taken in once all has been read
    session.refresh(wait=False)
    assert len(session.facts.rows("sites")) == before
    go_on.set()
    wait_for(lambda: len(session.facts.rows("sites")) == before + 11)
    assert started == [1]


def test_an_own_change_of_many_rows_is_read_too(bench: Any, monkeypatch: pytest.MonkeyPatch,
                                                  wait_for: Callable[..., None]) -> None:
    """Applied one by one, 10,000 sites blocked the window for ten seconds."""
    from yalu_plugin.core.survey.facts import Facts
    from yalu_plugin.layers.survey import record_changes
    from yalu_plugin.workbench import session as of_session

    session, applied, apply = bench.session, [], Facts.apply
    monkeypatch.setattr(Facts, "apply", lambda facts, delta: (applied.append(len(delta.entries)), apply(facts, delta)))
    for module in (record_changes, of_session):
        monkeypatch.setattr(module, "MANY", 3)
    before = len(session.facts.rows("sites"))
    session.change("add", added=sites(3, "few"))
    assert (applied, len(session.facts.rows("sites"))) == ([3], before + 3)
    session.change("add", added=sites(4, "many"))
    wait_for(lambda: len(session.facts.rows("sites")) == before + 7)
    assert applied == [3]
