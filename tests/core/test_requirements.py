"""What is missing is named, and only for the work that needs it."""

from __future__ import annotations

import sys

import pytest

from yalu_plugin.core.errors import MissingPackages
from yalu_plugin.core.requirements import missing_packages, need_defusedxml, need_geopandas, need_matplotlib


def test_each_work_names_what_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_nothing_is_missing_after_the_set_up() -> None:
    assert missing_packages() == []
