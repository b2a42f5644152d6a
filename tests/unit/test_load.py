"""From texts to a plan: whatever the texts hold, what could be understood and what is wrong."""

import pytest

import builders as b
from fjdex.load import Loaded, load, readings_file
from fjdex.plan.findings import Finding, Place, Severity

TARGETS = b.target(b.goal(), key="t") + b.target(b.goal(), key="u")
READINGS = "# 注\n- {date: 2021-06-30, value: 1}\n- {date: 2021-09-30, value: 2}\n"
GOOD = b.folder(TARGETS, b.outcome("o"), b.task("k"), readings={"t": READINGS})


def changed(file: str, text: str) -> Loaded:
    """Load the good folder with one file replaced."""
    return load(GOOD | {file: text})


def test_a_sound_folder() -> None:
    """Every record and reading, and nothing wrong."""
    loaded = load(GOOD)
    assert loaded.plan is not None
    found = ([one.id for one in loaded.plan.targets], list(loaded.plan.readings), loaded.sound)
    assert (found, loaded.findings) == ((["t", "u"], ["t"], True), ())
    assert [one.line for one in loaded.plan.readings["t"]] == [2, 3]


def test_an_empty_folder_lacks_its_files() -> None:
    """What a plan needs is told file by file; what may be absent is not."""
    loaded = load({})
    assert (loaded.plan, loaded.sound, b.told(loaded)) == (
        None,
        False,
        [
            ("file-missing", file, 1, 1)
            for file in ("agencies.yaml", "areas.yaml", "outcomes.yaml", "plan.yaml")
        ]
        + [("file-missing", file, 1, 1) for file in ("targets.yaml", "tasks.yaml")],
    )


@pytest.mark.parametrize("file", ["sources.yaml", "remarks.yaml"])
def test_some_files_may_be_absent(file: str) -> None:
    """They count as empty."""
    texts = {name: text for name, text in GOOD.items() if name != file}
    assert load(texts).findings == ()


@pytest.mark.parametrize(
    "file", ["notes.txt", "target.yaml", "readings/a/b.yaml", "readings/t.yml", "Plan.yaml", ""]
)
def test_a_file_that_no_rule_knows(file: str) -> None:
    """It is told and left alone: a slip in a file's name must not lose a file silently."""
    loaded = changed(file, "- [")
    assert [(one.code, one.place, one.severity) for one in loaded.findings] == [
        ("file-unknown", Place(file), Severity.WARNING)
    ]


def test_a_file_that_gave_no_text_is_not_missing() -> None:
    """What the reader of files said of it stands alone."""
    refused = Finding("file-not-utf8", Place("targets.yaml", 3, 1, 3, 2), {"guess": "GBK"})
    texts = {name: text for name, text in GOOD.items() if name != "targets.yaml"}
    loaded = load(texts, (refused,))
    assert (loaded.findings, loaded.sound) == ((refused,), False)


@pytest.mark.parametrize("text", ["# 空\n", "[]\n", "~\n"])
def test_an_empty_list(text: str) -> None:
    """A list file may hold nothing, as long as it says something."""
    loaded = changed("targets.yaml", text)
    assert loaded.plan is not None
    assert (loaded.findings, loaded.plan.targets) == ((), ())


def test_a_file_cut_off_to_nothing() -> None:
    """A list file without a single sign was cut off: what it held is not known to be nothing."""
    assert [one[:2] for one in b.told(changed("targets.yaml", ""))] == [
        ("file-empty", "targets.yaml")
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file-empty"),
        ("# nothing yet\n", "file-empty"),
        ("~\n", "shape-unexpected"),
        ("[]\n", "shape-unexpected"),
        ("- a\n", "shape-unexpected"),
        ("words\n", "shape-unexpected"),
    ],
)
def test_a_header_that_is_no_mapping(text: str, code: str) -> None:
    """Without a header there is no plan, and that is never silent."""
    loaded = changed("plan.yaml", text)
    assert (loaded.plan, loaded.sound, [one[:3] for one in b.told(loaded)]) == (
        None,
        False,
        [(code, "plan.yaml", 1)],
    )


def test_behind_a_feature_nothing_is_empty() -> None:
    """An alias stands for something that is not there: it alone is told."""
    header = GOOD["plan.yaml"].replace("lag: 60", "lag: *a")
    reading = "- {date: 2021-06-30, value: *a, source: s}\n"
    texts = GOOD | {"plan.yaml": header, "readings/t.yaml": reading}
    assert [one[:2] for one in b.told(load(texts))] == [
        ("yaml-feature", "plan.yaml"),
        ("yaml-feature", "readings/t.yaml"),
    ]


@pytest.mark.parametrize(("text", "column"), [("a: b\n", 1), ("  words\n", 3), ("{a: b}\n", 2)])
def test_a_list_that_is_none(text: str, column: int) -> None:
    """A mapping or a word where a list belongs is told once."""
    loaded = changed("targets.yaml", text)
    assert [one[:3] for one in b.told(loaded)] == [("shape-unexpected", "targets.yaml", 1)]
    assert b.told(loaded)[0][3] == column


def test_one_bad_record_does_not_hide_the_next() -> None:
    """The others are in the plan, and `understood` says which."""
    bad = b.target(b.goal(), key="bad").replace("kind: stock", "kind: stick")
    loaded = changed("targets.yaml", TARGETS.replace("\n", "\n" + bad, 1))
    assert loaded.plan is not None
    found = ([one.id for one in loaded.plan.targets], loaded.understood["targets.yaml"])
    assert (found, [one[:3] for one in b.told(loaded)]) == (
        (["t", "u"], (0, 2)),
        [("term-unknown", "targets.yaml", 2)],
    )


def test_one_bad_file_does_not_hide_the_next() -> None:
    """A file that does not parse leaves the others as they are."""
    texts = GOOD | {"targets.yaml": "- {", "tasks.yaml": "- &a b"}
    loaded = load(texts)
    assert loaded.plan is not None
    found = [one.id for one in loaded.plan.outcomes]
    assert (found, sorted({(one[0], one[1]) for one in b.told(loaded)})) == (
        ["o"],
        [
            ("shape-unexpected", "tasks.yaml"),
            ("yaml-feature", "tasks.yaml"),
            ("yaml-syntax", "targets.yaml"),
        ],
    )


def test_one_bad_reading_does_not_hide_the_next() -> None:
    """The line of each reading stays its own."""
    text = READINGS.replace("2021-06-30", "2021-06-31")
    loaded = changed("readings/t.yaml", text)
    assert loaded.plan is not None
    found = [(one.line, one.date.isoformat()) for one in loaded.plan.readings["t"]]
    assert (found, b.told(loaded)) == (
        [(3, "2021-09-30")],
        [("date-malformed", "readings/t.yaml", 2, 10)],
    )


def test_findings_come_in_the_order_of_files_and_lines() -> None:
    """Whatever found them."""
    texts = GOOD | {
        "tasks.yaml": "- x\n- y\n",
        "agencies.yaml": "a: b\n",
        "zzz.yaml": "",
        "readings/t.yaml": "- x\n",
    }
    places = [one.place for one in load(texts).findings]
    assert places == sorted(places)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_make_no_difference(newline: str) -> None:
    """A folder checked out with CRLF is the same plan, at the same places."""
    texts = {file: text.replace("\n", newline) for file, text in GOOD.items()}
    texts["targets.yaml"] += "- {id: x}" + newline
    loaded, other = load(texts), load(GOOD | {"targets.yaml": TARGETS + "- {id: x}\n"})
    assert (loaded.plan, loaded.findings) == (other.plan, other.findings)


def test_readings_of_a_record_that_does_not_exist_are_kept() -> None:
    """That there is no such record is for check to tell."""
    loaded = changed("readings/nobody.yaml", "- {date: 2021-06-30, value: 1}\n")
    assert loaded.plan is not None
    assert (loaded.findings, sorted(loaded.plan.readings)) == ((), ["nobody", "t"])


def test_a_conflict_in_a_file_of_canonical_lines() -> None:
    """Markers are seen before any line is read."""
    text = "<<<<<<< HEAD\n- {date: 2021-06-30, value: 1}\n=======\n>>>>>>> x\n"
    assert b.told(changed("readings/t.yaml", text)) == [
        ("conflict-marker", "readings/t.yaml", 1, 1)
    ]


def test_places_of_records_and_keys() -> None:
    """A rule can point at any key, of a record or a reading, canonical or not."""
    loaded = load(GOOD)
    assert loaded.plan is not None
    reading = loaded.plan.readings["t"][1]
    found = [
        loaded.places.of("targets.yaml", 1, "goals", 0, "value"),
        loaded.places.of("targets.yaml", 1, "kind", key=True),
        loaded.places.of("nowhere.yaml", 1),
        loaded.places.of_reading("readings/t.yaml", reading, "value"),
        loaded.places.of_reading("readings/t.yaml", reading, "source"),
    ]
    text = GOOD["targets.yaml"].split("\n")[1]
    value, kind = text.index("730") + 1, text.index("kind") + 1
    assert found == [
        Place("targets.yaml", 2, value, 2, value + 3),
        Place("targets.yaml", 2, kind, 2, kind + 4),
        Place("nowhere.yaml"),
        Place("readings/t.yaml", 3, 29, 3, 30),
        Place("readings/t.yaml", 3, 4, 3, 8),
    ]


def test_the_file_of_a_records_readings() -> None:
    """One file a record."""
    assert readings_file("5g-base-stations") == "readings/5g-base-stations.yaml"
