"""A file is written whole or not at all, whatever its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from yalu_plugin.core.atomic_file import written_whole


@pytest.mark.parametrize("name", ["a.csv", "x" * 251 + ".csv", "혜" * 83 + ".csv", "a|b?c#d%41.csv", "new\nline", "-"])
def test_the_file_takes_its_place_when_all_is_done(tmp_path: Path, name: str) -> None:
    with written_whole(tmp_path / name) as part:
        part.write_text("whole")
        assert not (tmp_path / name).exists()
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [(name, "whole")]


def test_a_failure_leaves_what_there_was(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("precious")
    with pytest.raises(OSError, match="full"), written_whole(tmp_path / "a.csv") as part:
        part.write_text("half")
        raise OSError("full")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.csv", "precious")]


def test_a_name_that_no_file_can_have_is_found_out_before_the_work(tmp_path: Path) -> None:
    done = []
    with pytest.raises(OSError, match="too long"), written_whole(tmp_path / ("x" * 256)):
        done.append(1)
    assert done == [] and list(tmp_path.iterdir()) == []
