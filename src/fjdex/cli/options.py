"""The options that commands share. A help text here is a code; `cli.help` says it in a language."""

from typing import Annotated

import typer

from fjdex.cli.completion import complete_id, completing

Id = Annotated[str, typer.Argument(metavar="ID", help="id", autocompletion=complete_id)]
Ids = Annotated[
    list[str] | None, typer.Argument(metavar="ID", help="ids", autocompletion=complete_id)
]
Kind = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help="kind", autocompletion=completing("kind")),
]
Section = Annotated[
    str | None,
    typer.Option(
        "--section", metavar="SECTION", help="section", autocompletion=completing("section")
    ),
]
Lead = Annotated[
    str | None,
    typer.Option("--lead", metavar="AGENCY", help="lead", autocompletion=completing("agency")),
]
Directory = Annotated[str | None, typer.Option("-C", metavar="DIR", help="directory")]
Lang = Annotated[
    str | None,
    typer.Option("--lang", metavar="zh|en", help="lang", autocompletion=completing("zh|en")),
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="as_of")]
KnownBy = Annotated[str | None, typer.Option("--known-by", metavar="DATE", help="known_by")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="no_cache")]
Rev = Annotated[str | None, typer.Option("--rev", metavar="REV", help="rev")]
Json = Annotated[bool, typer.Option("--json", help="json")]
Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH", help="paths")]
DryRun = Annotated[bool, typer.Option("-n", "--dry-run", help="dry_run")]
