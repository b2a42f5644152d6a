"""`fjdex check`: every problem in one run, at its place. It never writes."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from fjdex.cli.completion import completing
from fjdex.cli.desk import Desk, desk_of
from fjdex.cli.options import Directory, Json, Lang, NoCache, Paths
from fjdex.plan.failures import Failure

if TYPE_CHECKING:
    from fjdex.plan.findings import Finding
    from fjdex.render.findings import Format
    from fjdex.store.folder import Snapshot

FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="full|concise|github|json",
        help="check_format",
        autocompletion=completing("full|concise|github|json"),
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="strict")]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="CODE", help="select", autocompletion=completing("code")),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="CODE", help="ignore", autocompletion=completing("code")),
]
Explain = Annotated[
    str | None,
    typer.Option("--explain", metavar="CODE", help="explain", autocompletion=completing("code")),
]


def check(
    ctx: typer.Context,
    paths: Paths = None,
    format_: FormatOption = None,
    json: Json = False,
    strict: Strict = False,
    select: Select = None,
    ignore: Ignore = None,
    explain: Explain = None,
    directory: Directory = None,
    lang: Lang = None,
    no_cache: NoCache = False,
) -> int:
    """Answer 1 where there are errors (with --strict warnings too), else 0."""
    from fjdex.cli.codes import codes_asked
    from fjdex.plan.findings import Severity
    from fjdex.render.findings import summary

    desk = desk_of(ctx, directory, lang, no_cache=no_cache)
    if explain is not None:
        return _explain(desk, explain)
    if json and format_ not in {None, "json"}:
        raise Failure("options-exclusive", one="--json", other="--format")
    form = _format(desk, "json" if json else format_)
    codes = codes_asked(select or (), ignore or ())
    snapshot = desk.snapshot()
    findings = [one for one in _judged(desk, snapshot, paths) if one.code in codes]
    prefix = desk.prefix(snapshot.folder)
    desk.answer(form(findings, snapshot.texts, prefix, desk.voice))
    desk.narrate(summary(findings, desk.voice))
    counted = findings if strict else [one for one in findings if one.severity is Severity.ERROR]
    return 1 if counted else 0


def _format(desk: Desk, name: str | None) -> "Format":
    from fjdex.render.findings import FORMATS, full

    form = name or ("full" if desk.environment.at_terminal else "concise")
    if form not in FORMATS:
        raise Failure("format-unknown", text=form, known=", ".join(FORMATS))
    if form == "full" and desk.environment.at_terminal:
        return partial(full, width=desk.environment.width)
    return FORMATS[form]


def _judged(desk: Desk, snapshot: "Snapshot", paths: Sequence[str] | None) -> "tuple[Finding, ...]":
    """Judge the whole folder and answer what is about the files asked for."""
    from fjdex.check.rules import check as judge
    from fjdex.cli.paths import files_asked
    from fjdex.load import HEADER, load, readings_file
    from fjdex.plan.records import LISTS

    memory = desk.memory(snapshot)
    loaded = load(snapshot.texts, snapshot.refused, memory.known if memory else None)
    if memory:
        memory.learn(loaded)
    findings = judge(loaded, desk.environment.today())
    # A file that is missing can be asked about too: it may be one that was deleted.
    files = snapshot.files | {one.place.file for one in findings} | {HEADER, *LISTS}
    files |= {readings_file(record) for record in loaded.draft.records}
    only = files_asked(paths or (), snapshot.folder, desk.environment.here, files)
    return tuple(one for one in findings if only is None or one.place.file in only)


def _explain(desk: Desk, word: str) -> int:
    from fjdex.cli.codes import code_asked
    from fjdex.store.pages import read_page

    desk.answer(read_page(code_asked(word), desk.voice.language))
    return 0
