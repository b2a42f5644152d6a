"""Opening a sheet that somebody sent: what kind of file it is, and its rows as they are read.

A file is told by what it holds, whatever its name says. Nothing is unpacked before it is known how
large it will be, and nothing in it is run or fetched.
"""

import posixpath
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from fjdex.exchange.grid import Broken, Problem, Sheet
from fjdex.exchange.text import decoded, objects, separated
from fjdex.exchange.xlsx import SheetReader
from fjdex.exchange.xlsx_parts import (
    Relation,
    read_relations,
    read_strings,
    read_styles,
    read_workbook,
)
from fjdex.store.folder import reason

_MIB = 1 << 20
MOST_TEXT = 64 * _MIB
MOST_UNPACKED = 512 * _MIB
_MOST_STRINGS = 64 * _MIB
_MOST_PARTS = 10_000
# Sheets shrink to a tenth or a twentieth; what shrinks far more was made to burst.
_MOST_RATIO = 200
_SMALL = 32 * _MIB
_PIECE = 1 << 16

_ZIP, _EMPTY_ZIP = b"PK\x03\x04", b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_PAGES = (b"<html", b"<!doctype html", b"<table", b"<meta", b"<?xml", b"<head", b"mime-version:")
_OBJECTS = frozenset({".json", ".jsonl", ".ndjson"})
_FORMULAS_ELSEWHERE = "xl/externalLinks/"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True)
class Opened:
    """A file's sheets, which can be read while it is open, and what is said of it.

    `encoding` is that of a text; `linked` whether formulas look into other workbooks.
    """

    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...] = ()
    encoding: str | None = None
    linked: bool = False


@contextmanager
def opened(path: Path, name: str) -> Iterator[Opened]:
    """Open a file; `name` is what its places call it. Raises `Broken`, also while rows are read."""
    try:
        with _regular(path).open("rb") as file:
            head = file.read(len(_OLE))
    except OSError as error:
        raise Broken("file-unreadable", why=reason(error)) from error
    if head.startswith((_ZIP, _EMPTY_ZIP)):
        with _unzipped(path) as archive:
            yield _workbook(archive)
    elif head.startswith(_OLE):
        raise Broken(_ole_of(path))
    else:
        yield _text(path, name)


def _regular(path: Path) -> Path:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise Broken("file-unreadable", why="folder")
    if not stat.S_ISREG(mode):
        raise Broken("file-unreadable", why="special")
    if not path.stat().st_size:
        raise Broken("file-empty")
    return path


def _ole_of(path: Path) -> str:
    """Answer what the older container holds: a workbook of before 2007, or one under a password."""
    with path.open("rb") as file:
        return "file-locked" if _PASSWORD in file.read(_MIB) else "file-old"


def _text(path: Path, name: str) -> Opened:
    if path.stat().st_size > MOST_TEXT:
        raise Broken("file-too-large", limit=f"{MOST_TEXT // _MIB} MiB")
    data = path.read_bytes()
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGES):
        raise Broken("file-page")
    found = decoded(data)
    if found is None:
        raise Broken("file-not-sheet")
    text, encoding = found
    begins = text.lstrip()[:1]
    if begins == "{" or path.suffix.lower() in _OBJECTS:
        if begins == "[":
            raise Broken("file-json-list")
        sheet, problems = objects(text, name)
        return Opened((sheet,), problems, encoding)
    return Opened((separated(text),), (), encoding)


_CORRUPT = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,  # a part that another names and that is not there
    NotImplementedError,
    RuntimeError,  # a part under a password of its own
    OSError,
    UnicodeError,
)


@dataclass(frozen=True)
class _Archive:
    """An archive that is open, and the parts of it that are, which are closed with it."""

    whole: zipfile.ZipFile
    parts: ExitStack

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self.whole.namelist())

    def pieces(self, part: str) -> Iterator[bytes]:
        """Answer a part piece by piece; raises `Broken`."""
        try:
            with self.parts.enter_context(self.whole.open(part)) as file:
                while piece := file.read(_PIECE):
                    yield piece
        except _CORRUPT as error:
            raise Broken from error


@contextmanager
def _unzipped(path: Path) -> Iterator[_Archive]:
    try:
        archive = zipfile.ZipFile(path)
    except _CORRUPT as error:
        raise Broken from error
    with archive, ExitStack() as parts:
        _bear(archive.infolist())
        yield _Archive(archive, parts)


def _bear(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse what would not fit, by what the archive says of its parts before any is unpacked."""
    unpacked = sum(one.file_size for one in parts)
    packed = sum(one.compress_size for one in parts)
    bursting = unpacked > _SMALL and unpacked > _MOST_RATIO * packed
    if len(parts) > _MOST_PARTS or unpacked > MOST_UNPACKED or bursting:
        raise Broken("file-bomb", size=f"{unpacked // _MIB:,} MiB")


def _workbook(archive: _Archive) -> Opened:
    names = archive.names
    root = _relations(archive, "")
    main = next((one.target for one in root if one.kind == "officeDocument"), "")
    main = _absolute("", main)
    _refuse_others(archive, names, main)
    book = read_workbook(archive.pieces(main))
    related = _relations(archive, main)
    by_id = {one.id: one for one in related}
    strings, styles = _shared(archive, main, related)
    sheets = []
    for name, relation, hidden in book.sheets:
        if relation not in by_id or by_id[relation].kind != "worksheet":
            continue  # a sheet that is a chart
        reader = SheetReader(strings, styles, from_1904=book.from_1904)
        rows = reader.rows(archive.pieces(_absolute(main, by_id[relation].target)))
        sheets.append(Sheet(name, rows, hidden, reader.hidden_columns, typed=True))
    linked = any(name.startswith(_FORMULAS_ELSEWHERE) for name in names)
    return Opened(tuple(sheets), linked=linked)


def _shared(
    archive: _Archive, main: str, related: Sequence[Relation]
) -> tuple[Sequence[str], Sequence[str]]:
    """Answer the texts and styles that the cells of all sheets refer to."""
    shared = _part(main, related, "sharedStrings", archive.names)
    styled = _part(main, related, "styles", archive.names)
    size = archive.whole.getinfo(shared).file_size if shared else 0
    if size > _MOST_STRINGS:
        raise Broken("file-bomb", size=f"{size // _MIB:,} MiB")
    strings = read_strings(archive.pieces(shared)) if shared else ()
    return strings, read_styles(archive.pieces(styled)) if styled else ()


def _refuse_others(archive: _Archive, names: frozenset[str], main: str) -> None:
    """Refuse what is packed the same way and is no plain workbook."""
    if "mimetype" in names and next(archive.pieces("mimetype"), b"").startswith(_ODS):
        raise Broken("file-ods")
    if main.endswith(".bin"):
        raise Broken("file-binary")
    if any(name.endswith("vbaProject.bin") for name in names):
        raise Broken("file-macros")
    if not main.endswith(".xml") or not main.startswith("xl/"):
        raise Broken("file-not-sheet")


def _relations(archive: _Archive, part: str) -> tuple[Relation, ...]:
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    return read_relations(archive.pieces(path)) if path in archive.names else ()


def _part(main: str, related: Sequence[Relation], kind: str, names: frozenset[str]) -> str:
    """Answer the path of the part of a kind; "" where a workbook does without."""
    target = next((one.target for one in related if one.kind == kind), "")
    path = _absolute(main, target) if target else ""
    return path if path in names else ""


def _absolute(part: str, target: str) -> str:
    """Answer where a target lies that a part names, from the part's folder or from the root."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
