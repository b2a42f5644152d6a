"""`fjdex fmt`: the canonical form, and the only command that rewrites a file's shape."""

from typing import TYPE_CHECKING, Annotated

import typer

from fjdex.cli.desk import Desk, desk_of
from fjdex.cli.options import Directory, DryRun, Json, Lang, Paths

if TYPE_CHECKING:
    from fjdex.store.formatting import Formatted

Check = Annotated[bool, typer.Option("--check", help="fmt_check")]


def fmt(
    ctx: typer.Context,
    paths: Paths = None,
    check: Check = False,
    dry_run: DryRun = False,
    json: Json = False,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Answer 1 where a file could not be brought into form, or with --check is not in it."""
    from fjdex.cli.paths import files_asked
    from fjdex.store.formatting import format_folder

    desk = desk_of(ctx, directory, lang)
    folder = desk.folder()
    only = None
    if paths:
        only = files_asked(paths, folder, desk.environment.here, desk.snapshot().files)
    formatted = format_folder(folder, only, write=not (check or dry_run))
    if json:
        _answer_json(desk, formatted, written=not (check or dry_run))
    else:
        _answer(desk, formatted, check=check, dry_run=dry_run)
    left = bool(formatted.faults or formatted.kept)
    return int(left or (check and bool(formatted.changes)))


def _answer(desk: Desk, formatted: "Formatted", *, check: bool, dry_run: bool) -> None:
    from fjdex.render.findings import concise
    from fjdex.render.unified import unified

    voice, prefix = desk.voice, desk.prefix(formatted.snapshot.folder)
    told = concise(formatted.faults, formatted.snapshot.texts, prefix, voice)
    desk.environment.stderr.write(told)
    for file in sorted({one.place.file for one in formatted.faults}):
        desk.narrate(voice("fmt.faulty", file=prefix + file))
    for file in formatted.kept:
        desk.narrate(voice("fmt.kept", file=prefix + file))
    for file, before, after in formatted.changes:
        name = prefix + file
        desk.answer(unified(name, before, after) if dry_run else f"{name}\n")
    done = "unwritten" if check or dry_run else "written"
    desk.narrate(voice(f"fmt.{done}", count=len(formatted.changes)))


def _answer_json(desk: Desk, formatted: "Formatted", *, written: bool) -> None:
    prefix = desk.prefix(formatted.snapshot.folder)
    faulty = {one.place.file for one in formatted.faults}
    desk.answer_json(
        {
            "schema": "fjdex.fmt/1",
            "written": written,
            "changed": [prefix + file for file, _, _ in formatted.changes],
            "left": [prefix + file for file in sorted({*faulty, *formatted.kept})],
        }
    )
