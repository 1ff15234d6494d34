"""The PostgreSQL of tests and benches runs, for root as well, and is removed completely."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools.postgres import Postgres, postgres, programs

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(programs() is None, reason="tools/setup test installs PostgreSQL on Debian only")


def accepts_connections(server: Postgres) -> bool:
    try:
        return server.sql("SELECT 1") == "1"
    except subprocess.CalledProcessError:
        return False


def test_it_has_postgis_and_ends() -> None:
    with postgres() as server:
        server.sql("CREATE EXTENSION postgis")
        assert server.sql("SELECT ST_AsText(ST_Point(128.19, 41.41)), 2") == "POINT(128.19 41.41)|2"
    assert not accepts_connections(server)


def test_an_error_ends_it_too() -> None:
    with pytest.raises(ZeroDivisionError), postgres() as server:
        raise ZeroDivisionError
    assert not accepts_connections(server)


def test_it_ends_when_its_process_is_killed() -> None:
    program = "import time\nfrom tools.postgres import postgres\nwith postgres() as server:\n" \
              "    print(server.port, flush=True)\n    time.sleep(60)"
    owner = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True,
                             env={**os.environ, "PYTHONPATH": str(ROOT)})
    server = Postgres(int(owner.stdout.readline()))
    data = Path(server.sql("SHOW data_directory"))
    owner.kill()
    owner.wait()
    end = time.monotonic() + 10
    while accepts_connections(server) or (data / "postmaster.pid").exists():
        assert time.monotonic() < end
        time.sleep(0.1)
    shutil.rmtree(data.parent)  # what remains after a kill
