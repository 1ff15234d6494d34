"""A QGIS that only starts with the plugin has not imported the packages that only import and measuring need."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

START = """
import json, os, sys
from pathlib import Path
from qgis.utils import loadPlugin, plugins, startPlugin

started = "yalu_plugin" in plugins or (loadPlugin("yalu_plugin") and startPlugin("yalu_plugin"))
Path({result!r}).write_text(json.dumps({{"started": started, "modules": sorted(sys.modules)}}))
os._exit(0)
"""


def test_starting_imports_neither_geopandas_nor_pandas(tmp_path: Path) -> None:
    script, result = tmp_path / "start.py", tmp_path / "result.json"
    script.write_text(START.format(result=str(result)))
    this_qgis = Path("/proc/self/cmdline").read_text().rstrip("\0").split("\0")
    subprocess.run(this_qgis, env={**os.environ, "YALU_DESKTOP_SCRIPT": str(script)}, check=True, timeout=60)
    found = json.loads(result.read_text())
    assert found["started"]
    assert "yalu_plugin.workbench" in found["modules"]
    assert not {"geopandas", "pandas"} & set(found["modules"])
