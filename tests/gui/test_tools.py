"""What the scripts in tools call of the workbench is there: no other test runs the measurements."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

TOOLS = Path(__file__).parents[2] / "tools"
CALL = re.compile(r"(?<!tools\.)\b(?:workbench|bench)\.(\w+)\.(\w+)\b(?!\")")


def test_what_tools_call_of_the_workbench_is_there(bench: Any) -> None:
    calls = {call for path in TOOLS.rglob("*.py") for call in CALL.findall(path.read_text(encoding="utf-8"))}
    assert len(calls) > 30
    assert [f"{part}.{name}" for part, name in sorted(calls) if not hasattr(getattr(bench, part, None), name)] == []
