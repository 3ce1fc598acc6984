"""Pages made from code: the command line, the Python interface, the layers."""

from __future__ import annotations

import enum
import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import typer
from page_text import first_paragraph, page, paragraphs, sentence, table

import detente
from detente.archive import Archive, Claims
from detente.cli import app

_PACKAGE = Path(__file__).resolve().parent.parent / "src" / "detente"


# -- the command line ------------------------------------------------------------------------------------


def cli_page() -> str:
    """The page of all commands with their arguments and options."""
    program: Any = typer.main.get_command(app)
    lines = [sentence(program.help), ""]
    listed = [(f"[`{name}`](#{_anchor(name)})", first_paragraph(command.help)) for name, command in _commands(program)]
    lines += table(("command", "what it does"), listed)
    lines += ["Options of the program as a whole:", "", *_parameters(program.params)]
    for name, command in _commands(program):
        usage = " ".join([name, *_usage(command.params)])
        lines += [f"## {name}", "", "```", usage, "```", "", paragraphs(command.help), ""]
        lines += _parameters(command.params)
    lines += _EXIT_CODES
    return page("The command line", "the commands in src/detente/cli", lines)


_EXIT_CODES = (
    "## Exit codes",
    "",
    "| code | meaning |",
    "|---|---|",
    "| 0 | Done. |",
    "| 1 | Done, and something could not be read (`read`, `evaluate`) or is not known (`who`). |",
    "| 2 | Not done: the message says what is wrong and can be mended. |",
    "| 130 | Stopped with Ctrl-C; `read` keeps what it had finished. |",
)


def _commands(group: Any, path: str = "detente") -> Iterator[tuple[str, Any]]:
    """All commands in the order of `--help`, those of groups under the group's name."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def _usage(parameters: Sequence[Any]) -> Iterator[str]:
    if any(p.param_type_name == "option" for p in parameters):
        yield "[OPTIONS]"
    for parameter in parameters:
        if parameter.param_type_name == "argument":
            name = parameter.metavar or parameter.name.upper()
            yield name if parameter.required else f"[{name}]"


def _parameters(parameters: Sequence[Any]) -> Iterator[str]:
    shown = [(_spelling(p), _meaning(p)) for p in parameters if not p.hidden]
    yield from table(("argument or option", "meaning"), shown)


def _spelling(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{parameter.metavar or parameter.name.upper()}`"
    spelled = [f"`{spelling}`" for spelling in (*parameter.opts, *parameter.secondary_opts)]
    if not parameter.is_flag:
        value = parameter.metavar or parameter.opts[0].lstrip("-").upper()
        spelled[-1] = f"{spelled[-1][:-1]} {value}`"
    return ", ".join(spelled)


def _meaning(parameter: Any) -> str:
    said = [parameter.help or ""]
    if isinstance(parameter.default, enum.Enum):
        said.append(f"One of {', '.join(f'`{choice.value}`' for choice in type(parameter.default))}.")
    if parameter.multiple:
        said.append("May be given several times.")
    if parameter.default not in (None, False, "", ()) and not callable(parameter.default):
        said.append(f"Default: `{parameter.default}`.")
    if parameter.envvar:
        said.append(f"Environment variable: `{parameter.envvar}`.")
    return _without_repeats(" ".join(part for part in said if part))


def _without_repeats(said: str) -> str:
    """The sentence on repeating only once, when the help text has it too."""
    return re.sub(r"; may be given several times\.", ".", said)


def _anchor(heading: str) -> str:
    return heading.lower().replace(" ", "-")


# -- Python ----------------------------------------------------------------------------------------------


def python_page() -> str:
    """The page of what `import detente` offers."""
    lines = ["```python", inspect.cleandoc(detente.__doc__ or "").partition("\n\n")[2], "```", ""]
    for name in ("open", "read_article", "relation"):
        lines += _callable(f"detente.{name}", getattr(detente, name))
    for kind in (detente.Record, detente.ReadSummary, detente.ReadProgress, Archive, Claims):
        lines += [f"## {kind.__name__}", "", paragraphs(kind.__doc__), ""]
        for name, member in vars(kind).items():
            if not name.startswith("_") and (inspect.isfunction(member) or isinstance(member, property)):
                lines += _member(kind.__name__, name, member)
    return page("Using Detente from Python", "the docstrings of src/detente", lines)


def _member(owner: str, name: str, member: Any) -> list[str]:
    if isinstance(member, property):
        return [f"### {owner}.{name}", "", paragraphs(member.__doc__), ""]
    return _callable(f"{owner}.{name}", member)


def _callable(name: str, function: Callable[..., Any]) -> list[str]:
    parameters = [p for p in inspect.signature(function).parameters.values() if p.name != "self"]
    signature = f"{name}({', '.join(_parameter_words(parameters))})"
    return [f"### {name}", "", "```python", _folded(signature), "```", "", paragraphs(function.__doc__), ""]


def _parameter_words(parameters: Sequence[inspect.Parameter]) -> Iterator[str]:
    """Parameters as one would write them, without types, with the bare star where names are required."""
    starred = False
    for parameter in parameters:
        if parameter.kind is parameter.VAR_POSITIONAL:
            starred = True
        elif parameter.kind is parameter.KEYWORD_ONLY and not starred:
            starred = True
            yield "*"
        default = str(parameter.default) if isinstance(parameter.default, Path) else parameter.default
        yield str(parameter.replace(annotation=parameter.empty, default=default))


def _folded(signature: str) -> str:
    """A long signature over several lines."""
    if len(signature) <= 100:
        return signature
    name, _, rest = signature.partition("(")
    return f"{name}(\n    " + rest[:-1].replace(", ", ",\n    ") + ",\n)"


# -- layers ----------------------------------------------------------------------------------------------


def layers_page(project: dict[str, Any]) -> str:
    """The page of the import contracts, with what each part is for."""
    contracts = project["tool"]["importlinter"]["contracts"]
    order = next(contract for contract in contracts if contract["type"] == "layers")
    lines = [
        "What stands higher may import what stands lower, never the reverse; parts in one row do not import each",
        "other. `make check` fails when a line of code breaks this, and when a new part has been given no place.",
        "",
        "```text",
        *_diagram([layer.split(" | ") for layer in order["layers"]]),
        "```",
        "",
        *table(("part", "what it is for"), ((f"`{part}`", _purpose(part)) for part in _parts(order["layers"]))),
        "Beside the order:",
        "",
    ]
    lines += [f"* {_forbidden(c)}" for c in contracts if c["type"] == "forbidden"]
    return page("Layers", "the import contracts in pyproject.toml", lines)


def _parts(layers: Iterable[str]) -> Iterator[str]:
    for layer in layers:
        yield from layer.split(" | ")


def _diagram(layers: Sequence[Sequence[str]]) -> Iterator[str]:
    width = max(len("   ".join(layer)) for layer in layers)
    rule = f"+{'-' * (width + 4)}+"
    for layer in layers:
        yield rule
        yield f"|  {'   '.join(layer).center(width)}  |"
    yield rule


def _purpose(part: str) -> str:
    """The first sentence of the part's docstring; of a package without one, what its modules are."""
    base = _PACKAGE / part
    file = base / "__init__.py" if base.is_dir() else base.with_suffix(".py")
    found = re.match(r'"""(.*?)(?:\n\n|""")', file.read_text("utf-8"), re.DOTALL)
    if found:
        return sentence(found.group(1))
    return "modules: " + ", ".join(f"`{m.stem}`" for m in sorted(base.glob("*.py")) if m.stem != "__init__")


def _forbidden(contract: dict[str, Any]) -> str:
    outsiders = ", ".join(f"`{name}`" for name in contract["forbidden_modules"])
    barred = ", ".join(f"`{name.removeprefix('detente.')}`" for name in contract["source_modules"])
    return f"{contract['name']}: {barred} may not import {outsiders}."
