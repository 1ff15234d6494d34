"""Side files of a survey whose writer was killed: a write-ahead log (-wal), or a journal."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_COMMON = f"""
import os, signal, sqlite3, sys
sys.path.insert(0, {str(ROOT)!r})
from yalu_plugin.core.survey.sealed_record import seal
path, count, sealed = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "True"
database = sqlite3.connect(path, isolation_level=None)
seq, last = database.execute('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').fetchone()
def write(number):
    global seq, last
    row_id = f"killed{{seq}}"
    database.execute("INSERT INTO observations (id, note) VALUES (?, ?)", (row_id, "SYNTHETIC " + "x" * 500))
    seq += 1
    if not sealed:
        return
    found = database.execute("SELECT seq, at, table_name, row_id, before, after FROM audit WHERE seq = ?", (seq,))
    entry = dict(zip(("seq", "at", "table_name", "row_id", "before", "after"), found.fetchone()))
    row = next(seal([dict(entry, who="a", action="test", origin="plugin")], last))
    last = row["hash"]
    database.execute("UPDATE audit SET who = 'a', action = 'test', origin = 'plugin', previous_hash = ?, hash = ? "
                     "WHERE seq = ?", (row["previous_hash"], row["hash"], seq))
"""
_LOG = """
database.execute("PRAGMA journal_mode = WAL")
database.execute("PRAGMA wal_autocheckpoint = 0")
for number in range(count):
    write(number)
os.kill(os.getpid(), signal.SIGKILL)
"""
_JOURNAL = """
database.execute("PRAGMA cache_size = 1")
database.execute("BEGIN")
for number in range(count):
    write(number)
database.execute("UPDATE observations SET note = note || 'y'")
os.kill(os.getpid(), signal.SIGKILL)
"""


def leave_wal(path: Path, count: int, sealed: bool = True) -> None:
    """Add `count` observations, with their entries in the record, in a process that is killed with a -wal in use.

    `sealed` is False for another program than the plugin, which does not seal the entries.
    """
    _run(_LOG, path, count, sealed)


def leave_journal(path: Path, count: int) -> None:
    """Add `count` observations in one change, in a process that is killed when part of them are in the file."""
    _run(_JOURNAL, path, count)


def _run(script: str, path: Path, count: int, sealed: bool = True) -> None:
    result = subprocess.run([sys.executable, "-c", _COMMON + script, str(path), str(count), str(sealed)], check=False)
    assert result.returncode == -signal.SIGKILL
