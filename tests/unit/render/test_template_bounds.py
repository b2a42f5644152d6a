"""What a team's template may do at most, and what it may print."""

from functools import cache

import pytest

from bulletins import invented_words
from fjdex.plan.failures import Failure
from fjdex.render.markdown import bulletin_markdown

PATH = "data/templates/bulletin.md.jinja"
ABOVE = '{% extends "fjdex/bulletin.md.jinja" %}\n{% block signature %}\n'
BELOW = "{% endblock %}\n"
GROWN = "{% set ns = namespace(s=START) %}{% for i in range(99) %}{% set ns.s = STEP %}{% endfor %}"


def laid_out(block: str) -> str:
    """Answer what stands under the last heading with a block of a team's own in its place."""
    text = bulletin_markdown(invented_words(), {PATH: ABOVE + block + "\n" + BELOW})
    return text.removeprefix(without()).strip()


@cache
def without() -> str:
    """Answer the bulletin without that block."""
    return bulletin_markdown(invented_words(), {PATH: ABOVE + BELOW})


def refused(block: str) -> str:
    """Answer the code of the failure at the third line, where the block stands."""
    with pytest.raises(Failure) as refusal:
        laid_out(block)
    assert refusal.value.arguments["path"] == PATH
    assert refusal.value.arguments["line"] == "3"
    return refusal.value.code


@pytest.mark.parametrize(
    "block",
    [
        "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
        "{% for a in range(90000) %}{% for b in range(90000) if false %}{% endfor %}{% endfor %}",
        "{% for a in range(90000) %}{{ 'x' * 1000 }}{% endfor %}",
        "{% for a in range(90000) %}" + "plain words " * 100 + "{% endfor %}",
        "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(1) }}",
        "{% for a in [1] recursive %}{{ loop([a]) }}{% endfor %}",
        "{{ self.signature() }}",
        GROWN.replace("START", "'ab'").replace("STEP", "ns.s ~ ns.s"),
        GROWN.replace("START", "'ab'").replace("STEP", "ns.s + ns.s"),
        GROWN.replace("START", "[1]").replace("STEP", "ns.s * 9"),
        GROWN.replace("START", "9").replace("STEP", "ns.s * ns.s"),
        GROWN.replace("START", "[1]").replace("STEP", "[ns.s, ns.s]") + "{{ ns.s | upper }}",
        "{{ 'a' * 10 ** 10 }}",
        "{{ 2 ** (10 ** 10) }}",
        "{{ 'a' | center(10 ** 10) }}",
        "{{ 'a'.ljust(10 ** 10) }}",
        "{{ '%9999999999d' % 1 }}",
        "{{ '%*d' % (10 ** 10, 1) }}",
        "{{ '%9999999999d' | format(1) }}",
        "{{ '{:>9999999999}'.format(1) }}",
        "{{ '{:>{}}'.format(1, 10 ** 10) }}",
        "{{ ['a'] | batch(10 ** 10, 'x') | list | length }}",
        "{{ range(90000) | join('x' * 90000) }}",
        "{{ ('a' * 90000).replace('a', 'b' * 90000) }}",
        "{{ ('a' * 90000) | replace('a', 'b' * 90000) }}",
        "{{ 'x'.join(['a' * 90000] * 9000) }}",
    ],
)
def test_nothing_grows_without_end(block: str) -> None:
    """Loops in loops, macros that call themselves, texts doubled or widened: each has an end."""
    assert refused(block) == "template-broken.endless"


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("{{ t }}", "function"),
        ("{{ md }}", "function"),
        ("{{ range }}", "function"),
        ("{{ targets }}", "list"),
        ("{{ targets | map(attribute='name') }}", "list"),
        ("{{ range(3) }}", "list"),
        ("{{ targets[0] }}", "record"),
        ("{{ pictures }}", "record"),
        ("{{ namespace() }}", "record"),
        ("{{ behind[0].owed }}", "flag"),
        ("{{ none }}", "nothing"),
        ("{{ 'a' ~ targets }}", "list"),
    ],
)
def test_only_words_and_numbers_are_printed(block: str, kind: str) -> None:
    """What is no text is refused, instead of being printed as a program would show it."""
    assert refused(block) == f"template-broken.prints-{kind}"


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("{{ 'a' ~ 1 }} {{ 2 * 3 + 4 }} {{ 'ab' * 2 }} {{ 2 ** 5 }} {{ 'a' + 'b' }}", "a1 10 abab 32 ab"),  # noqa: E501
        ("{{ '%s: %d' | format('a', 3) }} {{ '{}-{}'.format(1, 2) }} {{ '%d%%' % 5 }}", "a: 3 1-2 5%"),  # noqa: E501
        ("{{ [3, 1] | sort | first }} {{ [1, 2] | sum }} {{ ['a', 'b'] | join('、') }}", "1 3 a、b"),  # noqa: E501
        ("{{ 'one' | replace('one', 'two') | upper }} {{ 'a' | center(3) | trim }}", "TWO a"),
        ("{{ 'x' if true }}{{ 'y' if false else '' }}", "x"),
        ("{% for a, b in {'k': 1} | dictsort %}{{ a }}{{ b }} {{ loop.index }}/{{ loop.length }}{% endfor %}", "k1 1/1"),  # noqa: E501
        ("{% for i in [[1, [2]]] recursive %}{{ i if i is number else loop(i) }}{% endfor %}", "12"),  # noqa: E501
        ("{% macro m(x) %}[{{ x }}{{ caller() if caller is defined }}]{% endmacro %}{% call m(1) %}c{% endcall %}{{ m(2) }}", "[1c][2]"),  # noqa: E501
        ("{% set part %}a{% endset %}{{ part }}{% filter upper %}b{% endfilter %}", "aB"),
        ("{{ targets | selectattr('rating', 'eq', 'behind schedule') | list | length }}", "1"),
        ("{{ targets | groupby('lead') | length }} {{ targets | length }}", "4 18"),
    ],
)  # fmt: skip
def test_what_a_page_needs_is_within_bounds(block: str, said: str) -> None:
    """Counting changes nothing of what a template says."""
    assert laid_out(block) == said


def test_a_page_can_be_laid_out_many_times_over() -> None:
    """The bound is far above what a bulletin takes: ten times its tables are no more than that."""
    block = "{% for i in range(10) %}{% for one in targets %}{{ md(one.name) }}\n{% endfor %}{% endfor %}"  # noqa: E501

    assert len(laid_out(block).splitlines()) == 180
