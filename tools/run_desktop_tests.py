"""Run the tests of tests/desktop inside the QGIS that tools/desktop started. Arguments go to pytest."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests/desktop"


def run_tests() -> int:
    """Return pytest's exit code; no test at all is a failure unless there is no test file."""
    if not any(FOLDER.rglob("test_*.py")):
        print("tests/desktop has no test file: nothing to run.")
        return 0
    os.chdir(ROOT)
    what = sys.argv[1:] or [str(FOLDER)]
    # without pytest's pythonpath: the plugin under test is the staged one in the profile, not the checkout's
    return int(pytest.main(["--rootdir", str(ROOT), "-p", "no:cacheprovider", "-o", "pythonpath=", *what]))


code = run_tests()
sys.stdout.flush()
sys.stderr.flush()
os._exit(code)
