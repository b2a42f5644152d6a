"""The page on every code of `fjdex check`, in both languages: what it shows is what happens.

For whoever writes a page in docs/findings or docs/findings/zh:

- the invented folder docs/findings/plan is what a page starts from; a block of YAML whose first
  line is `# FILE` is that whole file in it, the comment too;
- where YAML cannot show what is wrong, a block of `sh` is run in the folder; in the section of what
  is right such a block is run in the wrong folder, which it mends;
- the block without a language is what `fjdex check` prints, on the day TODAY.
"""

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

from fjdex.check.rules import check
from fjdex.load import load
from fjdex.messages import Voice
from fjdex.plan.findings import CODES, Finding, Severity
from fjdex.plan.words import Language
from fjdex.render.findings import concise
from fjdex.store.folder import read_folder
from fjdex.store.pages import read_page

PAGES = Path(__file__).parents[2] / "docs" / "findings"
PLAN = PAGES / "plan"
TODAY = date(2023, 6, 30)
LANGUAGES: tuple[Language, ...] = ("en", "zh")
FOLDERS = {"en": PAGES, "zh": PAGES / "zh"}
HEADINGS = {"en": ("Wrong", "Right"), "zh": ("错误写法", "正确写法")}
SEVERITIES = {
    "en": {Severity.ERROR: "Error. ", Severity.WARNING: "Warning. "},
    "zh": {Severity.ERROR: "错误。", Severity.WARNING: "警告。"},
}
WIDTH = 100

_fence = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_heading = re.compile(r"^## (.*)$", re.MULTILINE)
_link = re.compile(r"\]\(([^)]*)\)")
_word = re.compile(r"[a-z0-9-]+")

every_page = pytest.mark.parametrize(
    ("code", "language"), [(code, language) for code in CODES for language in LANGUAGES]
)
every_code = pytest.mark.parametrize("code", CODES)


@dataclass(frozen=True)
class Section:
    """What a page shows under one heading: its blocks as (language, text), in their order."""

    heading: str
    blocks: tuple[tuple[str, str], ...]

    def of(self, language: str) -> tuple[str, ...]:
        """Answer the texts of the blocks in a language, "" for what the program prints."""
        return tuple(text for of, text in self.blocks if of == language)


@dataclass(frozen=True)
class Page:
    """A page, taken apart."""

    lines: tuple[str, ...]
    title: str
    summary: str
    prose: str
    sections: tuple[Section, ...]


def page_of(code: str, language: Language) -> Page:
    """Take the page on a code apart."""
    text = (FOLDERS[language] / f"{code}.md").read_text(encoding="utf-8")
    plain = _fence.sub("", text)
    intro, *parts = _heading.split(text)
    title, summary, *paragraphs = intro.strip().split("\n\n")
    sections = [
        Section(heading, tuple((match[1], match[2]) for match in _fence.finditer(body)))
        for heading, body in zip(parts[::2], parts[1::2], strict=True)
    ]
    joint = " " if language == "en" else ""
    return Page(
        lines=tuple(text.split("\n")),
        title=title,
        summary=joint.join(summary.split("\n")),
        prose=plain if paragraphs else "",
        sections=tuple(sections),
    )


def wrong_folder(page: Page, folder: Path) -> Path:
    """Lay down what the page calls wrong."""
    shutil.copytree(PLAN, folder)
    _apply(page.sections[0], folder)
    return folder


def right_folder(page: Page, folder: Path) -> Path:
    """Lay down what the page calls right: files, or the wrong folder mended by its commands."""
    if page.sections[1].of("sh"):
        wrong_folder(page, folder)
    else:
        shutil.copytree(PLAN, folder)
    _apply(page.sections[1], folder)
    return folder


def _apply(section: Section, folder: Path) -> None:
    for command in section.of("sh"):
        subprocess.run(["/bin/sh", "-e", "-c", command], cwd=folder, check=True)  # noqa: S603 (the pages are ours)
    for text in section.of("yaml"):
        file = folder / text.split("\n", 1)[0].removeprefix("# ")
        file.write_text(text, encoding="utf-8")


def findings_in(folder: Path) -> tuple[Finding, ...]:
    """Judge a folder as the command does."""
    snapshot = read_folder(folder)
    return check(load(snapshot.texts, snapshot.refused), TODAY)


def printed(findings: Sequence[Finding], language: Language) -> str:
    """Write findings as the command does in a pipe, without the folder's name before them."""
    return concise(findings, {}, "", Voice(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_page_and_every_page_a_code(language: Language) -> None:
    """There is one page for each code, and none for anything else."""
    names = {path.stem for path in FOLDERS[language].glob("*.md")} - {"README"}
    assert sorted(names) == sorted(CODES)


@every_page
def test_page_has_its_form(code: str, language: Language) -> None:
    """A page is a title, a line with the severity, paragraphs and two sections.

    Nothing in it is wide but what the program prints, which never breaks a line.
    """
    page = page_of(code, language)
    assert page.title == f"# {code}"
    severity = SEVERITIES[language][CODES[code]]
    assert page.summary[: len(severity)] == severity
    assert page.prose != ""
    assert tuple(section.heading for section in page.sections) == HEADINGS[language]
    said = {line for text in page.sections[0].of("") for line in text.split("\n")}
    wide = [line for line in page.lines if cell_len(line) > WIDTH and line not in said]
    assert (wide, [line for line in page.lines if line != line.rstrip()]) == ([], [])
    assert (page.lines[-2:], page.lines[-1]) == (("```", ""), "")


@every_page
def test_page_is_what_explain_prints(code: str, language: Language) -> None:
    """`fjdex check --explain CODE` finds the page."""
    assert tuple(read_page(code, language).split("\n")) == page_of(code, language).lines


@every_page
def test_blocks_are_files_commands_and_one_output(code: str, language: Language) -> None:
    """Wrong is files or commands and one output after them, right is files or commands alone."""
    wrong, right = page_of(code, language).sections
    assert {of for of, _ in wrong.blocks[:-1]} in ({"yaml"}, {"sh"})
    assert wrong.blocks[-1][0] == ""
    assert {of for of, _ in right.blocks} in ({"yaml"}, {"sh"})
    files = [*wrong.of("yaml"), *right.of("yaml")]
    assert [text for text in files if not text.split("\n", 1)[0].endswith(".yaml")] == []


@every_page
def test_wrong_yields_what_it_prints(code: str, language: Language, tmp_path: Path) -> None:
    """What a page calls wrong yields exactly the findings that stand under it."""
    page = page_of(code, language)
    findings = findings_in(wrong_folder(page, tmp_path / "data"))
    assert printed(findings, language) == "".join(page.sections[0].of(""))


@every_page
def test_wrong_yields_that_code(code: str, language: Language, tmp_path: Path) -> None:
    """What a page calls wrong yields its code, and another only where its words name it."""
    page = page_of(code, language)
    found = {one.code for one in findings_in(wrong_folder(page, tmp_path / "data"))}
    assert found - (set(_word.findall(page.prose)) - {code}) == {code}


@every_page
def test_right_yields_nothing(code: str, language: Language, tmp_path: Path) -> None:
    """What a page calls right yields no finding at all."""
    page = page_of(code, language)
    findings = findings_in(right_folder(page, tmp_path / "data"))
    assert printed(findings, language) == ""


@every_code
def test_both_languages_show_the_same(code: str) -> None:
    """The files and commands of a page are the same in both languages, in the same places."""
    english, chinese = (page_of(code, language).sections for language in LANGUAGES)
    for one, other in zip(english, chinese, strict=True):
        assert [block for block in one.blocks if block[0]] == [
            block for block in other.blocks if block[0]
        ]


@every_code
def test_wrong_and_right_differ(code: str) -> None:
    """A page does not call the same thing wrong and right."""
    wrong, right = page_of(code, "en").sections
    assert [block for block in wrong.blocks if block[0]] != list(right.blocks)


def test_folder_of_the_pages_is_sound() -> None:
    """The folder that the pages start from has nothing wrong with it."""
    assert findings_in(PLAN) == ()


@pytest.mark.parametrize(
    ("file", "written", "emptied"),
    [
        ("tasks.yaml", "section: tasks-1", "section:"),
        ("tasks.yaml", "leads: [港航局, 渔业局]", "leads:"),
        ("tasks.yaml", "date: 2022-12-31", "date: "),
        ("targets.yaml", "baseline: {value: 4, date: 2021-12-31}", "baseline:"),
        ("sources.yaml", "published: 2022-10-20", "published: "),
        ("readings/ferry-piers.yaml", "date: 2022-09-30", "date: "),
    ],
)
def test_a_key_without_a_value_is_empty(
    file: str, written: str, emptied: str, tmp_path: Path
) -> None:
    """A key with nothing after it is `value-empty`, whatever it takes, optional or not."""
    folder = tmp_path / "data"
    shutil.copytree(PLAN, folder)
    text = (folder / file).read_text(encoding="utf-8")
    (folder / file).write_text(text.replace(written, emptied), encoding="utf-8")
    assert [one.code for one in findings_in(folder)] == ["value-empty"]


@every_page
def test_links_lead_somewhere(code: str, language: Language) -> None:
    """Every link of a page leads to a file beside it."""
    lines = "\n".join(page_of(code, language).lines)
    missing = [to for to in _link.findall(lines) if not (FOLDERS[language] / to).is_file()]
    assert missing == []


def row_of(code: str) -> str:
    """Answer the row of the table that a code's pages make."""
    said = {
        language: page_of(code, language).summary.removeprefix(SEVERITIES[language][CODES[code]])
        for language in LANGUAGES
    }
    return f"| [{code}]({code}.md) | {CODES[code]} | {said['en']} | [{said['zh']}](zh/{code}.md) |"


def test_readme_lists_every_page() -> None:
    """The table in README.md has one row for each code, with the first words of its pages."""
    lines = (PAGES / "README.md").read_text(encoding="utf-8").split("\n")
    rows = [line for line in lines if line.startswith("| [")]
    assert sorted(rows) == sorted(row_of(code) for code in CODES)
