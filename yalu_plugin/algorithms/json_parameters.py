"""Parameters that are JSON: an object or a list, as text from the command line or as such from Python."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable


class NotJson(YaluError):
    """The text is no JSON object."""

    template = translatable('{name} is not a JSON object. Write it like {{"text": "value"}}.')


class UnknownField(YaluError):
    """A key that the parameter does not know."""

    template = translatable("{name} has the unknown field {field}. Use: {fields}.")


class UnknownValue(YaluError):
    """A value, or a row number, that the parameter does not know."""

    template = translatable("{name} cannot take {value}. Use: {values}.")


def json_object(name: str, value: Any, fields: Sequence[str] = (), values: Sequence[str] = (),  # noqa: ANN401
                numbered: bool = False) -> dict[str, Any]:
    """The object that parameter `name` holds: texts as keys, texts or None as values; {} where it is empty.

    `fields` are the keys it may have and `values` the values, any where none are given; the keys of a `numbered` one
    are numbers or "*". Raises NotJson, UnknownField or UnknownValue.
    """
    if value is None or value == "":
        return {}
    try:
        found = json.loads(value) if isinstance(value, str) else value
    except (ValueError, RecursionError) as error:
        raise NotJson(str(error), name=name) from error
    if not isinstance(found, dict) or not all(isinstance(one, (str, type(None))) for one in found.values()):
        raise NotJson(name=name)
    texts = {str(key): text for key, text in found.items()}
    unknown = next((key for key in texts if fields and key not in fields), None)
    if unknown is not None:
        raise UnknownField(name=name, field=unknown, fields=", ".join(fields))
    for key, text in texts.items():
        if (values and text not in values) or (numbered and key != "*" and not key.isdecimal()):
            raise UnknownValue(name=name, value=f"{key}: {text}", values=", ".join(filter(None, values)))
    return texts


def json_list(value: Any) -> list[str]:  # noqa: ANN401
    """The texts of a parameter that is a JSON list, or one text; [] where it is empty."""
    if value is None or value == "":
        return []
    if isinstance(value, str) and value.lstrip().startswith("["):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return [str(value)]  # a layer may be called so
    return [str(one) for one in value] if isinstance(value, (list, tuple)) else [str(value)]
