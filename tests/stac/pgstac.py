"""A STAC API as real services run it: PostGIS, pgstac and stac-fastapi, started for the tests, on loopback only."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from tools.postgres import HOST, USER, Postgres, death_signal_prefix, free_port, postgres, stop, wait_until

BUILD = Path(os.environ.get("YALU_BUILD", Path(__file__).resolve().parents[2] / "build"))
PYTHON = BUILD / "venv-stac" / "bin" / "python"


@contextmanager
def loaded_database(collections: Iterable[dict[str, Any]], items: Iterable[dict[str, Any]]) -> Iterator[Postgres]:
    """Yield a database with pgstac's tables and these collections and items."""
    with postgres() as server, tempfile.TemporaryDirectory() as folder:
        pypgstac = [PYTHON, "-m", "pypgstac.pypgstac", "--dsn", server.dsn]
        subprocess.run([*pypgstac, "migrate"], check=True, capture_output=True)
        for kind, documents in (("collections", collections), ("items", items)):
            file = Path(folder) / f"{kind}.ndjson"
            file.write_text("\n".join(map(json.dumps, documents)))
            subprocess.run([*pypgstac, "load", kind, file], check=True, capture_output=True)
        yield server


@contextmanager
def api(database: Postgres) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Run a STAC API over the database; yields its address and its process."""
    port = free_port()
    environment = {"PGHOST": HOST, "PGPORT": str(database.port), "PGUSER": USER, "PGDATABASE": "postgres",
                   "PGPASSWORD": ""}
    command = [*death_signal_prefix(), PYTHON, "-m", "uvicorn", "--factory", "stac_fastapi.pgstac.app:create_app",
               "--host", HOST, "--port", str(port), "--log-level", "warning"]
    with tempfile.NamedTemporaryFile() as log:
        process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=log, stderr=log)
        address = f"http://{HOST}:{port}"
        try:
            wait_until(lambda: responds(address), process, Path(log.name))
            yield address, process
        finally:
            stop(process)


def responds(address: str) -> bool:
    """Return whether a server responds at this address."""
    try:
        with urlopen(address, timeout=5) as response:
            return bool(response.read())
    except URLError:
        return False
