"""Bounds for a team's templates: what they do is counted, never timed. Needs Jinja.

The same template and the same bulletin reach a bound on any machine, or on none. Everything is
paid in one coin, about a character handled: turns of loops and calls, what is printed, what is put
together on the way. So nothing grows without end, by loops in loops, by macros that call
themselves, or by one text that is doubled again and again.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import wraps
from numbers import Number
from typing import Any, TypeVar

from jinja2 import Undefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

# What a turn of a loop, a call and a printed character cost, in characters handled.
_TURN, _CALL, _PRINTED = 20, 200, 10
# How deep calls may lie within calls: no deeper than any Python can go.
_DEEPEST = 80
# How large a number by multiplying or raising may be, in bits.
_BITS = 10_000
_TURNS, _PAY, _WHOLE, _JOINED = "each turn", "pay", "words only", "joined"
# Filters that look at no more than the things of a list, not at what these hold.
_SHALLOW = frozenset(
    {
        *("attr", "batch", "count", "d", "default", "dictsort", "first", "groupby", "items"),
        *("last", "length", "list", "map", "max", "min", "reject", "rejectattr", "reverse"),
        *("select", "selectattr", "slice", "sort", "unique"),
    }
)
# What makes a text or a list longer by as much as one of its arguments says.
_SWELLING = frozenset(
    {
        *("batch", "center", "expandtabs", "format", "format_map", "indent", "join", "ljust"),
        *("replace", "rjust", "slice", "to_bytes", "tojson", "wordwrap", "zfill"),
    }
)
_numbers = re.compile("[0-9]+").findall

T = TypeVar("T")


class TooMuchError(Exception):
    """A template does more than any bulletin needs."""


class NoTextError(Exception):
    """A template prints what is no text; `kind` is function, list, record, flag or nothing."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Meter:
    """Counts what a template does, up to a limit."""

    def __init__(self, limit: int) -> None:
        self._left = limit

    def pay(self, cost: int) -> None:
        """Count; raises `TooMuchError` beyond the limit."""
        self._left -= cost
        if self._left < 0:
            raise TooMuchError

    def turns(self, things: Iterable[T]) -> Iterator[T]:
        """Count the turns of a loop, one by one."""
        for thing in things:
            self.pay(_TURN)
            yield thing

    def weigh(self, value: object) -> int:
        """Count how much a value holds, with all that is in it; answer how much that is."""
        weight = _size(value)
        if isinstance(value, Mapping):
            value = (*value.keys(), *value.values())
        if not isinstance(value, list | tuple | set | frozenset):
            self.pay(weight)
            return weight
        self.pay(_TURN * weight)
        return weight + sum(map(self.weigh, value))


def _size(value: object) -> int:
    if isinstance(value, int):
        return value.bit_length() // 3 + 1
    return len(value) if isinstance(value, Collection) else 1


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox in which templates run, with everything counted by a meter."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, meter: Meter, **options: Any) -> None:
        # Nothing is worked out beforehand: what is worked out is counted.
        super().__init__(optimized=False, finalize=self._printed, **options)
        self._meter = meter
        self._depth = 0
        self.code_generator_class = _Counting
        self.filters = {name: self._counted(name, one) for name, one in self.filters.items()}
        self.filters |= {
            _TURNS: meter.turns,
            _PAY: meter.pay,
            _WHOLE: _text_of,
            _JOINED: self._joined,
        }

    @pass_context
    def _printed(self, _: Context, value: object) -> object:
        text = _text_of(value)
        self._meter.pay(_PRINTED * _size(text))
        return text

    def _joined(self, text: str) -> str:
        self._meter.pay(len(text))
        return text

    def _counted(self, name: str, of: Callable[..., Any]) -> Callable[..., Any]:
        """Answer a filter that counts what it is given and what it makes."""

        @wraps(of)
        def counted(*given: Any, **named: Any) -> Any:
            # A filter that asks for where it stands gets that first.
            first = 1 if hasattr(of, "jinja_pass_arg") else 0
            value, *more = given[first:] or (None,)
            if name == "join" and not isinstance(value, str | Undefined):
                value = list(value)
            weight = _size(value) if name in _SHALLOW else self._meter.weigh(value)
            self._meter.pay(_TURN + weight * self._swells(name, value, (*more, *named.values())))
            made = of(*given[:first], value, *more, **named)
            self._meter.pay(_size(made))
            return made

        return counted

    def _swells(self, name: str, value: object, more: Iterable[object]) -> int:
        """Answer by how much what is made can be larger than what is given."""
        if name not in _SWELLING:
            return 1
        sizes = [_longer(one) for one in more]
        if isinstance(value, str) and name in {"format", "format_map"}:
            sizes += map(int, _numbers(value))
        return max(sizes, default=1)

    def call(self, context: Context, called: Any, *given: Any, **named: Any) -> Any:
        """Call what a template calls, and count it."""
        self._meter.pay(_CALL)
        more = (*given, *named.values())
        if not isinstance(called, Macro | LoopContext | type):
            weight = sum(map(self._meter.weigh, more))
            of = getattr(getattr(called, "__wrapped__", called), "__self__", "")
            if isinstance(of, str):
                weight = max(weight, len(of))
            name = getattr(called, "__name__", "")
            self._meter.pay(weight * self._swells(name, of, more))
        self._depth += 1
        if self._depth > _DEEPEST:
            raise TooMuchError
        made = super().call(context, called, *given, **named)
        self._depth -= 1
        self._meter.pay(_size(made))
        return made

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Work out what may become large, once it is known that it will not."""
        if operator == "%" and isinstance(left, str):
            sizes = [_longer(one) for one in (right if isinstance(right, tuple) else (right,))]
            self._meter.pay(self._meter.weigh(right) + max([*sizes, *map(int, _numbers(left))]))
        elif isinstance(left, int) and isinstance(right, int):
            longest = {"*": right.bit_length(), "**": max(1, left.bit_length()) * abs(right)}
            if left.bit_length() + longest.get(operator, 0) > _BITS:
                raise TooMuchError
        elif operator == "*":
            self._meter.pay(_longer(left) * _longer(right))
        made = super().call_binop(context, operator, left, right)
        self._meter.pay(_size(made))
        return made


def _longer(value: object) -> int:
    """Answer how many times as long something can make a text: a number, or the length of one."""
    if isinstance(value, int):
        return max(1, abs(value))
    return max(1, _size(value))


def _text_of(value: object) -> object:
    """Answer what can be printed: words and numbers; raises `NoTextError`."""
    if isinstance(value, Undefined):
        return str(value)  # raises
    for kind, types in _NO_TEXTS.items():
        if isinstance(value, types):
            raise NoTextError(kind)
    if callable(value):
        raise NoTextError("function")
    if not isinstance(value, str | Number | date):
        raise NoTextError("record")
    return value


_NO_TEXTS: Mapping[str, tuple[type, ...]] = {
    "nothing": (type(None),),
    "flag": (bool,),
    "record": (Mapping,),
    "list": (list, tuple, set, frozenset, range, Iterator),
}


class _Counting(CodeGenerator):
    """Writes a template's program, with its loops, calls and texts counted."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        super().visit_Template(_Counted().visit(node), frame)


class _Counted(NodeTransformer):
    """Puts the counting into a template's tree."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802
        self.generic_visit(node)
        node.iter = _through(node.iter, _TURNS)
        return node

    def visit_Output(self, node: nodes.Output) -> list[nodes.Node]:  # noqa: N802
        self.generic_visit(node)
        plain = sum(len(one.data) for one in node.nodes if isinstance(one, nodes.TemplateData))
        return [_paid(node, _PRINTED * plain), node]

    def visit_Concat(self, node: Any) -> nodes.Expr:  # noqa: N802
        self.generic_visit(node)
        node.nodes = [_through(one, _WHOLE) for one in node.nodes]
        return _through(node, _JOINED)

    def _body(self, node: Any) -> Any:
        self.generic_visit(node)
        node.body = [_paid(node, _TURN), *node.body]
        return node

    visit_Template = visit_Block = visit_Macro = visit_CallBlock = _body  # noqa: N815


def _through(node: Any, name: str) -> nodes.Expr:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _paid(node: nodes.Node, cost: int) -> nodes.Node:
    cost_said = nodes.Const(cost, lineno=node.lineno)
    return nodes.ExprStmt(_through(cost_said, _PAY), lineno=node.lineno)
