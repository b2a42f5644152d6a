"""The life of a record says what a comparison of the whole folders says, from less of them."""

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from fjdex.load import Loaded, load
from fjdex.plan.findings import Finding, Place
from fjdex.review.change import RATED, READING, Change
from fjdex.review.compare import compare
from fjdex.review.life import NO_FILES, Life, deed_of, once
from pairs import said

DATA = Path(__file__).parents[3] / "examples" / "invented" / "data"
TEXTS = {one.relative_to(DATA).as_posix(): one.read_text("utf-8") for one in DATA.rglob("*.yaml")}
ID = "base-stations"
FILE = f"readings/{ID}.yaml"
LINE = "- {date: 2024-10-31, value: 8600, source: bulletin-2024q3}\n"

Texts = Mapping[str, str]


class Store:
    """Stands in for git: a content's id is the content."""

    def __init__(self) -> None:
        self.read_names: list[str] = []

    def read(self, name: str, blob: str) -> str | Finding:
        self.read_names.append(name)
        return Finding("file-not-utf8", Place(name)) if blob == "broken" else blob


def edited(file: str, old: str, new: str, texts: Texts = TEXTS) -> dict[str, str]:
    """Answer the invented plan with one text in the place of another."""
    assert old in texts[file]
    return {**texts, file: texts[file].replace(old, new)}


def added(line: str = LINE, texts: Texts = TEXTS) -> dict[str, str]:
    """Answer the invented plan with a reading more."""
    return {**texts, FILE: texts[FILE] + line}


def whole(before: Texts, after: Texts, ids: tuple[str, ...] = (ID,)) -> list[Change]:
    """Answer what comparing the whole folders says of the record."""
    found = compare(load(dict(before)), load(dict(after))).changes
    ours = (one for one in found if one.table in RATED or one.thing == READING)
    return [one for one in ours if {one.id, one.subject.former} & set(ids)]


RENAMED = edited("targets.yaml", "id: base-stations", "id: stations")
RENAMED["readings/stations.yaml"] = RENAMED.pop(FILE)
BLOCK = TEXTS["targets.yaml"].partition("- id: base-stations\n")[2].partition("\n- id:")[0]
OUT = edited("targets.yaml", f"- id: base-stations\n{BLOCK}\n", "")
del OUT[FILE]
RETURN = {**TEXTS, "sources.yaml": TEXTS["sources.yaml"] + "- {id: s, kind: return}\n"}


def everywhere(old: str, new: str) -> dict[str, str]:
    """Answer the invented plan with one word in the place of another in every file."""
    return {name: text.replace(old, new) for name, text in TEXTS.items()}


STATES = {
    "reading": added(),
    "reading with its source": added(LINE.replace("bulletin-2024q3", "s"), RETURN),
    "corrected": edited(FILE, "value: 8500", "value: 8501"),
    "withdrawn": edited(FILE, TEXTS[FILE].splitlines()[-1] + "\n", ""),
    "goal": edited("targets.yaml", "value: 20000", "value: 21000"),
    "goal and corrected": edited(
        FILE,
        "value: 8500",
        "value: 8501",
        edited("targets.yaml", "value: 20000", "value: 21000"),
    ),
    "unit of another": edited("targets.yaml", "unit: 座", "unit: 个"),
    "leads": edited("targets.yaml", "leads: [群岛数字局, 各市岛政府]", "leads: [各市岛政府]"),
    "an agency's id": everywhere("群岛数字局", "群岛数据局"),
    "a source's id": everywhere("bulletin-2024q3", "b-2024-3"),
    "an area's id": everywhere("亡是市", "乌有市"),
    "the record's id": RENAMED,
    "out": OUT,
    "shape": edited(FILE, ", source", ",  source"),
    "lines shifted": edited(FILE, "# ", "# new\n# "),
}


@pytest.mark.parametrize("name", STATES)
@pytest.mark.parametrize("turned", [False, True])
def test_the_answer_is_that_of_the_whole_folders(name: str, *, turned: bool) -> None:
    """Whatever changed, and either way; with the same places."""
    sides = (STATES[name], TEXTS) if turned else (TEXTS, STATES[name])
    ids = (ID, "stations")
    assert list(Life(ids, Store().read).changes(*sides)) == whole(*sides, ids)


def test_the_first_commit_brings_everything() -> None:
    """The record and all its readings are new."""
    assert list(Life([ID], Store().read).changes(NO_FILES, TEXTS)) == whole({}, TEXTS)


def test_what_is_the_same_is_not_read() -> None:
    """Of a commit on other readings no content is asked for; of another record's, its list."""
    store = Store()
    life = Life([ID], store.read)
    other = {**TEXTS, "readings/smart-piers.yaml": "[]\n", "remarks.yaml": "[]\n"}
    assert life.changes(TEXTS, other) == ()
    assert set(store.read_names) == {"outcomes.yaml", "targets.yaml", "tasks.yaml"}
    assert life.changes(TEXTS, STATES["unit of another"]) == ()


def test_what_cannot_be_read_is_not_taken_for_gone() -> None:
    """Neither the record nor its readings."""
    life = Life([ID], Store().read)
    assert life.changes(TEXTS, {**TEXTS, FILE: "broken"}) == ()
    assert life.changes(TEXTS, {**TEXTS, "targets.yaml": "broken"}) == ()


def test_a_merge_that_takes_both_sides_does_nothing() -> None:
    """Each side's change was told of its own commit."""
    one, other = added(), edited("targets.yaml", "value: 20000", "value: 21000")
    both = edited("targets.yaml", "value: 20000", "value: 21000", one)
    assert Life([ID], Store().read).merged(both, one, other, TEXTS) == ()


@pytest.mark.parametrize(
    ("own", "of"),
    [
        (edited(FILE, "value: 8500", "value: 8503"), [("8501", "8503"), ("8502", "8503")][:1]),
        (edited(FILE, "value: 8500", "value: 8502"), [("8501", "8502")]),
        (edited(FILE, "value: 8500", "value: 8501"), [("8502", "8501")]),
        (TEXTS, [("8501", "8500")]),
    ],
)
def test_what_a_merge_decided(own: Texts, of: list[tuple[str, str]]) -> None:
    """A third value, one side's against the other's, or neither's: told once."""
    one = edited(FILE, "value: 8500", "value: 8501")
    other = edited(FILE, "value: 8500", "value: 8502")
    found = Life([ID], Store().read).merged(own, one, other, TEXTS)
    values = [(str(c.before.value), str(c.after.value)) for c in found]  # type: ignore[attr-defined]
    assert values == of


def test_the_same_deed_is_told_once_until_it_is_undone() -> None:
    """Made on two branches; then taken back, and made again, twice over."""
    life = Life([ID], Store().read)
    there, gone = life.changes(TEXTS, added()), life.changes(added(), TEXTS)
    told = list(once([there, there, gone, gone, there, gone, there]))
    assert [bool(one) for one in told] == [True, False, True, False, True, True, True]


def test_a_deed_is_the_same_wherever_it_stands() -> None:
    """A reading on another line is the same one."""
    life = Life([ID], Store().read)
    shifted = edited(FILE, "# ", "# new\n# ")
    one = life.changes(TEXTS, added())
    other = life.changes(shifted, added(LINE, shifted))
    assert list(map(deed_of, one)) == list(map(deed_of, other))
    assert one != other


def test_what_is_equal_in_many_commits_is_understood_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables around a record say what it is; only its own readings differ."""
    loaded: list[str] = []

    def counted(texts: Texts, refused: tuple[Finding, ...] = ()) -> Loaded:
        loaded.extend(texts)
        return load(texts, refused)

    monkeypatch.setattr("fjdex.review.life.load", counted)
    life = Life([ID], Store().read)
    states = [added(LINE.replace("8600", str(8600 + number))) for number in range(5)]

    for before, after in pairwise(states):
        assert said(life.changes(before, after)) == [f"reading-corrected {ID}"]

    assert Counter(loaded) == {
        FILE: 8,
        "areas.yaml": 1,
        "outcomes.yaml": 1,
        "targets.yaml": 1,
        "tasks.yaml": 1,
    }
