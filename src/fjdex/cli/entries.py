"""How a record of several lines goes onto file: judged by itself, put into its list, told."""

import re
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fjdex.cli.desk import Desk
from fjdex.plan.failures import Failure, Refused
from fjdex.plan.plan import Plan
from fjdex.plan.scalars import DAY
from fjdex.plan.words import Words
from fjdex.render.findings import concise, headline, help_of
from fjdex.render.unified import unified
from fjdex.store.filing import file_change
from fjdex.yamlio.lines import quote
from fjdex.yamlio.tree import compose
from fjdex.yamlio.typed import validate

_is_day = re.compile(DAY).fullmatch


@dataclass(frozen=True)
class Entry:
    """A record as typed, and how it goes into its file.

    `splice` makes the new text of the plan, the old text and the record's lines, without a dash;
    `proof` says whether old and new plan differ as they should.
    """

    file: str
    of: type[object]
    words: Mapping[str, str | Words]
    splice: Callable[[Plan, str, list[str]], str]
    proof: Callable[[Plan, Plan], bool]

    @property
    def lines(self) -> list[str]:
        """The lines of the record: a day stays bare, a text is quoted where it must be."""
        return [f"{key}: {_written(word)}" for key, word in self.words.items()]


def _written(word: str | Words) -> str:
    if isinstance(word, Words):
        return f"{{zh: {quote(word.zh)}, en: {quote(word.en)}}}"
    return word if _is_day(word) else quote(word)


def file_entry(
    desk: Desk, entry: Entry, done: str, *, write: bool, commit: str | None = None
) -> int:
    """Put a record on file and say so, or show the lines that would change.

    `commit` is the message of the commit to make next, where this is a change by itself.

    Raises `Failure` for words that are not understood, `Refused` for what a rule forbids.
    """
    lines, voice = entry.lines, desk.voice
    _understood(desk, entry, lines)
    folder = desk.folder()
    change = file_change(
        folder,
        entry.file,
        lambda plan, text: entry.splice(plan, text, lines),
        entry.proof,
        write=write,
    )
    prefix = desk.prefix(folder)
    if change.errors:
        desk.environment.stderr.write(concise(change.errors, {}, prefix, voice))
        raise Refused("would-break")
    if write:
        desk.answer(voice("record.filed", done=done, file=prefix + entry.file) + "\n")
        if commit:
            place = shlex.quote(prefix + entry.file)
            command = f"git add {place} && git commit -m {shlex.quote(commit)}"
            desk.narrate(voice("record.next", command=command))
    else:
        desk.answer(unified(prefix + change.file, change.before, change.after))
        desk.narrate(voice("record.nothing-written"))
    return 0


def _understood(desk: Desk, entry: Entry, lines: list[str]) -> None:
    """Judge the new record by itself, so that the sentence is about what was typed."""
    node, findings = compose(entry.file, "\n".join(lines))
    if node is not None and not findings:
        findings = validate(entry.of, node)[1]
    for finding in findings:
        text = headline(finding, desk.voice)
        raise Failure("words-malformed", text=text, help=help_of(finding, desk.voice))
