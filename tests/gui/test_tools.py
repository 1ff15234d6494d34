"""The workbench has what the scripts in tools call: no other test runs the measurements."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

TOOLS = Path(__file__).parents[2] / "tools"
CALL = re.compile(r"(?<!tools\.)\b(?:workbench|bench)\.(\w+)\.(\w+)\b(?!\")")


def test_the_workbench_has_what_tools_call(bench: Any) -> None:
    calls = {call for path in TOOLS.rglob("*.py") for call in CALL.findall(path.read_text(encoding="utf-8"))}
    assert len(calls) > 30
    assert [f"{part}.{name}" for part, name in sorted(calls) if not hasattr(getattr(bench, part, None), name)] == []
