"""A short summary of the problems of many files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.catalogue import Problem
from yalu_plugin.core.imagery.image_files import file_of, in_archive
from yalu_plugin.core.text import translatable

MAX_SHOWN = 20  # problems of one kind in one folder or ZIP file


class ManyMore(YaluError):
    """Further files of a folder or ZIP file with the same kind of problem as those listed before."""

    template = translatable("{count} more in {folder}, like {path}.")


def summarize_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems in order; of many of one kind in one folder or ZIP file, the first, and how many more."""
    shown: list[Problem] = []
    counts: Counter[tuple[type[YaluError], str]] = Counter()
    last: dict[tuple[type[YaluError], str], Problem] = {}
    for problem in problems:
        kind = type(problem.error), _folder(problem)
        counts[kind] += 1
        if counts[kind] <= MAX_SHOWN:
            shown.append(problem)
        last[kind] = problem
    return shown + [Problem(problem.path, ManyMore(count=counts[kind] - MAX_SHOWN, folder=kind[1], path=_name(problem)))
                   for kind, problem in last.items() if counts[kind] > MAX_SHOWN]


def _name(problem: Problem) -> str:
    return str(problem.error.values.get("path") or problem.path or "")  # a Path merges two slashes


def _folder(problem: Problem) -> str:
    name = _name(problem)
    return str(file_of(name) if in_archive(name) else file_of(name).parent)
