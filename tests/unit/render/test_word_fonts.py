"""What no font of the machine can show is said in words, and never drawn as boxes."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest

from fjdex.render import word_fonts
from fjdex.render.word import signs_unshown, word_document
from fjdex.render.word_fonts import signs_lacking
from stage import Stage

WORDS = """\
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><title>t</title>\
<text y="9">5G 数据</text><text y="19">数&amp;</text></svg>"""
SHAPES = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="9"/></svg>'
MARKDOWN = "![words](a.svg)\n\n![shapes](b.svg)\n"


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take all fonts away."""
    word_fonts._shown.cache_clear()  # noqa: SLF001
    word_fonts._bitmap.cache_clear()  # noqa: SLF001
    monkeypatch.setattr(word_fonts, "_NO_FONTS", True)
    yield
    word_fonts._shown.cache_clear()  # noqa: SLF001
    word_fonts._bitmap.cache_clear()  # noqa: SLF001


@pytest.mark.usefixtures("bare")
def test_every_sign_that_would_be_a_box_is_told_once() -> None:
    """Those in the words that are seen, in their order, and no blanks."""
    assert signs_lacking([WORDS, SHAPES]) == "5G数据&"
    assert signs_unshown({"a.svg": SHAPES}) == ""


def test_a_sign_that_no_font_can_have_is_lacking_everywhere() -> None:
    """What is compared with is told from what any machine that runs this can show, or not."""
    text = WORDS.replace("数据", "\U0010fffd")

    assert "\U0010fffd" in signs_lacking([text])


@pytest.mark.usefixtures("bare")
def test_words_stand_in_for_a_picture_of_boxes() -> None:
    """A drawing with such signs is replaced by what it says, one without is there."""
    made = word_document(MARKDOWN, {"a.svg": WORDS, "b.svg": SHAPES}, "en")
    document = docx.Document(BytesIO(made))

    assert [one.text for one in document.paragraphs if one.text] == ["words"]
    assert len(document.inline_shapes) == 1


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("lang", "said"), [("en", "No font here can show "), ("zh", "本机字体无法显示")]
)
def test_one_who_writes_without_fonts_is_told(lang: str, said: str, tmp_path: Path) -> None:
    """The sentence goes to stderr, once, and the document is written all the same."""
    result = Stage.of("invented", tmp_path).run(
        "report", "2024Q3", "--format", "docx", "--lang", lang
    )

    assert (result.code, result.out) == (0, f"reports/2024Q3.{lang}.docx\n")
    assert result.err.startswith(said)
    assert result.err.count("\n") == 1
