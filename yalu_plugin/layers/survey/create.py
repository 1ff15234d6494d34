"""Create a new survey file, whole or not at all: it is built next to its place and moved there when complete."""

from __future__ import annotations

import uuid
from contextlib import suppress
from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.published import published_rows, river_row
from yalu_plugin.core.schema import SURVEY_VERSION
from yalu_plugin.layers.survey.geopackage import checkpoint_file
from yalu_plugin.layers.survey.open import open_survey
from yalu_plugin.layers.survey.styles import save_styles
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.survey_errors import CannotCreate, SurveyExists
from yalu_plugin.layers.survey.survey_path import check_survey_path
from yalu_plugin.layers.survey.survey_tables import create_tables
from yalu_plugin.layers.survey.write import change, utc_now
from yalu_plugin.paths import resource


def create_survey(path: Path, title: str, published: bool = False) -> Survey:
    """Create the survey `path` with the river line and, if `published`, the published sites, sources and claims.

    Side files left by a survey that was removed from there are set aside.

    Raises:
        SurveyExists: nothing is ever overwritten.
        CannotCreate: the folder is missing or not writable, or the disk is full.
        NameTooLong, NameMisread: the path is not possible for a survey.
    """
    path = path.absolute()
    check_survey_path(path)
    if path.exists():
        raise SurveyExists(path=path)
    partial = path.with_name(f"partial-{uuid.uuid4().hex[:8]}.gpkg")
    try:
        _build_tables(partial)
        _fill(partial, title, published)
        _finish(partial)
        partial.rename(path)
    except (OSError, RuntimeError) as error:
        raise CannotCreate(str(error), path=path) from error
    except YaluError as error:
        raise CannotCreate(error.detail, path=path) from error
    finally:
        for leftover in path.parent.glob(f"{partial.name}*"):
            with suppress(FileNotFoundError):
                leftover.unlink()
    return open_survey(path)


def _build_tables(path: Path) -> None:
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        if dataset is None:
            raise RuntimeError(gdal.GetLastErrorMsg())
        create_tables(dataset)
    finally:
        gdal.PopErrorHandler()


def _fill(path: Path, title: str, published: bool) -> None:
    about = {"id": str(uuid.uuid4()), "version": SURVEY_VERSION, "title": title, "created_at": utc_now()}
    rows = {"survey": [about], "corridors": [river_row(resource("data", "yalu_river.geojson"))]}
    if published:
        rows.update(published_rows(resource("data")))
    change(path, "create", added=rows)
    save_styles(path)


def _finish(path: Path) -> None:
    """Make sure that all is in the one file and can be read: QGIS writes through a log, which a full disk may cut."""
    checkpoint_file(path)
    open_survey(path)
