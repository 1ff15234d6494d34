"""A file is written completely or not at all, with any name."""

from __future__ import annotations

from pathlib import Path

import pytest

from yalu_plugin.core.atomic_file import atomic_files, atomic_write


@pytest.mark.parametrize("name", ["a.csv", "x" * 251 + ".csv", "혜" * 83 + ".csv", "a|b?c#d%41.csv", "new\nline", "-"])
def test_the_file_is_replaced_on_success(tmp_path: Path, name: str) -> None:
    with atomic_write(tmp_path / name) as part:
        part.write_text("whole")
        assert not (tmp_path / name).exists()
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [(name, "whole")]


def test_a_failure_leaves_the_previous_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("precious")
    with pytest.raises(OSError, match="full"), atomic_write(tmp_path / "a.csv") as part:
        part.write_text("half")
        raise OSError("full")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.csv", "precious")]


def test_an_invalid_name_is_found_before_the_work(tmp_path: Path) -> None:
    done = []
    with pytest.raises(OSError, match="too long"), atomic_write(tmp_path / ("x" * 256)):
        done.append(1)
    assert done == [] and list(tmp_path.iterdir()) == []


def test_a_folder_of_the_name_is_kept_with_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.kmz").mkdir()
    (tmp_path / "a.kmz" / "precious").write_text("mine")
    (tmp_path / "a.csv").write_text("mine")
    with pytest.raises(IsADirectoryError, match=r"a\.kmz"), atomic_files(tmp_path) as part:
        for name in ("a.csv", "a.kmz"):
            (part / name).write_text("new")
    assert {file.name for file in tmp_path.iterdir()} == {"a.kmz", "a.csv"}
    assert (tmp_path / "a.kmz" / "precious").read_text() == (tmp_path / "a.csv").read_text() == "mine"
