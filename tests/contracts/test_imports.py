"""Who may import whom, and what is not imported until it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("pydantic", "pydantic_core", "ruamel", "jinja2", "rich")
LOADED = """
import sys
from fjdex.cli.environment import Environment
from fjdex.cli.main import main
code = main(sys.argv[1:], Environment.of_process())
packages = {name.partition(".")[0] for name in sys.modules}
sys.stderr.write(" ".join([str(code), *sorted(packages)]))
"""


def test_the_import_contracts_hold() -> None:
    """Layers, the pure core, commands that call no commands, one door for each library."""
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(  # noqa: S603 (ourselves)
        [lint, "--no-cache", "--config", ROOT / "pyproject.toml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    broken = [line for line in done.stdout.splitlines() if line.endswith(" BROKEN")]
    assert (broken, done.returncode) == ([], 0), done.stdout[-2000:] + done.stderr[-2000:]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--help"],
        ["--version"],
        ["status", "--help"],
        ["record", "--help"],
        ["no-such-command"],
    ],
    ids=" ".join,
)
def test_what_needs_no_data_loads_no_library(arguments: list[str]) -> None:
    """Help, the version and a slip of the hand come at once."""
    done = subprocess.run(  # noqa: S603 (ourselves)
        [sys.executable, "-c", LOADED, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    code, *packages = done.stderr.splitlines()[-1].split()
    wanted = "2" if arguments == ["no-such-command"] else "0"
    assert (code, [one for one in HEAVY if one in packages]) == (wanted, [])
    assert {"typer", "fjdex"} <= set(packages)


@pytest.mark.parametrize("library", ["pydantic", "ruamel", "jinja2", "rich", "typer"])
def test_the_plans_types_load_no_library(library: str) -> None:
    """Whoever finds the answer without reading a file pays for nothing."""
    program = (
        "import sys, fjdex.plan.plan, fjdex.plan.findings, fjdex.plan.quantities, "
        "fjdex.assess.assessment, fjdex.messages; "
        f"sys.exit({library!r} in {{name.partition('.')[0] for name in sys.modules}})"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)  # noqa: S603 (ourselves)
    assert done.returncode == 0
