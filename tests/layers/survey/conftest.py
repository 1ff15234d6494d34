"""A survey of the published facts in a folder of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def survey(qgis_app: Any, tmp_path: Path) -> Any:
    """A new survey with the published sites."""
    from yalu_plugin.layers.survey.create import create_survey

    return create_survey(tmp_path / "survey.gpkg", "Test", published=True)
