"""What developers rely on: make help, hooks, issue templates, decision records and the changelog."""

from __future__ import annotations

import configparser
import re
from datetime import date
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
RECORDS = sorted((ROOT / "docs" / "decisions").glob("*.md"))


def recipe(target: str) -> str:
    found = re.search(rf"^{target}:[^\n]*\n((?:\t[^\n]*\n)+)", MAKEFILE, re.MULTILINE)
    assert found, target
    return found.group(1).replace("$(PYTHON)", "build/venv/bin/python").replace("$(BUILD)", "build")


def test_make_help_names_every_target() -> None:
    declared = re.search(r"^\.PHONY:((?:[^\n]*\\\n)*[^\n]*)", MAKEFILE, re.MULTILINE)
    assert declared
    phony = declared.group(1).replace("\\", "").split()
    targets = re.findall(r"^([a-z-]+):(?!=)", MAKEFILE, re.MULTILINE)
    explained = re.findall(r"^([a-z-]+):.*## \S", MAKEFILE, re.MULTILINE)
    assert sorted(targets) == sorted(phony) == sorted(explained)


def test_hooks_run_what_make_lint_runs_and_fetch_nothing() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    hooks = config["repos"][0]["hooks"]
    assert {hook["language"] for hook in hooks} == {"system"} and "make lint" in [hook["entry"] for hook in hooks]
    lint = [line.strip("\t@") for line in recipe("lint").splitlines()]
    assert [hook["entry"] for hook in hooks if hook["entry"] != "make lint" and hook["entry"] not in lint] == []


@pytest.mark.parametrize("path", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.md")), ids=lambda path: path.stem)
def test_issue_templates_have_a_head_and_ask_for_versions_or_examples(path: Path) -> None:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert set(yaml.safe_load(head)) == {"name", "about", "labels"}
    assert 3 <= body.count("**\n") + body.count("):\n") <= 6


def test_the_latest_release_in_the_changes_is_the_version_of_the_plugin() -> None:
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    version = metadata["general"]["version"]
    releases = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - (\S+)$", CHANGES, re.MULTILINE)
    assert releases[0][0] == version if releases else f"first will be {version}," in CHANGES
    days = [date.fromisoformat(day) for _, day in releases]
    assert days == sorted(days, reverse=True)
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'\nversion = "{version}"\n' in project
    assert f"yalu_plugin-{version}.zip" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_changes_have_the_shape_of_keep_a_changelog() -> None:
    headings = re.findall(r"^## (.+)$", CHANGES, re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    shape = r"\[[\d.]+\] - \d{4}-\d\d-\d\d|State of \d{4}-\d\d-\d\d, not released"
    assert [heading for heading in headings[1:] if not re.fullmatch(shape, heading)] == []
    sections = set(re.findall(r"^### (.+)$", CHANGES, re.MULTILINE))
    assert sections <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    entries = re.sub(r"^(#.*|- .*|  .*|)$", "", CHANGES.split("## [Unreleased]", 1)[1], flags=re.MULTILINE)
    assert entries.strip() == ""


def test_decision_records_are_numbered_without_a_gap() -> None:
    assert [path.name[:4] for path in RECORDS] == [f"{number:04}" for number in range(1, len(RECORDS) + 1)]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem[:4])
def test_a_decision_record_has_context_decision_and_consequence_on_one_page(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith(f"# {int(path.name[:4])}. ")
    assert [line for line in lines if line.startswith("## ")] == ["## Context", "## Decision", "## Consequence"]
    assert len(lines) <= 60


def test_the_architecture_points_to_the_decision_records() -> None:
    assert "docs/decisions/" in (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
