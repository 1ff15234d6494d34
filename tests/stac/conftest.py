"""A STAC API over the sixteen real scenes and 10,000 made-up ones, and the web server of the rasters."""

from __future__ import annotations

import json

import pytest

from tests.stac.pgstac import PYTHON, api, loaded_database
from tests.stac.synthetic import synthetic_collection, synthetic_items
from tests.stac_server import serving
from tools.postgres import programs


@pytest.fixture(scope="session")
def files(qgis_app, data, tmp_path_factory):
    """The web server of the rasters, shared by the tests."""
    with serving(data / "s2_romania") as running:
        yield running


@pytest.fixture(scope="session")
def database(files, data):
    if programs() is None or not PYTHON.is_file():
        pytest.skip("tools/setup test installs PostgreSQL and a STAC API on Debian only")
    collection = json.loads((data / "s2_romania/collection.json").read_text())
    items = [*map(files.api_item, files.items), *synthetic_items(f"{files.address}/files/SYNTHETIC.tif")]
    with loaded_database([collection, synthetic_collection()], items) as running:
        yield running


@pytest.fixture(scope="session")
def service(database):
    """The address of the STAC API."""
    with api(database) as (address, _):
        yield address
