"""The JSON Schemas say of a file what the reader says, as far as a schema can."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from fjdex.cli.schemas import ids_of, schema_texts
from fjdex.load import FILES, is_readings, load
from unit.check.faults import FAULTS, Fault, seeded

ROOT = Path(__file__).parents[3]
FOLDERS = {"data": ROOT / "data", "invented": ROOT / "examples" / "invented" / "data"}


class _AsEditors(SafeConstructor):
    """Editors read YAML 1.2, in which a day is a text."""


_AsEditors.add_constructor("tag:yaml.org,2002:timestamp", _AsEditors.construct_yaml_str)


def read(text: str) -> Any:
    """Read YAML as an editor does."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _AsEditors
    return yaml.load(text)


def name_of(file: str) -> str:
    """Answer the name of a file's schema."""
    return "readings" if is_readings(file) else file.removesuffix(".yaml")


def ids_in(texts: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """Answer the ids that a folder's files hold, by their lists."""
    return ids_of(load(texts).draft)


def faulty(texts: Mapping[str, str], schemas: Mapping[str, str]) -> set[str]:
    """Answer the files of a folder that an editor would mark."""
    wrong = set()
    for file, text in texts.items():
        whole = read(text)
        validator = Draft202012Validator(
            json.loads(schemas[name_of(file)]), format_checker=FormatChecker()
        )
        if whole is not None and not validator.is_valid(whole):
            wrong.add(file)
    return wrong


def texts_of(folder: Path) -> dict[str, str]:
    """Answer the texts of a data folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.yaml"))
    }


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_the_committed_schemas_are_those_of_the_types(folder: Path) -> None:
    """`fjdex schema` would write the same bytes."""
    written = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("schema/*")}
    assert written == schema_texts({})


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_every_data_file_names_its_schema(folder: Path) -> None:
    """On its first line, by a path from where it stands."""
    named = {
        file: (folder / file).parent / text.split("\n", 1)[0].partition("$schema=")[2]
        for file, text in texts_of(folder).items()
    }
    expected = {file: folder / "schema" / f"{name_of(file)}.json" for file in named}
    assert {file: path.resolve() for file, path in named.items()} == expected


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
@pytest.mark.parametrize("with_ids", [False, True])
def test_shipped_data_is_as_the_schemas_say(folder: Path, *, with_ids: bool) -> None:
    """An independent validator marks nothing, with the ids of the folder and without."""
    texts = texts_of(folder)
    assert faulty(texts, schema_texts(ids_in(texts) if with_ids else {})) == set()


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_one_of_the_draft_that_it_names(name: str) -> None:
    """And says of every type and key what it is, in both languages."""
    schema = json.loads(schema_texts({})[name])
    Draft202012Validator.check_schema(schema)
    described = [schema, *schema["$defs"].values()]
    keys = [key for one in described for key in one.get("properties", {}).values()]
    for one in [*described, *keys]:
        zh, slash, en = one["title"].partition(" / ")
        about = one["description"].split("\n")
        assert (bool(zh), slash, bool(en), len(about)) == (True, " / ", True, 2)


# What a schema can say: the form of single values. With the ids of the folder also what is named.
FORM = {
    "shape-unexpected",
    "key-unknown",
    "key-missing",
    "value-empty",
    "text-expected",
    "term-unknown",
    "number-malformed",
    "date-malformed",
    "period-malformed",
    "id-malformed",
}
NAMED = {
    "agency-unknown",
    "area-unknown",
    "outcome-unknown",
    "record-unknown",
    "section-unknown",
    "source-unknown",
    "task-unknown",
}
# Faults that leave no YAML to validate, or no file.
UNREADABLE = {
    "file-missing",
    "file-empty",
    "file-unreadable",
    "file-not-utf8",
    "file-too-large",
    "file-too-deep",
    "file-unknown",
    "conflict-marker",
    "character-forbidden",
    "yaml-syntax",
    "yaml-feature",
    "sign-fullwidth",
    "key-duplicated",
}
judged = pytest.mark.parametrize(
    "fault",
    [one for one in FAULTS if one.code not in UNREADABLE],
    ids=[one.code for one in FAULTS if one.code not in UNREADABLE],
)


@judged
@pytest.mark.parametrize("with_ids", [False, True])
def test_an_editor_marks_what_a_schema_can_say(fault: Fault, *, with_ids: bool) -> None:
    """The file of the fault and no other; and nothing in the same folder without the fault."""
    sound, _ = seeded([fault], clean=True)
    texts, told = seeded([fault])
    schemas = schema_texts(ids_in(sound) if with_ids else {})
    marked = {told[0][1]} if fault.code in FORM | (NAMED if with_ids else set()) else set()
    assert (faulty(texts, schemas), faulty(sound, schemas)) == (marked, set())


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("note: 2022", True),
        ("note: true", True),
        ("note: 1.5", True),
        ("note: no", True),
        ("note: {zh: 2022, en: yes}", True),
        ('note: " "', False),
        ("note: ", False),
        ("publisher: 12345", True),
        ("published: 1899-12-31", False),
        ("published: 2022-12-31", True),
    ],
)
def test_plain_words_are_judged_as_the_reader_judges_them(written: str, *, right: bool) -> None:
    """To an editor a plain word is a number or a truth value; to the reader it is what is there."""
    text = f"- id: 2022\n  kind: publication\n  {written}\n"
    loaded = load({"sources.yaml": text})
    told = {one.code for one in loaded.findings if one.place.file == "sources.yaml"}
    marked = faulty({"sources.yaml": text}, schema_texts({}))
    assert (not told, not marked) == (right, right)


def test_ids_that_an_editor_takes_for_numbers() -> None:
    """The id 2022 is offered and taken both as the text and as the number."""
    schemas = schema_texts({"sources": ["2022", "true", "s"]})
    lines = {
        one: f"- {{date: 2022-01-01, value: 1, source: {one}}}\n"
        for one in ("2022", '"2022"', "true", "s", "2023")
    }
    marked = [one for one, line in lines.items() if faulty({"readings/x.yaml": line}, schemas)]
    assert marked == ["2023"]
