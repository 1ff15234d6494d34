"""The base class of the plugin's errors. The code that shows an error translates its template and fills in values."""

from __future__ import annotations

from yalu_plugin.core.text import translatable


class YaluError(Exception):
    """An error that the user can understand and fix.

    Subclasses set `template`: one line, marked for translation, that states what happened and what to do.
    `values` fill the template; `detail` is a longer text shown on request, which is never needed to act.
    """

    template = translatable("Something went wrong: {detail}")
    singular_template = ""  # the template for `n` = 1, where the wording differs

    def __init__(self, detail: str = "", **values: object) -> None:
        self.detail = detail
        self.values = values
        if self.singular_template and values.get("n") == 1:
            self.template = self.singular_template
        super().__init__(str(self))

    def __str__(self) -> str:
        return self.template.format(detail=self.detail, **self.values)


class MissingPackages(YaluError):
    """A required Python package is not installed where QGIS looks for it."""

    template = translatable("This needs the Python package {packages}, which is not installed. Use Install to add it.")


class StillReading(YaluError):
    """The content of the survey is not loaded yet."""

    template = translatable("The survey is still being read. Try again in a moment.")
