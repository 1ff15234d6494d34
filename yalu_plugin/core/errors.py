"""The errors the plugin names. Whoever shows one translates its template and fills in its values."""

from __future__ import annotations

from yalu_plugin.core.text import translatable


class YaluError(Exception):
    """Something the user can understand and mend.

    Subclasses set `template`: one line, marked for translation, saying what happened and what to do.
    `values` fill the template; `detail` is the longer text shown on request (never needed to act).
    """

    template = translatable("Something went wrong: {detail}")
    of_one = ""  # the template where `n` of the values is 1, if that is said otherwise

    def __init__(self, detail: str = "", **values: object) -> None:
        self.detail = detail
        self.values = values
        if self.of_one and values.get("n") == 1:
            self.template = self.of_one
        super().__init__(str(self))

    def __str__(self) -> str:
        return self.template.format(detail=self.detail, **self.values)


class MissingPackages(YaluError):
    """A Python package that this job needs is not installed where QGIS looks for it."""

    template = translatable("This needs the Python package {packages}, which is not installed. Use Install to add it.")
