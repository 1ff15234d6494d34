"""A PostgreSQL server for a test or a bench: in a temporary folder, on loopback only, removed afterwards.

The programs are Debian's (packages postgresql and postgresql-postgis), of the version in the release.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HOST = "127.0.0.1"
USER = "postgres"  # the server's administrator, and the system user that Debian's package creates
START_S = 60.0
_NO_DURABILITY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")  # nothing has to survive a crash


@dataclass(frozen=True)
class Postgres:
    """A running server with one database, `postgres`; its administrator `postgres` needs no password."""

    port: int

    @property
    def dsn(self) -> str:
        """The connection URI of the database for libpq and psycopg."""
        return f"postgresql://{USER}@{HOST}:{self.port}/postgres"

    def sql(self, statements: str) -> str:
        """Return psql's output for the statements: one row per line, | between values. Raises CalledProcessError."""
        psql = (_program("psql"), "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", self.dsn, "-f", "-")
        return subprocess.run(psql, input=statements, check=True, capture_output=True, text=True).stdout.strip()


def programs() -> Path | None:
    """Return the program folder of the newest installed PostgreSQL server, or None."""
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/postgres")]
    return max(folders, key=lambda folder: float(folder.parent.name), default=None)


@contextmanager
def postgres() -> Iterator[Postgres]:
    """Run a server for the `with` block. It ends with this process, however that ends. Raises RuntimeError."""
    folder = Path(tempfile.mkdtemp(prefix="yalu-postgres-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, USER, USER)
        command = [*_server_prefix(), _program("initdb"), "-D", folder / "data", "-U", USER, "-A", "trust",
                   "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        initdb = subprocess.run(command, capture_output=True, text=True)
        if initdb.returncode:
            raise RuntimeError(f"initdb: {initdb.stderr}")
        with _running(folder) as server:
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(folder: Path) -> Iterator[Postgres]:
    server, log = Postgres(free_port()), folder / "log"
    settings = (f"listen_addresses={HOST}", f"port={server.port}", "unix_socket_directories=", *_NO_DURABILITY)
    command = [*_server_prefix(), _program("postgres"), "-D", folder / "data",
               *(word for setting in settings for word in ("-c", setting))]
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
    try:
        ready = [_program("pg_isready"), "-q", "-d", server.dsn]
        wait_until(lambda: subprocess.run(ready).returncode == 0, process, log)
        yield server
    finally:
        stop(process)


def free_port() -> int:
    """Return a port of loopback that is free now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def wait_until(ready: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    """Return once `process` is ready. Raises RuntimeError with its log if it has ended or takes too long."""
    end = time.monotonic() + START_S
    while not ready():
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(f"{process.args!r} did not start: {log.read_text(errors='replace')}")
        time.sleep(0.05)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a server and its connections at once."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def death_signal_prefix() -> list[str]:
    """Return the prefix of a command that is to be interrupted when this process ends, even if it is killed."""
    return ["setpriv", "--pdeathsig=INT"]


def _server_prefix() -> list[str]:
    """Return the prefix of the server's command: PostgreSQL refuses to run as root."""
    who = [f"--reuid={USER}", f"--regid={USER}", "--clear-groups"] if os.geteuid() == 0 else []
    return [*death_signal_prefix(), *who]


def _program(name: str) -> str:
    folder = programs()
    if folder is None:
        raise RuntimeError("PostgreSQL is not installed: run tools/setup test.")
    return str(folder / name)
