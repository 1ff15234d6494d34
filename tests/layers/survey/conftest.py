"""A survey of the published facts in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def survey(new_survey: Callable[..., Any], tmp_path: Path) -> Any:
    """A new survey with the published sites."""
    return new_survey(tmp_path / "survey.gpkg", "Test", published=True)
