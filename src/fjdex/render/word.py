"""The bulletin as a document for Word: headings to navigate by, tables, numbered sources, charts.

The same bulletin gives the same bytes: its dates are the bulletin's own day, and what the library
would take from the clock is set. Only the charts' bitmaps depend on the fonts of the machine.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from fjdex.messages import Voice
from fjdex.plan.failures import Failure
from fjdex.plan.words import Language
from fjdex.render.html import LANGUAGE_TAGS
from fjdex.render.markup import Writing, read

if TYPE_CHECKING:
    from docx.document import Document

# The oldest day that a zip archive can name.
_PACKED = (1980, 1, 1, 0, 0, 0)
# What the library's template brings along and no bulletin needs.
_NOT_NEEDED = ("/thumbnail", "/stylesWithEffects", "/customXml")


def word_document(markdown: str, pictures: Mapping[str, str], language: Language) -> bytes:
    """Write a bulletin as a document, with the drawings (by the paths that it names) inside it."""
    try:
        import docx  # noqa: PLC0415 (only here)
        import resvg_py  # noqa: F401, PLC0415 (asked for before any work is done)
    except ImportError as missing:
        raise Failure("extra-missing", name="docx") from missing
    from fjdex.render.word_blocks import Blocks  # noqa: PLC0415 (needs the library)
    from fjdex.render.word_layout import lay_out  # noqa: PLC0415 (needs the library)

    writing = read(markdown, pictures, "docx")
    document = docx.Document()
    voice = Voice(language)
    lay_out(document, writing, voice)
    Blocks(document, writing, voice).write()
    _describe(document, writing, language)
    _slim(document)
    out = BytesIO()
    document.save(out)
    return _settled(out.getvalue())


def signs_unshown(pictures: Mapping[str, str]) -> str:
    """Answer the signs in some drawings that no font of this machine has: "" where all are well.

    The document says in words what the drawings with such signs show.
    """
    try:
        from fjdex.render.word_fonts import signs_lacking  # noqa: PLC0415 (needs the library)
    except ImportError as missing:
        raise Failure("extra-missing", name="docx") from missing
    return signs_lacking(pictures.values())


def _describe(document: "Document", writing: Writing, language: Language) -> None:
    """Say what the document is; none of it is about the machine or the hour."""
    front, properties = writing.front, document.core_properties
    day = _day(front.get("as_of", ""))
    properties.title = writing.title[:255]
    properties.subject = front.get("plan", "")[:255]
    properties.version = front.get("data", "")[:255]
    properties.language = LANGUAGE_TAGS[language]
    properties.author = properties.last_modified_by = "fjdex"
    properties.comments = ""
    properties.revision = 1
    properties.created = properties.modified = day


def _day(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        return datetime(*_PACKED, tzinfo=UTC)


def _slim(document: "Document") -> None:
    for relations in (document.part.rels, document.part.package.rels):
        for id_ in [id_ for id_, one in relations.items() if one.reltype.endswith(_NOT_NEEDED)]:
            del relations[id_]


def _settled(packed: bytes) -> bytes:
    """Pack an archive again, without the hour and the system on which it was packed."""
    out = BytesIO()
    with ZipFile(BytesIO(packed)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = ZipInfo(name, _PACKED)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            after.writestr(entry, before.read(name), ZIP_DEFLATED, 9)
    return out.getvalue()
