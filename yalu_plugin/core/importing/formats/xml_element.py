"""An element of XML with what is in it."""

from __future__ import annotations

from collections.abc import Iterator


class Element:
    """Its name and attributes, without prefixes, and its texts and elements in order."""

    __slots__ = ("_attributes", "parts", "tag")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self._attributes = attributes
        self.parts: list[str | Element] = []

    def __iter__(self) -> Iterator[Element]:
        """The elements directly in it."""
        return (part for part in self.parts if not isinstance(part, str))

    def get(self, name: str, default: str = "") -> str:
        """An attribute."""
        return self._attributes.get(name, default)

    def find(self, path: str) -> Element | None:
        """The first element of this name directly in it; "a/b" is a b in the first a."""
        name, _, rest = path.partition("/")
        found = next((child for child in self if child.tag == name), None)
        return found.find(rest) if rest and found is not None else found

    def iter(self, tag: str = "") -> Iterator[Element]:
        """It and all the elements in it, of the name or of any."""
        if not tag or self.tag == tag:
            yield self
        for child in self:
            yield from child.iter(tag)

    @property
    def text(self) -> str:
        """All the text in it, stripped."""
        return "".join(self.texts()).strip()

    def child_text(self, path: str) -> str:
        """The text of what find gives; "" where that is nothing."""
        found = self.find(path)
        return found.text if found is not None else ""

    def texts(self) -> Iterator[str]:
        """The pieces of text in it, as they are."""
        for part in self.parts:
            if isinstance(part, str):
                yield part
            else:
                yield from part.texts()
