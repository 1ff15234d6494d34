"""Fixtures that every test may use. Nothing here imports QGIS until a test asks for it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# a busy machine makes examples slowly: that is no failure
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

# the application: pytest lets go of the last test's fixtures in no order, and a project must not outlive it
_ALIVE: list[Any] = []


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the folder of test data: QGIS leaves files beside the images it draws, which another run may read."""
    side_files = shutil.ignore_patterns("*.aux.xml")
    return Path(shutil.copytree(Path(__file__).resolve().parent / "data", tmp_path_factory.mktemp("of") / "data",
                                ignore=side_files))


@pytest.fixture(scope="session")
def qgis_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A QGIS without a window, in a profile of its own."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = str(tmp_path_factory.mktemp("profile"))
    from qgis.core import QgsApplication, QgsProject, QgsSettings

    app = QgsApplication([], True)
    _ALIVE.append(app)
    # what the network sent, by address: not for a run beside this one, whose servers may get the same port later
    QgsSettings().setValue("cache/directory", str(tmp_path_factory.mktemp("cache")))
    app.initQgis()
    yield app
    QgsProject.instance().clear()


@pytest.fixture(scope="session")
def new_survey(qgis_app: Any, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Any]:
    """A function like create_survey, for tests of something else: one title's survey is created once, then copied."""
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.open import open_survey

    created: dict[tuple[str, bool], Path] = {}

    def make(path: Path, title: str, published: bool = False) -> Any:
        if (title, published) not in created:
            folder = tmp_path_factory.mktemp("created")
            created[title, published] = create_survey(folder / "survey.gpkg", title, published).path
        return open_survey(Path(shutil.copyfile(created[title, published], path)))
    return make
