"""The compare picture matches the map pixel by pixel: a checkerboard compared with itself changes nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("ratio", ["1", "1.5", "2"])
def test_no_pixel_is_shifted(tmp_path, ratio):
    """Checked at each device pixel ratio, in three CRS, unrotated and rotated by 30 degrees, in every mode."""
    # a process of its own: Qt takes its scale factor once, when it starts
    scaled = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": ratio,
              "QT_SCALE_FACTOR_ROUNDING_POLICY": "PassThrough", "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
              "PYTHONPATH": os.pathsep.join(sys.path)}
    script = Path(__file__).with_name("checkerboard.py")
    done = subprocess.run([sys.executable, str(script), str(tmp_path)], env={**os.environ, **scaled}, timeout=100,
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["ratio"] == float(ratio)
    assert len(found["changed"]) == 18
    assert {which: count for which, count in found["changed"].items() if count} == {}
