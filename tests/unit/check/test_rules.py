"""Every code: the smallest folder that has just this fault, its clean twin, and all at once."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fjdex.check.rules import OF_REGISTERS, Rule
from fjdex.check.view import View, told
from fjdex.load import load
from fjdex.messages import Voice, messages_of
from fjdex.plan.findings import CODES, Finding, Severity
from fjdex.plan.words import LANGUAGES, Language
from fjdex.render.findings import headline, help_of, label
from unit.check.faults import (
    FAULTS,
    LIMIT,
    Fault,
    Told,
    checked,
    lay_down,
    places,
    seeded,
)

LIBRARY_WORDS = ("pydantic", "ruamel", "validation", "input should", "invalid")
each = pytest.mark.parametrize("fault", FAULTS, ids=[fault.code for fault in FAULTS])


@pytest.fixture(autouse=True)
def small_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fjdex.store.folder.MAX_BYTES", LIMIT)


def judged(folder: Path, *faults: Fault) -> tuple[tuple[Finding, ...], list[Told]]:
    """Lay faults down and check them; answer what is found and what is to be found."""
    texts, told = seeded(faults)
    data = {file: content for fault in faults for file, content in fault.data.items()}
    lay_down(folder, texts, data)
    return checked(folder), sorted(told, key=lambda one: (one[1:], one[0]))


def test_there_is_a_case_for_every_code() -> None:
    """The table of faults and the table of codes hold the same codes."""
    assert sorted(fault.code for fault in FAULTS) == sorted(CODES)


@each
def test_a_fault_is_found_once_at_its_place_and_nothing_else_is(
    fault: Fault, tmp_path: Path
) -> None:
    """The smallest folder with this fault has this finding alone."""
    findings, told = judged(tmp_path, fault)
    assert ([one.code for one in findings], places(findings)) == ([fault.code], told)


@each
def test_the_clean_twin_has_no_finding(fault: Fault, tmp_path: Path) -> None:
    """The same folder without the fault is sound."""
    lay_down(tmp_path, seeded((fault,), clean=True)[0], {})
    assert places(checked(tmp_path)) == []


# Nobody can say what a lost file held, nor whether what cannot be read cites a source.
ALONE = {"file-missing", "file-empty", "source-unused"}
TOGETHER = tuple(fault for fault in FAULTS if fault.code not in ALONE)


def test_every_fault_at_once_and_none_hides_another(tmp_path: Path) -> None:
    """One folder with one fault of every code: exactly those, each at its place, in order."""
    findings, told = judged(tmp_path, *TOGETHER)
    assert places(findings) == told


def test_the_order_is_the_same_whatever_the_folder_lists_first(tmp_path: Path) -> None:
    """Findings do not depend on the order in which the faults were laid down."""
    there, back = tmp_path / "there", tmp_path / "back"
    judged(there, *TOGETHER)
    texts, _ = seeded(TOGETHER)
    data = {file: content for fault in TOGETHER for file, content in fault.data.items()}
    lay_down(back, dict(reversed(texts.items())), dict(reversed(data.items())))
    assert checked(there) == checked(back)


@each
def test_a_finding_weighs_what_the_table_of_codes_says(fault: Fault, tmp_path: Path) -> None:
    """Warnings are doubtful, errors wrong."""
    findings, _ = judged(tmp_path, fault)
    assert {one.severity for one in findings} == {CODES[fault.code]}
    assert CODES[fault.code] in Severity


@pytest.mark.parametrize("language", LANGUAGES)
@each
def test_a_finding_is_said_in_the_words_of_the_plan(
    fault: Fault, language: Language, tmp_path: Path
) -> None:
    """Headline and help are there, nothing is left to be filled in, no library speaks."""
    (finding,), _ = judged(tmp_path, fault)
    voice = Voice(language)
    said = [part(finding, voice) for part in (headline, help_of)]
    whole = " ".join([*said, label(finding, voice)])
    spoken = [word for word in LIBRARY_WORDS if word in whole.lower()]
    assert (all(said), spoken) == (True, [])
    assert [sign for sign in ("{}", "None", "''", "``", "“”") if sign in whole] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_about_a_finding_is_a_librarys(language: Language) -> None:
    """Nor are the variants that the table of faults does not reach."""
    said = messages_of(language, "finding")
    spoken = [key for key, text in said.items() for word in LIBRARY_WORDS if word in text.lower()]
    assert (bool(said), spoken) == (True, [])


@pytest.mark.parametrize("rule", OF_REGISTERS)
def test_rules_of_registers_do_not_hang_on_readings(rule: Rule) -> None:
    """With a fault of every code in the folder they find the same without any reading."""
    loaded = load(seeded(FAULTS)[0])
    view = View(loaded.judged, loaded, date(2022, 6, 30))
    bare = replace(view, plan=replace(view.plan, readings={}))

    found = list(told(rule(view)))
    assert found
    assert list(told(rule(bare))) == found
