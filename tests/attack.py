"""Tamper with a survey file by plain SQL, in a separate process and without the file's triggers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_ATTACK = f"""
import json, sqlite3, sys
sys.path.insert(0, {str(ROOT)!r})
from yalu_plugin.core.survey.sealed_record import START, seal
path, statements, rehash, keep = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3] == "1", sys.argv[4] == "1"
database = sqlite3.connect(path, isolation_level=None)
database.row_factory = sqlite3.Row
triggers = [tuple(row) for row in database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")]
for name, _ in triggers:
    database.execute(f'DROP TRIGGER "{{name}}"')
for statement in statements:
    database.execute(statement)
if rehash:
    rows = [dict(row) for row in database.execute("SELECT * FROM audit ORDER BY seq")]
    for row in seal(rows, START):
        database.execute("UPDATE audit SET previous_hash = ?, hash = ? WHERE fid = ?",
                         (row["previous_hash"], row["hash"], row["fid"]))
for name, sql in triggers:
    if keep or not name.startswith("yalu_"):
        database.execute(sql)
database.close()
"""


def attack(path: Path, *statements: str, rehash: bool = False, keep_triggers: bool = True) -> None:
    """Run statements on a survey file without its triggers; with `rehash` the whole record is sealed again."""
    subprocess.run([sys.executable, "-c", _ATTACK, str(path), json.dumps(statements), str(int(rehash)),
                    str(int(keep_triggers))], check=True, timeout=60)
