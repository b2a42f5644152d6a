"""One slip hides nothing: a folder with a fault of every code, and a slip on top of it."""

from collections.abc import Mapping
from functools import cache

import pytest

import builders as b
from fjdex.check.rules import check
from fjdex.load import load
from unit.check.faults import (
    FAULTS,
    GOOD,
    TODAY,
    Told,
    compared,
    marked,
    places,
    seeded,
    sound_with,
    with_target,
)

# Nobody can say what a lost file held; and bytes are for tests of the disk.
_ALONE = {"file-missing", "file-empty", "source-unused"}
TOGETHER = tuple(one for one in FAULTS if one.code not in _ALONE and not one.data)

TARGET = b.target(b.goal(), key="zz")
BLOCK = """\
- id: zz
  name: {zh: 虚构, en: Invented}
  kind: stock
  leads: [虚构局]
  clause: {ref: 一, text: 虚构}
  goals:
    - value: 730
      operator: ">="
      due: 2022-12-31
      decided: 2021-01-01
"""
TASK = b.task("zz")
AGENCY = "- {id: 某局, name: {zh: 某局, en: A}, kind: other}\n"

# A file, a record, and what is done to it: what is put where, with its mark.
SLIPS: tuple[tuple[str, str, str, str], ...] = (
    ("targets.yaml", TARGET, ", leads", " ⟦yaml-syntax|leads⟧"),
    ("targets.yaml", TARGET, "], clause", "⟦yaml-syntax|,⟧ clause"),
    ("targets.yaml", TARGET, '">="', "⟦yaml-syntax|>=⟧"),
    ("targets.yaml", TARGET, "}\n", "}⟦yaml-syntax|}⟧\n"),
    ("targets.yaml", TARGET, "stock", "⟦term-unknown|stick⟧, outcomes: [⟦outcome-unknown|o8⟧]"),
    ("targets.yaml", TARGET, "虚构局", "⟦agency-unknown|无局⟧, ⟦id-malformed|？⟧"),
    (
        "targets.yaml",
        TARGET,
        "due: 2022-12-31",
        "due: ⟦date-malformed|2022-13-31⟧, source: ⟦source-unknown|s8⟧",
    ),
    ("targets.yaml", TARGET, "- {id", "⟦yaml-syntax|{⟧id"),
    (
        "targets.yaml",
        TARGET,
        "kind: stock",
        "⟦key-unknown|kinds⟧: stock, area: ⟦area-unknown|北市⟧",
    ),
    ("targets.yaml", BLOCK, "kind: stock", "⟦yaml-syntax|kind stock⟧"),
    ("targets.yaml", BLOCK, '">="', "⟦yaml-syntax|>=⟧"),
    ("targets.yaml", BLOCK, "  kind:", "   ⟦yaml-syntax|kind⟧:"),
    ("targets.yaml", BLOCK, "[虚构局]\n", "[⟦agency-unknown|无局⟧⟦yaml-syntax|\n⟧"),
    ("targets.yaml", BLOCK, "  kind", "⟦yaml-syntax|garbage⟧\n  kind"),
    ("targets.yaml", BLOCK, "- id", "⟦conflict-marker|<<<<<<< HEAD⟧\n=======\n>>>>>>> x\n- id"),
    ("targets.yaml", BLOCK, "en: Invented", "en: ⟦yaml-feature|*a⟧"),
    ("targets.yaml", BLOCK, "Invented", "In⟦character-forbidden|\u200b⟧vented"),
    ("targets.yaml", BLOCK, "kind:", "kind⟦sign-fullwidth|：⟧"),
    ("tasks.yaml", TASK, ", leads", " ⟦yaml-syntax|leads⟧"),
    ("tasks.yaml", TASK, "tasks-1", "⟦section-unknown|tasks-8⟧, every: ⟦term-unknown|week⟧"),
    ("agencies.yaml", AGENCY, ", kind", " ⟦yaml-syntax|kind⟧"),
    (
        "readings/unit.yaml",
        GOOD,
        "value",
        "⟦key-unknown|values⟧: 1, area: ⟦area-unknown|北市⟧, value",
    ),
)


@cache
def _seeded() -> tuple[Mapping[str, str], tuple[Told, ...]]:
    texts, told = seeded(TOGETHER)
    return texts, tuple(told)


@pytest.mark.parametrize("where", ["first", "in the middle", "last"])
@pytest.mark.parametrize("slip", SLIPS, ids=[f"{one[0]} {one[3]}" for one in SLIPS])
def test_a_slip_hides_nothing(slip: tuple[str, str, str, str], where: str) -> None:
    """Wherever it stands in its file: it is told, and so is every fault of every code."""
    file, record, sound, written = slip
    texts, told = _seeded()
    lines = texts[file].splitlines(keepends=True)
    at = {"first": 0, "in the middle": len(lines) // 2, "last": len(lines)}[where]
    plain, own = marked({file: record.replace(sound, written, 1)})
    added = plain[file]
    count = added.count("\n")
    expected = {
        *((code, name, line + at, *columns) for code, name, line, *columns in own),
        *(
            (code, name, line + (count if name == file and line > at else 0), *columns)
            for code, name, line, *columns in told
        ),
    }

    damaged = {**texts, file: "".join([*lines[:at], added, *lines[at:]])}

    assert set(places(check(load(damaged), TODAY))) ^ expected == set()


BOTH = f"""\
{GOOD}⟦conflict-marker|<<<<<<< HEAD⟧
- {{date: 2021-09-30, value: 2, source: ⟦source-unknown|s8⟧}}
||||||| base
- {{date: 2021-09-30, value: x, source: s}}
=======
- {{date: 2021-09-30, value: ⟦number-malformed|x⟧, source: s}}
- {{date: 2021-10-31, value: 3, source: ⟦source-unknown|s9⟧}}
- {{date: ⟦reading-order|2021-10-01⟧, value: 4, source: s}}
>>>>>>> theirs
- {{date: ⟦reading-order|2021-08-31⟧, value: 5, source: s}}
"""


def test_both_sides_of_a_conflict_are_judged_each_by_itself() -> None:
    """What one has of the other's is no double, and a source that either names is named."""
    found, told = compared(sound_with(of_t=BOTH))
    assert found == told
    sides = f"{b.source('s')}⟦conflict-marker|<<<<<<< HEAD⟧\n{b.source('a')}=======\n"
    named = f"{sides}{b.source('c')}>>>>>>> x\n"
    readings = (
        GOOD + GOOD.replace("source: s", "source: a") + GOOD.replace("source: s", "source: c")
    )
    found, told = compared(sound_with(sources=named, of_t=readings))
    assert found == told


def test_the_remains_of_a_conflict_are_told_once() -> None:
    """Where somebody took out one marker and left the others, all lines are read."""
    found, told = compared(sound_with(of_t=f"{GOOD}⟦conflict-marker|=======⟧\n>>>>>>> x\n"))
    assert found == told


def test_what_is_missing_because_a_line_was_cut_off_is_not_told() -> None:
    """But what stands there is judged; a bracket alone that is missing loses nothing."""
    cut = "- {id: x, leads: [⟦agency-unknown|无局⟧], kind: stock⟦yaml-syntax|\n⟧"
    found, told = compared(with_target(cut))
    assert found == told
    whole = TARGET.replace("stock", "⟦term-unknown|stick⟧").replace("}\n", "⟦yaml-syntax|\n⟧")
    found, told = compared(with_target(whole))
    assert found == told


def test_a_record_whose_name_is_lost_is_named_by_every_word_in_it() -> None:
    """One slip in the register is no slip in what cites it."""
    sources = b.source("s") + "- {⟦key-unknown|idd⟧: s2, kind: publication}\n"
    readings = GOOD + GOOD.replace("source: s", "source: s2").replace("06-30", "07-31")
    found, told = compared(sound_with(sources=sources, of_t=readings))
    assert [one[0] for one in found] == ["key-unknown"]
    assert found == told


@pytest.mark.parametrize(
    ("sound", "slip"),
    [
        ("kind: stock", "kind stock"),
        ("kind: stock", "kind: stick"),
        ('">="', ">="),
        ("unit: 个", 'unit: "个'),
        ("- id", "-id"),
        ("  kind", "\tkind"),
    ],
)
def test_a_thousand_faults_are_told_each_at_its_place(sound: str, slip: str) -> None:
    """One in each of a thousand records, and nothing else."""
    record = BLOCK.replace("kind: stock", "kind: stock\n  unit: 个")
    damaged = record.replace(sound, slip, 1)
    texts = sound_with(
        targets="".join(damaged.replace("zz", f"t{number}") for number in range(1000)),
        of_t0=GOOD,
    )
    del texts["readings/t.yaml"]
    lines = [line for code, file, line, *_ in places(check(load(texts))) if file == "targets.yaml"]
    first = next(at for at, line in enumerate(damaged.split("\n"), start=1) if slip.strip() in line)
    assert lines == [first + number * record.count("\n") for number in range(1000)]
