"""Surveys in separate folders: of the published facts, and of one site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SITE = {"id": "a", "name": "A", "kind": "barge_dock", "geom": "POINT (127.5 41.5)"}


@pytest.fixture
def survey(new_survey: Callable[..., Any], tmp_path: Path) -> Any:
    """A new survey with the published sites."""
    return new_survey(tmp_path / "survey.gpkg", "Test", published=True)


@pytest.fixture
def one_site(new_survey: Any, tmp_path: Path) -> Any:
    """A new survey with only SITE."""
    created = new_survey(tmp_path / "survey.gpkg", "Test")
    created.change("add", added={"sites": [SITE]})
    return created
