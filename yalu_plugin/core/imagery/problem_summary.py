"""What went wrong with many files, told in few lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.catalogue import Problem
from yalu_plugin.core.imagery.image_files import file_of, in_archive
from yalu_plugin.core.text import translatable

SHOWN = 20  # of a kind in one folder or ZIP file


class ManyMore(YaluError):
    """Further files of a folder or ZIP file that have what those named before have."""

    template = translatable("{count} more in {folder}, like {path}.")


def summarize_problems(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in their order; of many of one kind in one folder or ZIP file the first, and how many more."""
    told: list[Problem] = []
    counts: Counter[tuple[type[YaluError], str]] = Counter()
    last: dict[tuple[type[YaluError], str], Problem] = {}
    for problem in problems:
        kind = type(problem.error), _folder(problem)
        counts[kind] += 1
        if counts[kind] <= SHOWN:
            told.append(problem)
        last[kind] = problem
    return told + [Problem(problem.path, ManyMore(count=counts[kind] - SHOWN, folder=kind[1], path=_name(problem)))
                   for kind, problem in last.items() if counts[kind] > SHOWN]


def _name(problem: Problem) -> str:
    return str(problem.error.values.get("path") or problem.path or "")  # a Path takes two slashes for one


def _folder(problem: Problem) -> str:
    name = _name(problem)
    return str(file_of(name) if in_archive(name) else file_of(name).parent)
