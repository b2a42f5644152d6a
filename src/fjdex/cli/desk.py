"""What a command works at: the environment, the language, and the data folder when it is opened."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from fjdex.cli.environment import Environment
from fjdex.messages import Voice
from fjdex.plan.failures import Failure
from fjdex.plan.scalars import Malformed, parse_day

if TYPE_CHECKING:
    from fjdex.load import Known, Loaded
    from fjdex.plan.plan import Plan
    from fjdex.render.blocks import Block
    from fjdex.store.folder import Snapshot
    from fjdex.store.memory import Memory, Notebook


class ReaderGone(Exception):  # noqa: N818 (no error: whoever read has seen enough)
    """Nobody reads the answer any more. Typer makes a failure of a broken pipe, so it is told."""


@dataclass(frozen=True)
class Desk:
    """One run of one command."""

    environment: Environment
    directory: str | None = None
    lang: str | None = None
    cached: bool = True

    @cached_property
    def voice(self) -> Voice:
        """Answer the voice of the run's language."""
        return Voice(self.environment.language(self.lang))

    def answer(self, text: str) -> None:
        """Write the answer, and nothing else, to stdout; raises `ReaderGone`, `Failure`."""
        try:
            self.environment.stdout.write(text)
            self.environment.stdout.flush()
        except BrokenPipeError as error:
            raise ReaderGone from error
        except OSError as error:
            from fjdex.store.folder import reason

            raise Failure("file-unwritable", path="stdout", why=reason(error)) from error

    def narrate(self, text: str) -> None:
        """Write a line beside the answer to stderr."""
        self.environment.stderr.write(text + "\n")

    def show(self, blocks: "Iterable[Block]") -> None:
        """Write blocks as the answer: styled at a terminal, plain in a pipe."""
        from fjdex.render.blocks import plain, styled

        env = self.environment
        if env.at_terminal or env.colour:
            width = env.width if env.at_terminal else 1_000_000
            self.answer(styled(blocks, width, colour=env.colour))
        else:
            self.answer(plain(blocks))

    def answer_json(self, whole: Mapping[str, object]) -> None:
        """Write one JSON object as the answer."""
        self.answer(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")

    def day(self, asked: str | None) -> date:
        """Answer the day asked about, today where none is given."""
        if asked is None:
            return self.environment.today()
        return day_asked(asked)

    def folder(self) -> Path:
        """Answer the data folder."""
        from fjdex.store.folder import find_folder

        env = self.environment
        return find_folder(self.directory, env.variables.get("FJDEX_DATA"), env.here)

    def snapshot(self) -> "Snapshot":
        """Read the data folder."""
        from fjdex.store.folder import read_folder

        tape = self.environment.tape
        snapshot = read_folder(self.folder(), tape.now if tape else None)
        if tape is not None and self.cached:
            named = self.directory or self.environment.variables.get("FJDEX_DATA")
            tape.reads(named, snapshot.contents if not snapshot.refused else None)
        return snapshot

    def plan(self) -> "Plan":
        """Answer the plan; raises where some of the data cannot be understood."""
        return sound_plan(self, self.snapshot())[0]

    @cached_property
    def _notebooks(self) -> "dict[Path, Notebook]":
        return {}

    def memory(self, snapshot: "Snapshot") -> "Memory | None":
        """Answer what is known of the folder from before; None where nothing is to be kept."""
        from fjdex.store.shelf import cache_folder, program

        cache = cache_folder(self.environment.variables)
        if cache is None or not self.cached or snapshot.origin is not None:
            return None
        from fjdex.store.memory import Memory, Notebook

        folder, tape = snapshot.folder, self.environment.tape
        if folder not in self._notebooks:
            try:
                made_by = tape.made_by if tape else program()
            except OSError:
                return None  # nobody can say what program this is
            self._notebooks[folder] = Notebook(cache, made_by, folder)
        return Memory(self._notebooks[folder], snapshot.contents.digests)

    def recall(self, snapshot: "Snapshot") -> "Known | None":
        """Answer what of a snapshot is known from before, if anything."""
        memory = self.memory(snapshot)
        return memory.known if memory else None

    def prefix(self, folder: Path) -> str:
        """Answer what stands before a data file's name so that it can be opened from here."""
        try:
            inside = folder.relative_to(self.environment.here).as_posix()
        except ValueError:
            inside = folder.as_posix()
        return "" if inside == "." else f"{inside}/"

    def prefix_of(self, snapshot: "Snapshot") -> str:
        """Answer what stands before the name of a file of a snapshot: a revision's is no path."""
        return self.prefix(snapshot.folder) if snapshot.origin is None else snapshot.origin


def sound_plan(
    desk: Desk, snapshot: "Snapshot", memory: "Memory | None" = None
) -> "tuple[Plan, Loaded]":
    """Answer the plan of a folder in which everything was understood.

    Otherwise every finding goes to stderr in one line each, and `Failure` says what to do: an
    answer that leaves out what could not be read would be a wrong one.
    """
    from fjdex.load import load

    memory = memory or desk.memory(snapshot)
    loaded = load(snapshot.texts, snapshot.refused, memory.known if memory else None)
    if loaded.plan is not None and loaded.sound:
        if memory is not None:
            memory.learn(loaded)
        return loaded.plan, loaded
    from fjdex.plan.findings import Severity
    from fjdex.render.findings import concise

    errors = [one for one in loaded.findings if one.severity is Severity.ERROR]
    prefix = desk.prefix_of(snapshot)
    desk.environment.stderr.write(concise(errors, snapshot.texts, prefix, desk.voice))
    raise Failure("data-unsound", count=str(len(errors)))


def desk_of(
    ctx: typer.Context, directory: str | None, lang: str | None, *, no_cache: bool = False
) -> Desk:
    """Answer the desk of a run: what stands after the command goes before what stands before it."""
    given: Desk = ctx.find_root().obj
    return replace(
        given,
        directory=directory or given.directory,
        lang=lang or given.lang,
        cached=given.cached and not no_cache,
    )


def day_asked(text: str) -> date:
    """Answer the day that an option gives, in any form that is certain; raises `Failure`."""
    try:
        return parse_day(text)
    except Malformed as error:
        from fjdex.plan.suggestions import day_meant

        day = day_meant(text)
        if day is None:
            raise Failure("day-malformed", text=text) from error
        return day
