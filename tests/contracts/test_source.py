"""What every module and every test of this repository keeps to, read from the source itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "fjdex"
MODULES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
EXACT = ("plan", "assess", "check", "bulletin")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def tree(path: Path) -> ast.Module:
    """Read a module."""
    return ast.parse(path.read_text("utf-8"), str(path))


def name(path: Path) -> str:
    """Name a file as it is named from the root."""
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[Function]:
    """Answer every function of a module, wherever it stands."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def public(node: ast.AST) -> Iterator[Function | ast.ClassDef]:
    """Answer the functions and classes that others may use: no underscore on the way to them."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function | ast.ClassDef):
            if not child.name.startswith("_"):
                yield child
                if isinstance(child, ast.ClassDef):
                    yield from public(child)
        elif isinstance(child, ast.If | ast.Try | ast.With):
            yield from public(child)


def called(path: Path, word: str) -> list[str]:
    """Answer where a module calls a built-in function by name."""
    return [
        f"{name(path)}:{node.lineno}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == word
    ]


def imported(path: Path) -> set[str]:
    """Answer the top names of the packages that a module imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {one.name.partition(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def test_there_is_source_to_judge() -> None:
    """The other tests of this file are not about nothing."""
    assert SOURCE / "load.py" in MODULES
    assert Path(__file__) in TESTS


def test_no_module_is_too_long() -> None:
    """A module is read in one sitting."""
    lines = {name(path): path.read_text("utf-8").count("\n") for path in MODULES}
    assert {path: count for path, count in lines.items() if count > MOST_LINES} == {}


def test_no_function_is_too_long() -> None:
    """Its docstring counts; what stands above `def` does not."""
    lines = {
        f"{name(path)}:{one.lineno} {one.name}": (one.end_lineno or 0) - one.lineno + 1
        for path in MODULES
        for one in functions(path)
    }
    assert {at: count for at, count in lines.items() if count > MOST_LINES_OF_A_FUNCTION} == {}


def test_everything_public_says_what_it_is() -> None:
    """Modules, classes, functions and methods have docstrings."""
    mute = [name(path) for path in MODULES if not ast.get_docstring(tree(path))]
    mute += [
        f"{name(path)}:{one.lineno} {one.name}"
        for path in MODULES
        for one in public(tree(path))
        if not ast.get_docstring(one)
    ]
    assert mute == []


def test_every_test_says_what_it_holds() -> None:
    """One sentence of it; a file of tests says what all of them are about."""
    mute = [name(path) for path in TESTS if not ast.get_docstring(tree(path))]
    mute += [
        f"{name(path)}:{one.lineno} {one.name}"
        for path in TESTS
        for one in functions(path)
        if one.name.startswith("test_") and not ast.get_docstring(one)
    ]
    assert mute == []


def test_no_two_tests_of_a_file_have_one_name() -> None:
    """The second would take the place of the first, silently."""
    for path in TESTS:
        names = [one.name for one in tree(path).body if isinstance(one, Function)]
        assert sorted(names) == sorted(set(names)), name(path)


def test_tests_wait_for_nothing() -> None:
    """No test sleeps: what has to be waited for says when it is ready."""
    asleep = [
        f"{name(path)}:{node.lineno}"
        for path in TESTS
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute | ast.Name)
        and (node.attr if isinstance(node, ast.Attribute) else node.id) == "sleep"
    ]
    assert asleep == []


def test_nothing_prints() -> None:
    """Answers go through the streams of the environment."""
    assert [at for path in MODULES for at in called(path, "print")] == []


@pytest.mark.parametrize("package", EXACT)
def test_arithmetic_is_exact(package: str) -> None:
    """Neither `float(…)` nor a float written out in what counts, compares and rates.

    How alike two words must be (`cutoff`) is no arithmetic of a plan.
    """
    paths = sorted((SOURCE / package).rglob("*.py"))
    numbers = [
        f"{name(path)}:{node.lineno}"
        for path in paths
        for parent in ast.walk(tree(path))
        if not (isinstance(parent, ast.keyword) and parent.arg == "cutoff")
        for node in ast.iter_child_nodes(parent)
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    assert (bool(paths), numbers) == (True, [])
    assert [at for path in paths for at in called(path, "float")] == []


@pytest.mark.parametrize("package", ["click", "yaml", "requests", "urllib", "http", "socket"])
def test_what_is_never_imported(package: str) -> None:
    """Typer brings its own parser, ruamel reads, and nothing goes over a network."""
    assert [name(path) for path in MODULES if package in imported(path)] == []


def test_the_core_asks_no_clock() -> None:
    """Today's date enters in one place, the environment."""
    asking = [
        f"{name(path)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow"}
        if isinstance(node.value, ast.Name) and node.value.id in {"date", "datetime"}
    ]
    assert [at.partition(":")[0] for at in asking] == ["src/fjdex/cli/environment.py"]


def test_only_the_entry_exits() -> None:
    """A command answers its exit code; the process ends in one place."""
    exits = [
        name(path)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and node.attr in {"exit", "_exit"}
        and isinstance(node.value, ast.Name)
        and node.value.id in {"sys", "os"}
    ]
    assert set(exits) <= {"src/fjdex/__main__.py", "src/fjdex/cli/main.py"}


def test_nothing_catches_everything() -> None:
    """No bare `except`, no `except Exception`, but where a fault of ours is told as one."""
    broad = [
        name(path)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (
            node.type is None
            or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})
        )
    ]
    assert set(broad) <= {"src/fjdex/cli/main.py"}
