"""Surveys in a folder of their own: of the published facts, and of one site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

SITE = {"id": "a", "name": "A", "kind": "barge_dock", "geom": "POINT (127.5 41.5)"}


@pytest.fixture
def survey(qgis_app: Any, tmp_path: Path) -> Any:
    """A new survey with the published sites."""
    from yalu_plugin.layers.survey.create import create_survey

    return create_survey(tmp_path / "survey.gpkg", "Test", published=True)


@pytest.fixture
def one_site(qgis_app: Any, tmp_path: Path) -> Any:
    """A new survey with SITE alone."""
    from yalu_plugin.layers.survey.create import create_survey

    made = create_survey(tmp_path / "survey.gpkg", "Test")
    made.change("add", added={"sites": [SITE]})
    return made
