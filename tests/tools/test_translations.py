"""Every text the user sees can be translated, and is: in Korean and in Simplified Chinese."""

from __future__ import annotations

import ast
import importlib.util
import re
import string
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "translations.py"
LANGUAGES = ("ko", "zh_CN")
# the calls whose texts Qt or QGIS shows
SHOWN = re.compile(
    r"^(set(Text|WindowTitle|ToolTip|StatusTip|WhatsThis|Title|PlaceholderText|AccessibleName|AccessibleDescription"
    r"|Prefix|Suffix|SpecialValueText|DialogTitle|Help|Filter|InformativeText|LabelText|TabText)"
    r"|Q(Label|PushButton|CheckBox|RadioButton|GroupBox|Menu|DockWidget)|QgsDockWidget"
    r"|QgsProcessing(Parameter|Output)\w+|QgsProcessingException"
    r"|addRow|addMenu|addToolBar|addTab|addSection|createMessage|pushMessage|pushInfo|pushWarning|pushDebugInfo"
    r"|reportError|get(Open|Save)FileNames?|getExistingDirectory|information|question|warning|critical)$"
)
WORDS = re.compile(r"[A-Za-z]{2}")
# arguments that are not shown to the user
NAMES = {"name", "defaultValue", "fileFilter", "extension", "type"}


def load_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", TOOL)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def tool() -> ModuleType:
    return load_tool()


@pytest.fixture
def project(tmp_path: Path, tool: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small source tree for the tool."""
    source, folder = tmp_path / "yalu_plugin", tmp_path / "i18n"
    source.mkdir()
    folder.mkdir()
    for name, value in {"ROOT": tmp_path, "SOURCE": source, "FOLDER": folder}.items():
        monkeypatch.setattr(tool, name, value)
    return tmp_path


def marked(project: Path, source: str, tool: ModuleType) -> list[str]:
    (project / "yalu_plugin" / "a.py").write_text(source, "utf-8")
    texts: list[str] = tool.marked_texts()
    return texts


def placeholders(text: str) -> list[Any]:
    return sorted(part[1:] for part in string.Formatter().parse(text) if part[1] is not None)


def translations(language: str) -> dict[str, Any]:
    read: dict[str, Any] = load_tool().read(ROOT / "resources" / "i18n" / f"yalu_{language}.ts")
    return read


def test_the_files_are_up_to_date() -> None:
    result = subprocess.run([sys.executable, str(TOOL), "--check"], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_to_translate(language: str) -> None:
    read = translations(language)
    assert len(read) > 400
    assert not [source for source, (text, unfinished) in read.items() if unfinished or not text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_have_the_same_placeholders_patterns_and_keys(language: str) -> None:
    result = {source: text for source, (text, unfinished) in translations(language).items() if not unfinished}
    for source, text in result.items():
        assert placeholders(text) == placeholders(source), text
        assert re.findall(r"\*\.?\w*", text) == re.findall(r"\*\.?\w*", source), text
        assert re.findall(r"&(\w)", text) == [key.upper() for key in re.findall(r"&(\w)", source)], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_synthetic_stays_readable_everywhere(language: str) -> None:
    assert all("SYNTHETIC" in text for source, (text, _) in translations(language).items() if "SYNTHETIC" in source)


def test_texts_come_from_literals_in_order_and_once(project: Path, tool: ModuleType) -> None:
    source = ('tr("b")\ntranslatable(\n  "a {x} "\n  "<c>")\ntr("b")\nnot_tr("d")\ntr(error.template)\n'
              'tr(KIND_LABELS[x])')
    assert marked(project, source, tool) == ["b", "a {x} <c>"]


@pytest.mark.parametrize(
    "source", ['tr(f"a {x}")', 'tr("a" + x)', 'tr("a {x}".format(x=1))', "tr(text)", "translatable(TEMPLATE)", "tr(3)"]
)
def test_a_composed_text_is_rejected(project: Path, tool: ModuleType, source: str) -> None:
    with pytest.raises(ValueError, match=r"a\.py:1: \w+\(\) needs one literal text"):
        marked(project, source, tool)


def test_translations_stay_and_removed_texts_are_removed(project: Path, tool: ModuleType) -> None:
    marked(project, 'tr("a < b & c")\ntr("gone")\n', tool)
    path = project / "i18n" / "yalu_ko.ts"
    assert tool.main(check=True) == 1
    assert not path.exists()
    assert tool.main(check=False) == 0
    unfinished = '<translation type="unfinished"></translation>'
    path.write_text(path.read_text("utf-8").replace(unfinished, "<translation>가 &lt; 나</translation>", 1), "utf-8")
    marked(project, 'tr("new")\ntr("a < b & c")\n', tool)
    assert tool.main(check=True) == 1
    assert tool.main(check=False) == 0
    assert tool.read(path) == {"new": ("", True), "a < b & c": ("가 < 나", False)}
    assert tool.main(check=True) == 0


def test_a_file_that_linguist_saved_is_read(tmp_path: Path, tool: ModuleType) -> None:
    path = tmp_path / "yalu_ko.ts"
    path.write_text(
        '<TS><context><name>Yalu</name>\n<message>\n    <location filename="a.py" line="3"/>\n'
        '    <source>It&apos;s &quot;a&quot;</source>\n    <translation type="unfinished"/>\n</message>\n'
        "<message><source>b\nc</source><translation>나\n다</translation></message></context></TS>", "utf-8")
    assert tool.read(path) == {'It\'s "a"': ("", True), "b\nc": ("나\n다", False)}


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The staged plugin's compiled translations."""
    folder = tmp_path_factory.mktemp("staged")
    subprocess.run([sys.executable, str(ROOT / "tools" / "stage.py"), str(folder)], check=True)
    return folder / "resources" / "i18n"


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("ko", "도하 지점"),
        ("ko_KR", "도하 지점"),
        ("zh_CN", "渡河点"),
        ("zh-Hans", "渡河点"),  # QGIS' own name for it
        ("zh-Hant", None),
        ("zh_TW", None),
        ("en", None),
        ("en_US", None),
        ("C", None),
        ("de", None),
    ],
)
def test_the_plugin_finds_the_language_of_qgis(staged: Path, locale: str, expected: str | None) -> None:
    from qgis.PyQt.QtCore import QLocale, QTranslator

    translator = QTranslator()
    found = translator.load(QLocale(locale), "yalu", "_", str(staged))
    assert (translator.translate("Yalu", "Crossings") if found else None) == expected


# rules for the source


def modules() -> list[tuple[Path, ast.Module]]:
    return [(path, ast.parse(path.read_text("utf-8"))) for path in sorted((ROOT / "yalu_plugin").rglob("*.py"))]


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def shown_untranslated(tree: ast.AST) -> list[str]:
    """Return the texts shown to the user that do not go through tr()."""
    found = []
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and SHOWN.match(called(call)):
            arguments = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg not in NAMES)]
            found += [text for each in arguments for text in plain_texts(each)]
    return [text for text in found if WORDS.search(re.sub(r"\*\.\w+", "", text))]


def plain_texts(node: ast.expr) -> list[str]:
    """Return the literal texts of an argument, also in branches and f-strings, but not those inside other calls."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        return [text for part in node.values for text in plain_texts(part)]
    if isinstance(node, ast.BinOp):
        return plain_texts(node.left) + plain_texts(node.right)
    if isinstance(node, ast.IfExp):
        return plain_texts(node.body) + plain_texts(node.orelse)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        return plain_texts(node.func.value)
    return []


ALLOWED = {"claims.csv", "lists.csv", ".csv", "yalu.gpkg"}  # suggested file names and suffixes


def test_every_text_shown_is_translated() -> None:
    found = {f"{path.name}: {text}" for path, tree in modules() for text in shown_untranslated(tree)
             if text not in ALLOWED}
    assert not found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('label.setText("Hello there")', ["Hello there"]),
        ('QLabel(f"Found {n}", self)', ["Found "]),
        ('bar.pushMessage(tr("Yalu"), "Saved {n}".format(n=1) if a else tr("b"))', ["Saved {n}"]),
        ('label.setText(tr("Hello {n}").format(n=1))', []),
        ('label.setText(f"{km:.2f}")', []),
        ('label.setObjectName("yalu_hello")', []),
    ],
)
def test_shown_untranslated(source: str, found: list[str]) -> None:
    assert shown_untranslated(ast.parse(source)) == found


def test_nothing_is_translated_before_the_translator_is_installed() -> None:
    """At import no translator is installed yet: tr() belongs inside functions."""
    early = {
        f"{path.name}:{call.lineno}"
        for path, tree in modules()
        for statement in outside_functions(tree)
        for call in ast.walk(statement)
        if isinstance(call, ast.Call) and called(call) == "tr"
    }
    assert not early


def outside_functions(tree: ast.Module | ast.ClassDef) -> list[ast.stmt]:
    found: list[ast.stmt] = []
    for statement in tree.body:
        if isinstance(statement, ast.ClassDef):
            found += outside_functions(statement)
        elif not isinstance(statement, ast.FunctionDef):
            found.append(statement)
    return found
