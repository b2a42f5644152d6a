"""How `fjdex source add` puts a record at the end of the register."""

import re
from collections.abc import Mapping

from fjdex.cli.desk import Desk
from fjdex.plan.failures import Failure, Refused
from fjdex.plan.plan import Plan
from fjdex.plan.scalars import DAY
from fjdex.render.findings import concise, headline, help_of
from fjdex.render.unified import unified
from fjdex.store.filing import file_change
from fjdex.yamlio.lines import quote
from fjdex.yamlio.splice import append_item
from fjdex.yamlio.tree import compose
from fjdex.yamlio.typed import validate

FILE = "sources.yaml"
_is_day = re.compile(DAY).fullmatch
_HEADER = """\
# yaml-language-server: $schema=schema/sources.json
# 来源：填报值所引的出版物和填报表。
# What readings cite: publications and returns.
"""


def register(desk: Desk, words: Mapping[str, str], *, write: bool) -> int:
    """Add a source; raises `Failure` for words that are not understood or an id that is taken."""
    lines = [f"{key}: {word if _is_day(word) else quote(word)}" for key, word in words.items()]
    lines = [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]
    _understood(desk, lines)
    voice = desk.voice
    change = file_change(
        desk.folder(),
        FILE,
        lambda plan, text: _appended(plan, words["id"], text, lines),
        _proved,
        write=write,
    )
    prefix = desk.prefix(desk.folder())
    errors = change.errors
    if errors:
        desk.environment.stderr.write(concise(errors, {}, prefix, voice))
        raise Refused("would-break")
    if not write:
        desk.answer(unified(prefix + change.file, change.before, change.after))
        desk.narrate(voice("record.nothing-written"))
    else:
        desk.answer(voice("source.added", id=words["id"], file=prefix + FILE) + "\n")
    return 0


def _understood(desk: Desk, lines: list[str]) -> None:
    """Judge the new record by itself, so that the sentence is about what was typed."""
    from fjdex.plan.records import Source

    node, findings = compose(FILE, "\n".join(line[2:] for line in lines))
    if node is not None and not findings:
        findings = validate(Source, node)[1]
    for finding in findings:
        text = headline(finding, desk.voice)
        raise Failure("words-malformed", text=text, help=help_of(finding, desk.voice))


def _appended(plan: Plan, id_: str, text: str, lines: list[str]) -> str:
    if id_ in plan.source:
        raise Refused("source-taken", id=id_)
    return append_item(text or _HEADER, lines)


def _proved(old: Plan, new: Plan) -> bool:
    added_one = new.sources[:-1] == old.sources
    rest = (old.header, old.lists, old.readings) == (new.header, new.lists, new.readings)
    return added_one and rest
