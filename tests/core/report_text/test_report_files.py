"""Reports in files of every kind; all are SYNTHETIC and written here."""

from __future__ import annotations

import zipfile
import zlib

import pytest

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.import_errors import EntitiesDeclared, MissingFile, PasswordNeeded, UnreadableFile
from yalu_plugin.core.report_text import pdf_text, report_files
from yalu_plugin.core.report_text.published_report import NoReport, NoWords, ScannedPages, TextTooLarge
from yalu_plugin.core.report_text.report_files import pasted_report, read_report

KOREAN = "혜산시의 도하 지점 41.411114, 128.186804 부근에서 트럭이 보였다.\n작성: 기자"
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>SYNTHETIC &amp; title</title>
<meta property="og:title" content="SYNTHETIC post"><meta name="author" content="A. Writer">
<meta property="article:published_time" content="2026-02-09T10:00:00Z"><link rel="canonical" href="https://example.org/a">
<script>var a = "41.999999, 128.999999"</script></head>
<body><p>Ford at <b>41.411114&deg;</b>&nbsp;128.186804&deg;.</p>
<table><tr><td>Dock</td><td>41.5194</td><td>127.2214</td></tr>
</table><!-- 41.888888, 128.888888 --></body></html>"""
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_text_in_any_encoding(tmp_path, encoding):
    path = tmp_path / "보도.txt"
    path.write_bytes(KOREAN.encode(encoding))
    report = read_report(path)
    assert report.text == KOREAN and report.title == "보도.txt"


def test_line_ends_become_one_kind(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"a\r\nb\rc\x0cd\n")
    assert read_report(path).text == "a\nb\nc\nd\n"


def test_a_web_page_with_its_source(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    report = read_report(path)
    assert "41.411114° 128.186804°" in report.text and "Dock | 41.5194 | 127.2214" in report.text
    assert "999999" not in report.text and "888888" not in report.text
    assert (report.title, report.author, report.published_on, report.url) == (
        "SYNTHETIC post", "A. Writer", "2026-02-09", "https://example.org/a")


def test_a_web_page_in_the_encoding_that_it_declares(tmp_path):
    path = tmp_path / "page.htm"
    path.write_bytes('<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr">'
                     f"<title>제목</title></head><body>{KOREAN}</body></html>".encode("cp949"))
    assert "혜산시의 도하 지점" in read_report(path).text and read_report(path).title == "제목"


def test_a_page_that_states_nothing_or_a_script_as_its_address(tmp_path):
    path = tmp_path / "p.html"
    path.write_text('<html><head><link rel="canonical" href="javascript:alert(1)"></head><body>x</body></html>',
                    encoding="utf-8")
    report = read_report(path)
    assert (report.title, report.url, report.author) == ("p.html", "", "")


@pytest.mark.parametrize(("body", "text"), [
    ("<p>Ford at\n 41.411114,\n128.186804.</p>", "Ford at 41.411114, 128.186804."),
    ("<p>41&deg;24&prime;40&Prime;N,&nbsp;128&#176;11&#x2032;12&#8243;E</p>", "41°24′40″N, 128°11′12″E"),
    ("<p>at 128.18<sup>12</sup> and 41<sup>o</sup>24'</p>", "at 128.18 12 and 41 o 24'"),
    ("<dl><dt>Latitude</dt><dd>41.41</dd><dt>Longitude</dt><dd>128.18</dd></dl>",
     "Latitude\n41.41\nLongitude\n128.18"),
    ("<section><h2>A</h2>41.41</section><figure><figcaption>B</figcaption></figure><pre>1\n2</pre>",
     "A\n41.41\nB\n1\n2"),
    ("<template>9</template><noscript>9</noscript><p hidden>9</p><div style='display: none'>9<div>9</div></div>1", "1"),
    ("<p hidden>never closed", "never closed"), ("<input hidden><p>1</p>", "1"),
    ("<textarea hidden>9</textarea><a href='#' class='hidden-link'>1</a>", "1 (#)")])
def test_what_a_page_shows(tmp_path, body, text):
    path = tmp_path / "p.html"
    path.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    assert read_report(path).text == text


def docx(path, body, **members):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return path


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_a_word_document(tmp_path):
    cells = "".join(f"<w:tc><w:p>{run(text)}</w:p></w:tc>" for text in ("Dock", "41.5194", "127.2214"))
    path = docx(tmp_path / "r.docx", (
        f"<w:p>{run('Ford at 41.41')}{run('1114, 128.186804')}<w:del><w:r><w:delText>9.9</w:delText></w:r></w:del>."
        f"</w:p><w:tbl><w:tr>{cells}</w:tr></w:tbl><w:p>{run('a')}<w:r><w:br/></w:r>{run('b')}<w:r><w:tab/></w:r></w:p>"),
        docProps__core_xml='<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title> SYNTHETIC  report</dc:title>'
                           "<dc:creator>A. Writer</dc:creator></cp:coreProperties>",
        word__footnotes_xml=f"<w:footnotes {W}><w:footnote><w:p>{run('Note 41.2222, 128.3333')}</w:p></w:footnote>"
                            "</w:footnotes>")
    report = read_report(path)
    assert report.text.split("\n") == ["Ford at 41.411114, 128.186804", "Dock\t41.5194\t127.2214", "a", "b\t",
                                       "Note 41.2222, 128.3333"]
    assert (report.title, report.author) == ("SYNTHETIC report", "A. Writer")


BOX = f"<w:txbxContent><w:p>{run('in a box')}</w:p></w:txbxContent>"
CELLS = "".join(f"<w:tc><w:p>{run(text)}</w:p></w:tc>" for text in ("Dock", "41.5", "127.2"))


@pytest.mark.parametrize(("body", "lines"), [
    (f"<w:p>{run('41.41')}<w:ins>{run('1114')}</w:ins><w:moveFrom>{run('9')}</w:moveFrom></w:p>", ["41.411114"]),
    (f"<w:p>{run('41')}<w:r><w:sym w:char='F0B0'/></w:r>{run('24')}<w:r><w:sym w:char='00B0'/></w:r></w:p>",
     ["41°24°"]),
    (f"<w:p>{run('128.18')}<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>12</w:t></w:r></w:p>",
     ["128.18 12 "]),
    (f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>{run('1')}</w:p>", ["1"]),
    (f"<w:p><w:r><w:AlternateContent><w:Choice>{BOX}</w:Choice><w:Fallback>{BOX}</w:Fallback></w:AlternateContent></w:r>"
     f"{run('text')}</w:p>", ["text", "in a box"]),
    (f"<w:tbl><w:tr><w:tc><w:tbl><w:tr>{CELLS}</w:tr></w:tbl><w:p/></w:tc><w:tc><w:p>{run('x')}</w:p></w:tc></w:tr>"
     "</w:tbl>", ["\tx", "Dock\t41.5\t127.2"]),
    (f"<w:sdt><w:sdtContent><w:tbl><w:sdt><w:sdtContent><w:tr>{CELLS}</w:tr></w:sdtContent></w:sdt></w:tbl>"
     "</w:sdtContent></w:sdt>", ["Dock\t41.5\t127.2"])])
def test_what_a_word_document_shows(tmp_path, body, lines):
    assert read_report(docx(tmp_path / "r.docx", body)).text.split("\n") == lines


def pdf(path, *pages, title="SYNTHETIC", encrypt=""):
    """Write a PDF with a line of text on each page."""
    pypdf = pytest.importorskip("pypdf")
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = pypdf.PdfWriter()
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
                             NameObject("/BaseFont"): NameObject("/Helvetica")})
    for text in pages:
        page = writer.add_blank_page(400, 400)
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 20 300 Td ({text}) Tj ET".encode("latin-1") if text else b"")
        page[NameObject("/Contents")] = writer._add_object(stream)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    writer.add_metadata({"/Title": title, "/Author": "A. Writer"})
    if encrypt:
        writer.encrypt(encrypt, algorithm="RC4-128")
    writer.write(path)
    return path


def test_a_pdf(tmp_path):
    report = read_report(pdf(tmp_path / "r.pdf", "Ford at 41.411114, 128.186804.", "Dock at 41.5194, 127.2214."))
    assert [line for line in report.text.split("\n") if line] == [
        "Ford at 41.411114, 128.186804.", "Dock at 41.5194, 127.2214."]
    assert (report.title, report.author, report.published_on) == ("SYNTHETIC", "A. Writer", "")


@pytest.mark.parametrize(("limit", "value", "error", "message"), [
    ("MAX_PAGES", 1, pdf_text.TooManyPages, "has 2 pages, and at most 1 are read"),
    ("MAX_CHARACTERS", 12, TextTooLarge, "million characters")])  # of both pages; neither has as many
def test_a_pdf_beyond_a_limit(tmp_path, monkeypatch, limit, value, error, message):
    monkeypatch.setattr(pdf_text, limit, value)
    with pytest.raises(error, match=message):
        read_report(pdf(tmp_path / "r.pdf", "ten letter", "ten letter"))


def test_a_pdf_behind_other_bytes_with_a_divided_word(tmp_path):
    path = pdf(tmp_path / "r.pdf", "the vehi-) Tj 0 -14 Td (cle ford, 41.4-) Tj 0 -14 Td (12")
    path.write_bytes(b"\r\nx\r\n" + path.read_bytes())
    assert read_report(path).text.split("\n") == ["the vehicle ford, 41.4-", "12"]


def test_a_scanned_pdf_says_so(tmp_path):
    with pytest.raises(ScannedPages) as error:
        read_report(pdf(tmp_path / "r.pdf", "", ""))
    assert str(error.value).startswith("The 2 pages of") and "OCR" in str(error.value)


def test_a_locked_pdf(tmp_path):
    with pytest.raises(PasswordNeeded):
        read_report(pdf(tmp_path / "r.pdf", "x", encrypt="secret"))


def test_damaged_and_foreign_files_are_refused_in_one_line(tmp_path):
    docx(tmp_path / "bomb.docx", "x").write_bytes(b"")
    entities = f'<!DOCTYPE d [<!ENTITY a "b">]><w:document {W}><w:body>&a;</w:body></w:document>'
    with zipfile.ZipFile(tmp_path / "e.docx", "w") as archive:
        archive.writestr("word/document.xml", entities)
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a.txt", "x")
    (tmp_path / "cut.docx").write_bytes((tmp_path / "e.docx").read_bytes()[:60])
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj <<" + zlib.compress(b"x" * 100))
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    (tmp_path / "blank.txt").write_text(" \n\n ")
    expected = {"e.docx": EntitiesDeclared, "x.zip": NoReport, "cut.docx": UnreadableFile, "cut.pdf": UnreadableFile,
                "old.doc": NoReport, "picture.txt": NoReport, "blank.txt": NoWords, "bomb.docx": NoWords,
                "none.txt": MissingFile}
    for name, error in expected.items():
        with pytest.raises(error) as raised:
            read_report(tmp_path / name)
        assert isinstance(raised.value, YaluError) and "\n" not in str(raised.value)


def test_a_pdf_without_its_package(tmp_path, monkeypatch):
    from yalu_plugin.core import requirements
    from yalu_plugin.core.errors import MissingPackages

    path = pdf(tmp_path / "r.pdf", "x")
    monkeypatch.setattr(requirements, "_importable", lambda name: False)
    with pytest.raises(MissingPackages):
        read_report(path)


def test_pasted_text(monkeypatch):
    text = "By A. Writer\r\nTuesday, December 16, 2025\r\nSource: https://example.org/b\r\ntext"
    report = pasted_report(text, "Pasted")
    assert (report.title, report.author, report.published_on, report.url) == (
        "Pasted", "A. Writer", "2025-12-16", "https://example.org/b")
    with pytest.raises(NoWords):
        pasted_report(" \n", "Pasted")
    monkeypatch.setattr(report_files, "MAX_CHARACTERS", 3)
    with pytest.raises(TextTooLarge):
        pasted_report("text", "Pasted")


@pytest.mark.parametrize("text", [
    "Tuesday, February 10, 2026\nx\nSaturday, April 25, 2020\n", "By A. Writer\nBy B. Other", "see https://a.b/c here",
    "By the river\nOn July 30, 2025 it was seen.", "07/08/2025"])
def test_two_answers_or_none_leave_the_source_open(text):
    report = pasted_report(text, "x")
    assert (report.author, report.published_on, report.url) == ("", "", "")
