"""Fixtures: the river line, and the assessment of a list that a test writes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

RIVER = Path(__file__).resolve().parents[3] / "resources" / "data" / "yalu_river.geojson"


@pytest.fixture(scope="session")
def river() -> list[list[tuple[float, float]]]:
    """The bundled river line."""
    geometry = json.loads(RIVER.read_text(encoding="utf-8"))["features"][0]["geometry"]
    return [[(lon, lat) for lon, lat in geometry["coordinates"]]]


@pytest.fixture
def assess(tmp_path: Path) -> Callable[..., Any]:
    """A function that assesses the text of a CSV; `columns` replace guessed ones; today is 2026-11-29."""
    from dataclasses import replace

    from yalu_plugin.core.importing.assess_rows import assess_rows
    from yalu_plugin.core.importing.column_guessing import guess_columns
    from yalu_plugin.core.importing.source_reader import read_source

    def assess(text: str, *, name: str = "list.csv", columns: dict[str, str | None] | None = None, **given: Any) -> Any:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        source = read_source(path)
        column_map = replace(guess_columns(source), **(columns or {}))
        return assess_rows(source, column_map, today=dt.date(2026, 11, 29), **given)
    return assess
