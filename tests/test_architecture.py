"""The shape of the program: which way imports run, and how large modules and functions may grow."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "communique"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = (
    {"__main__"},
    {"cli"},
    {"web"},
    set("announcing api asking briefs explain homes lists matrices moments news".split())
    | set("paging plans processes questions reader readings rounds signing".split()),
    {"pipeline"},
    {"reading", "language", "claims", "resolve", "views", "store", "engine", "export", "propose"},
    {"lexicon", "testing"},
    {"model"},
    {"errors", "garbage"},
)
"""Each layer may import what stands below it, and itself, except that the siblings of one layer never meet."""

LONGEST_MODULE, LONGEST_FUNCTION, MOST_PARAMETERS = 500, 60, 6

LOADED_AT_ONCE = {"onnxruntime", "trafilatura", "htmldate", "numpy", "rapidfuzz", "rich", "lxml", "py3langid"}
"""Slow to load: the command line starts without them."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def part_of(module: str) -> str:
    """The part of the program that a dotted name belongs to: `communique.store.seam` is `store`."""
    names = module.split(".")
    return names[1] if len(names) > 1 else ""


def rank(part: str) -> int:
    return next((i for i, layer in enumerate(LAYERS) if part in layer), len(LAYERS))


def imports(path: Path) -> Iterator[str]:
    """Every module of ours that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("communique"):
            yield from (f"{node.module}.{a.name}" if node.module == "communique" else node.module for a in node.names)
        elif isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.startswith("communique"))


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def own_part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_run_one_way_and_siblings_never_meet(path: Path) -> None:
    own = own_part(path)
    if own == "__init__":
        return
    for module in imports(path):
        part = part_of(module)
        assert part == own or rank(part) > rank(own) or rank(own) == 3 == rank(part), f"{own} imports {module}"


def test_every_part_has_its_place() -> None:
    assert {own_part(p) for p in MODULES} - {"__init__"} <= set().union(*LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_modules_and_functions_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    for function in functions(path):
        lines = (function.end_lineno or 0) - function.lineno + 1
        given = function.args
        parameters = [
            a.arg for a in (*given.posonlyargs, *given.args, *given.kwonlyargs) if a.arg not in ("self", "cls")
        ]
        assert lines <= LONGEST_FUNCTION, f"{function.name} has {lines} lines"
        if own_part(path) != "cli":  # the options of a command are its parameters
            assert len(parameters) <= MOST_PARAMETERS, f"{function.name} has {len(parameters)} parameters"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_what_is_public_says_what_it_is_for(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the module has no docstring"
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no docstring"


@pytest.mark.parametrize("path", sorted((PACKAGE / "cli").rglob("*.py")), ids=lambda p: p.name)
def test_the_command_line_loads_nothing_slow_at_the_start(path: Path) -> None:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [a.name for a in node.names] if isinstance(node, ast.Import) else []
        assert not {n.split(".")[0] for n in names} & LOADED_AT_ONCE


def test_most_functions_are_short() -> None:
    lengths = sorted((f.end_lineno or 0) - f.lineno + 1 for path in MODULES for f in functions(path))
    assert lengths[len(lengths) * 9 // 10] <= 28
