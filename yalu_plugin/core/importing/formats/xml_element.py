"""An element of XML with what is in it."""

from __future__ import annotations

from collections.abc import Iterator


class Element:
    """Its name and attributes, without prefixes, and its texts and elements in order."""

    __slots__ = ("_attributes", "children", "parts", "tag")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self._attributes = attributes
        self.parts: list[str | Element] = []
        self.children: list[Element] = []

    def __iter__(self) -> Iterator[Element]:
        """The elements directly in it."""
        return iter(self.children)

    def append(self, element: Element) -> None:
        """Put an element at its end."""
        self.parts.append(element)
        self.children.append(element)

    def get(self, name: str, default: str = "") -> str:
        """An attribute."""
        return self._attributes.get(name, default)

    def find(self, path: str) -> Element | None:
        """The first element of this name directly in it; "a/b" is a b in the first a."""
        if "/" in path:
            name, _, rest = path.partition("/")
            found = self.find(name)
            return found.find(rest) if found is not None else None
        for child in self.children:
            if child.tag == path:
                return child
        return None

    def iter(self, tag: str = "") -> Iterator[Element]:
        """It and all the elements in it, of the name or of any."""
        if not tag or self.tag == tag:
            yield self
        for child in self:
            yield from child.iter(tag)

    @property
    def text(self) -> str:
        """All the text in it, stripped."""
        if not self.children:
            return "".join(self.parts).strip()  # type: ignore[arg-type]
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
