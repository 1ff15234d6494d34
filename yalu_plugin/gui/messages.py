"""What the user is told: one clear line in QGIS' message bar, more of it on request."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import monotonic

from qgis.core import Qgis, QgsVectorLayer
from qgis.gui import QgsMessageBar, QgsMessageBarItem, QgsMessageViewer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QLineEdit, QPushButton

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.about_site import AboutSite
from yalu_plugin.gui.held_error import HeldError
from yalu_plugin.gui.plain import as_html
from yalu_plugin.gui.whole_text import WholeText
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.survey.observations import NotSeen, TooEarly

SECONDS = 8
LINE = 400  # characters


class Messages:
    """The one place that talks to the user. Given QGIS' message bar."""

    def __init__(self, bar: QgsMessageBar) -> None:
        self._bar = bar
        self._told: list[QgsMessageBarItem] = []
        self._error: YaluError | None = None  # what it tells, if an error
        self._held: list[HeldError] = []  # errors about something, such as a site
        self._asked: YaluError | None = None  # what a question gives as its reason
        self._notices: list[tuple[YaluError, QgsMessageBarItem]] = []
        self._whole: list[WholeText] = []

    def show_message(self, text: str, about: AboutSite | None = None) -> None:
        """Tell that something was done, to the site `about` if to one."""
        self._push(text, "", Qgis.MessageLevel.Success, about).setDuration(SECONDS)

    def done(self, what: str) -> None:
        """Tell that something was done that Undo takes back."""
        self.show_message(tr("{what}. Undo takes it back.").format(what=what))

    def prompt(self, text: str) -> QgsMessageBarItem:
        """Tell what is to be done, whatever else is told meanwhile; `remove_message` what this gives back once it was."""
        self.clear()
        item = self._item(text, Qgis.MessageLevel.Info)
        self._bar.pushItem(item)
        return item

    def warn(self, text: str, detail: str = "", ways_out: Mapping[str, Callable[[], None]] | None = None,
             ) -> QgsMessageBarItem:
        """Tell that something needs attention; `detail` is shown on request, `ways_out` are its buttons."""
        item = self._push(text, detail, Qgis.MessageLevel.Warning)
        for label, chosen in (ways_out or {}).items():
            self._add_button(item, label, chosen)
        return item

    def error(self, error: YaluError, about: AboutSite | None = None) -> None:
        """Tell what went wrong and what to do, unless a question says it.

        What went wrong with the site `about` is told with its name. It stays until that site is recorded, or it is
        closed; after READABLE_S also until something else goes wrong. A key that came too early has left no trace, and
        whoever pressed it may not have seen that: it stays until that site is recorded in that step, with a way there.
        """
        if error is self._asked:
            return
        text, detail = error_text(error, short=True), _detail(error)
        if about is not None and about.name and about.name not in error.values.values():
            text = tr("{site}: {text}").format(site=about.name, text=text)
        if about is None:
            self._push(text, detail, Qgis.MessageLevel.Critical)
            self._error = error
            return
        self._release(lambda held: held.ends_with(about) or held.is_read)
        self.clear()
        item = self._item(text, Qgis.MessageLevel.Critical)
        is_early = isinstance(error, TooEarly) and about.show is not None
        if is_early:
            self._add_lasting_button(item, tr("Go there"), lambda: self._show_site(about))
        if detail:
            self._add_details(item, text, detail)
        self._held.append(HeldError(item, about, monotonic(), is_early))
        self._bar.pushItem(item)

    def notice(self, error: YaluError, ways_out: Mapping[str, Callable[[], None]] | None = None) -> None:
        """Tell what is to be known of the survey as long as it is open: it stays when something else is told, and when
        one of the buttons `ways_out` is pressed; see `dismiss`.
        """
        text, detail = error_text(error, short=True), _detail(error)
        item = self._item(text, Qgis.MessageLevel.Critical)
        for label, chosen in (ways_out or {}).items():
            self._add_lasting_button(item, label, chosen)
        if detail:
            self._add_details(item, text, detail)
        self._notices.append((error, item))
        self._bar.pushItem(item)

    def clear_notices(self) -> None:
        """Another survey is open, or none."""
        self._release(lambda _: True)
        for error in [error for error, _ in self._notices]:
            self._end_notice(error)

    def dismiss(self, error: YaluError) -> None:
        """What this error tells holds no more: take it away if it is still there."""
        if self._error is error:
            self.clear()
        self._end_notice(error)

    def _end_notice(self, error: YaluError) -> None:
        for item in [item for known, item in self._notices if known is error and item in self._bar.items()]:
            self._bar.popWidget(item)
        self._notices = [one for one in self._notices if one[0] is not error]

    def remove_message(self, item: object) -> None:
        """What `warn` or `prompt` gave back holds no more: take it away if it is still there."""
        if item in self._told:
            self.clear()
        elif item in self._bar.items():
            self._bar.popWidget(item)

    def forget_scene(self) -> None:
        """Another scene is on screen: what was not seen on the one before is over."""
        if isinstance(self._error, NotSeen):
            self.clear()

    def remove_commit_error(self, layer: QgsVectorLayer) -> None:
        """What QGIS says of a layer that it was kept from saving: why was told, and GDAL's words are of no help."""
        words = QCoreApplication.translate("QgisApp", "Could not commit changes to layer %1")
        for item in [one for one in self._bar.items() if one.text() == words.replace("%1", layer.name())]:
            self._bar.popWidget(item)

    def ask(self, text: str, answers: dict[str, Callable[[], None]],
            fields: Sequence[QLineEdit] = (), detail: str = "", because: YaluError | None = None) -> QgsMessageBarItem:
        """Ask without blocking: one button per answer. Going on working is an answer too; `detail` is shown on request.

        `fields` are to be typed in; Return in one of them gives the first answer. The error `because` of which it is
        asked is said with it, and not once more. See `withdraw`.
        """
        self._asked = because
        if because is not None:
            self.clear()
            text = f"{text}. {error_text(because, short=True)}"
            detail = "\n".join(part for part in (detail, _detail(because)) if part)
        item = self._item(text, Qgis.MessageLevel.Info)
        for field in fields:
            item.layout().addWidget(field)
        buttons = [self._add_button(item, label, chosen) for label, chosen in answers.items()]
        if detail:
            self._add_details(item, text, detail)
        for field in fields:
            field.returnPressed.connect(buttons[0].click)
        self._bar.pushItem(item)
        return item

    def withdraw(self, question: QgsMessageBarItem) -> None:
        """Take away what `ask` gave back, if it is still there."""
        if question in self._bar.items():
            self._bar.popWidget(question)

    @contextmanager
    def reporting(self, about: AboutSite | None = None) -> Iterator[None]:
        """Show a YaluError raised inside, see `error`; anything else is a bug and goes on its way."""
        try:
            yield
        except YaluError as error:
            self.error(error, about)

    def _push(self, text: str, detail: str, level: Qgis.MessageLevel, about: AboutSite | None = None,
              ) -> QgsMessageBarItem:
        item = self._item(text, level)
        if detail or len(text) > LINE:
            self._add_button(item, tr("Details"), lambda: self._show(text, detail))
        if level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical):
            self._release(lambda held: held.is_read)
        self.clear(about)
        self._told = [item]
        self._bar.pushItem(item)
        return item

    def _item(self, text: str, level: Qgis.MessageLevel) -> QgsMessageBarItem:
        """A message of plain text, which QGIS takes for HTML, without a break of its own."""
        item = self._bar.createMessage(tr("Yalu"), as_html(one_line(text, LINE)))
        item.setLevel(level)
        # kept here: Python's collector takes a filter that nobody but its message refers to
        self._whole = [*(one for one in self._whole if not sip.isdeleted(one)), WholeText(item)]
        return item

    def clear(self, about: AboutSite | None = None) -> None:
        """Take away what was told last: it was about something else, and that is over. Questions stay until they are
        answered, and errors about sites, but for the site `about`, which was recorded now.
        """
        for told in [old for old in self._bar.items() if old in self._told]:
            self._bar.popWidget(told)
        self._told, self._error = [], None
        if about is not None:
            self._release(lambda held: held.ends_with(about))

    def forget_sites(self, gone: Collection[str]) -> None:
        """These sites, by their ids, are in the survey no more."""
        self._release(lambda held: held.about.site_id in gone)

    def release(self) -> None:
        """Take away all of ours (on unload): the buttons would lead to what is no more."""
        for item in [one for one in self._bar.items() if one.title() == tr("Yalu")]:
            self._bar.popWidget(item)

    def _release(self, ended: Callable[[HeldError], bool]) -> None:
        """Take away errors about sites that hold no more."""
        shown = self._bar.items()
        for held in [one for one in self._held if one.item in shown and ended(one)]:
            self._bar.popWidget(held.item)
        self._held = [one for one in self._held if one.item in shown and not ended(one)]

    def _add_button(self, item: QgsMessageBarItem, label: str, chosen: Callable[[], None]) -> QPushButton:
        button = QPushButton(label, item)
        button.setToolTip(label)
        button.clicked.connect(lambda: (self._bar.popWidget(item), chosen()))
        item.layout().addWidget(button)
        return button

    def _add_details(self, item: QgsMessageBarItem, text: str, detail: str) -> None:
        self._add_lasting_button(item, tr("Details"), lambda: self._show(text, detail))

    def _add_lasting_button(self, item: QgsMessageBarItem, label: str, chosen: Callable[[], None]) -> None:
        """A button that leaves the message where it is."""
        button = QPushButton(label, item)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are heard
        button.clicked.connect(lambda: chosen())
        item.layout().addWidget(button)

    def _show_site(self, about: AboutSite) -> None:
        with self.reporting():
            about.show()

    def _show(self, text: str, detail: str) -> None:
        viewer = QgsMessageViewer(self._bar)
        viewer.setTitle(tr("Yalu"))
        viewer.setMessageAsPlainText(f"{text}\n\n{detail}")
        viewer.exec()


def _detail(error: YaluError) -> str:
    """What is shown on request: where, as the line has the file's name alone, or it would not fit; and the cause."""
    return "\n".join(part for part in (str(error.values.get("path", "")), error.detail) if part)
