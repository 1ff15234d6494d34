"""Fixtures for all tests. Nothing here imports QGIS until a test requests it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# a busy machine generates examples slowly, which is no failure
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

# keeps the application alive: pytest releases session fixtures in any order, and no project may outlive it
_APPLICATIONS: list[Any] = []


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the test data: QGIS writes files next to the images it draws, which another run could read."""
    side_files = shutil.ignore_patterns("*.aux.xml")
    return Path(shutil.copytree(Path(__file__).resolve().parent / "data", tmp_path_factory.mktemp("of") / "data",
                                ignore=side_files))


@pytest.fixture(scope="session")
def qgis_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A QGIS without a window, in a temporary profile."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = str(tmp_path_factory.mktemp("profile"))
    from qgis.core import QgsApplication, QgsProject, QgsSettings

    app = QgsApplication([], True)
    _APPLICATIONS.append(app)
    # network responses are cached by address: a parallel run must not share them, its servers may get the same port
    QgsSettings().setValue("cache/directory", str(tmp_path_factory.mktemp("cache")))
    app.initQgis()
    yield app
    QgsProject.instance().clear()


@pytest.fixture(scope="session")
def new_survey(qgis_app: Any, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Any]:
    """A function like create_survey that is faster: the survey of each title is created once, then copied."""
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.open import open_survey

    created: dict[tuple[str, bool], Path] = {}

    def copy_survey(path: Path, title: str, published: bool = False) -> Any:
        if (title, published) not in created:
            folder = tmp_path_factory.mktemp("created")
            created[title, published] = create_survey(folder / "survey.gpkg", title, published).path
        return open_survey(Path(shutil.copyfile(created[title, published], path)))
    return copy_survey
