"""Missing packages are named, and only for the work that needs them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from yalu_plugin.core.errors import MissingPackages
from yalu_plugin.core.requirements import (
    missing_packages,
    need_defusedxml,
    need_geopandas,
    need_line_packages,
    need_matplotlib,
)

ROOT = Path(__file__).resolve().parents[2]


def test_each_kind_of_work_names_its_missing_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.spatial", None)
    with pytest.raises(MissingPackages, match="the Python package scipy, which is not installed"):
        need_geopandas()
    need_matplotlib()
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingPackages, match="matplotlib"):
        need_matplotlib()
    need_defusedxml()
    monkeypatch.setitem(sys.modules, "defusedxml", None)
    with pytest.raises(MissingPackages, match="defusedxml"):
        need_defusedxml()
    assert missing_packages() == ["scipy", "matplotlib", "defusedxml"]


def test_chainages_need_no_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    need_line_packages()
    with pytest.raises(MissingPackages, match="pandas"):
        need_geopandas()


def test_computing_chainages_does_not_load_tables() -> None:
    """They would take 100 MB for every open survey."""
    modules = "yalu_plugin.core.corridor.crossing_chainages, yalu_plugin.core.corridor.line"
    loaded = subprocess.run([sys.executable, "-c", f"import sys, {modules}; print(*sys.modules)"], check=True,
                            capture_output=True, text=True, cwd=ROOT).stdout.split()
    assert "shapely" in loaded and not {"pandas", "geopandas", "pyogrio"} & set(loaded)


def test_nothing_is_missing_after_setup() -> None:
    assert missing_packages() == []
