"""A published survey in a project, and what a PDF says."""

from __future__ import annotations

import subprocess
import unicodedata

import pytest


@pytest.fixture(scope="module")
def published(qgis_app, tmp_path_factory):
    """The published survey, its layers in the one project that QGIS itself takes down before it ends."""
    from qgis.core import QgsProject

    from yalu_plugin.layers.project import add_survey
    from yalu_plugin.layers.survey.create import create_survey

    survey = create_survey(tmp_path_factory.mktemp("published") / "published.gpkg", "Published", True)
    project = QgsProject.instance()
    add_survey(project, survey)
    yield project, survey
    project.clear()


@pytest.fixture(scope="session")
def words_of():
    """The text of a PDF. Fonts for Chinese draw a few characters with the glyph of a radical: NFKC tells them so."""
    def words(path):
        said = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout
        return unicodedata.normalize("NFKC", said.decode())
    return words


@pytest.fixture(scope="session")
def fonts_of():
    """The lines of pdffonts, one a font."""
    def fonts(path):
        said = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True).stdout.decode()
        return said.splitlines()[2:]
    return fonts
