"""Parameters that are JSON objects or lists: text from the command line, Python objects from scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable


class ParameterNotJson(YaluError):
    """The text is not a JSON object."""

    template = translatable('{name} is not a JSON object. Write it like {{"text": "value"}}.')


class UnknownField(YaluError):
    """A key is not a field of the parameter."""

    template = translatable("{name} has the unknown field {field}. Use: {fields}.")


class UnknownValue(YaluError):
    """A value or a row number is not valid for the parameter."""

    template = translatable("{name} cannot take {value}. Use: {values}.")


def json_object(name: str, value: Any, fields: Sequence[str] = (), values: Sequence[str] = (),  # noqa: ANN401
                numbered: bool = False) -> dict[str, Any]:
    """Return the object in `value`, with texts as keys and texts or None as values; {} for an empty value.

    Args:
        name: the parameter's name, for messages.
        value: JSON text, a dict, None or "".
        fields: the allowed keys; empty for any.
        values: the allowed values; empty for any.
        numbered: whether the keys have to be numbers or "*".

    Raises:
        ParameterNotJson: the value is not a JSON object of texts.
        UnknownField: a key is not allowed.
        UnknownValue: a value or a number is not allowed.
    """
    if value is None or value == "":
        return {}
    try:
        found = json.loads(value) if isinstance(value, str) else value
    except (ValueError, RecursionError) as error:
        raise ParameterNotJson(str(error), name=name) from error
    if not isinstance(found, dict) or not all(isinstance(one, (str, type(None))) for one in found.values()):
        raise ParameterNotJson(name=name)
    texts = {str(key): text for key, text in found.items()}
    unknown = next((key for key in texts if fields and key not in fields), None)
    if unknown is not None:
        raise UnknownField(name=name, field=unknown, fields=", ".join(fields))
    for key, text in texts.items():
        if (values and text not in values) or (numbered and key != "*" and not key.isdecimal()):
            raise UnknownValue(name=name, value=f"{key}: {text}", values=", ".join(filter(None, values)))
    return texts


def json_list(value: Any) -> list[str]:  # noqa: ANN401
    """Return the texts of a value that is a list, a JSON list or a single text; [] for an empty value."""
    if value is None or value == "":
        return []
    if isinstance(value, str) and value.lstrip().startswith("["):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return [str(value)]  # a layer's name may start with [
    return [str(one) for one in value] if isinstance(value, (list, tuple)) else [str(value)]
