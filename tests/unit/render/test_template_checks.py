"""What is wrong with a team's templates is told at its own file and line."""

import re
from dataclasses import replace

import pytest

from bulletins import invented_words
from fjdex.messages import Voice
from fjdex.plan.failures import Failure
from fjdex.render import markdown
from fjdex.render.bulletin import Words, context_of
from fjdex.render.markdown import bulletin_markdown
from stage import REPOSITORY

FOLDER = "data/templates/"
MAIN = "bulletin.md.jinja"
EXTENDS = '{% extends "fjdex/bulletin.md.jinja" %}\n'


def laid_out(text: str, **more: str) -> str:
    """Lay the bulletin out by a team's template, with others beside it."""
    others = {f"{FOLDER}{name}.jinja": text for name, text in more.items()}
    return bulletin_markdown(invented_words(), {FOLDER + MAIN: text, **others})


def told(text: str, **more: str) -> str:
    """Answer the sentence that tells what is wrong."""
    with pytest.raises(Failure) as refusal:
        laid_out(text, **more)
    return Voice("en")(f"failure.{refusal.value.code}", **refusal.value.arguments)


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("{{ targts }}", "nothing is called `targts`. Nearest: `targets`; docs/templates.md lists what a template may use"),  # noqa: E501
        ("{{ xyzzy }}", "nothing is called `xyzzy`. docs/templates.md lists what a template may use"),  # noqa: E501
        ("{{ targets[0].nmae }}", "nothing is called `nmae`. Nearest: `name`; docs/templates.md lists what a template may use"),  # noqa: E501
        ("{{ pictures.wohle }}", "nothing is called `wohle`. Nearest: `whole`; docs/templates.md lists what a template may use"),  # noqa: E501
        ('{{ t("no.such") }}', "the program has no words `no.such`. docs/templates.md says where to find them"),  # noqa: E501
        ('{{ t("report.reson") }}', "the program has no words `report.reson`. Nearest: report.reason"),  # noqa: E501
        ('{{ t("report.title") }}', "the words `report.title` need to be given `period`"),
        ("{{ title | uper }}", "there is no filter `uper`. docs/templates.md says which there are"),
        ("{{ 1 is evven }}", "there is no test `evven`"),
        ("{% fro a in b %}", "there is nothing called {% fro %}, or it does not belong here"),
        ("{{ title.__class__ }}", "a template may not use `__class__`"),
        ('{% include "no.jinja" %}', "there is no template `no.jinja` in data/templates"),
        ("{{ 1 / 0 }}", "this divides by zero"),
        ("{{ title }", "`}` does not belong here"),
        ("{{ a == }}", "something is missing here"),
        ("{# a", "`comment` has no end"),
        ("{% if a %}{% endfor %}", "`if` has no end before {% endfor %}"),
        ("{% for a in range(9999999) %}{% endfor %}", "this does more than any bulletin needs. Does a loop, a macro or a text grow without end?"),  # noqa: E501
        ("{{ title.x }}{% endblock %}{% block heading %}", "the block `heading` is there twice. Make one of the two"),  # noqa: E501
        ("{{ 1 + title }}", "this cannot be worked out (unsupported operand type(s) for +: 'int' and 'str'). docs/templates.md lists what a template may use"),  # noqa: E501
        ("{{ lipsum() }}", "nothing is called `lipsum`. Nearest: `lists`; docs/templates.md lists what a template may use"),  # noqa: E501
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_line(block: str, said: str) -> None:
    """Every unknown name and every slip is one sentence that begins with file and line."""
    text = EXTENDS + "{% block heading %}\n" + block + "\n{% endblock %}\n"

    assert told(text) == f"{FOLDER}{MAIN}, line 3: {said}"


def test_a_mistake_in_a_part_is_told_in_that_part() -> None:
    """A file that another includes is named itself."""
    text = EXTENDS + '{% block heading %}{% include "part.jinja" %}{% endblock %}'

    assert told(text, part="\n{{ nix }}").startswith(f"{FOLDER}part.jinja, line 2: ")


def test_a_block_of_no_use_is_told() -> None:
    """A block that replaces nothing would never be printed; the nearest that would is named."""
    assert told(EXTENDS + "\n{% block haeding %}x{% endblock %}") == (
        f"{FOLDER}{MAIN}, line 3: the bulletin has no block `haeding`, "
        "so this would never be printed. Nearest: heading"
    )


def test_words_outside_every_block_are_told() -> None:
    """What stands outside the blocks of a template that extends another is printed nowhere."""
    assert told(EXTENDS + "\n\nHello\nthere {{ title }}\n") == (
        f"{FOLDER}{MAIN}, line 4: what stands outside every block is never printed (Hello). "
        "Put it into a block"
    )


def test_a_template_that_extends_itself_is_told() -> None:
    """By its own name or through another, a template that extends itself is told where it does."""
    itself = (
        "line 1: the template extends itself. To extend the program's own, "
        'write {% extends "fjdex/bulletin.md.jinja" %}'
    )
    through = '{% extends "bulletin.md.jinja" %}'

    assert told(through) == f"{FOLDER}{MAIN}, {itself}"
    assert told('{% extends "base.jinja" %}', base=through) == f"{FOLDER}{MAIN}, {itself}"


@pytest.mark.parametrize("text", ["", " \n", "{# nothing #}", "{% set x = 1 %}"])
def test_a_template_that_prints_nothing_is_refused(text: str) -> None:
    """An empty bulletin is never written; the sentence says what the file has to hold."""
    assert told(text) == (
        f"{FOLDER}{MAIN} prints nothing. Let it begin with "
        '{% extends "fjdex/bulletin.md.jinja" %} and replace blocks, '
        "or delete it to have the program's own"
    )


def test_blocks_never_run_into_each_other() -> None:
    """What a block ends with, the next begins on a line of its own after an empty one."""
    text = laid_out(
        EXTENDS + "{% block heading %}# x{% endblock %}{% block signature %}y{% endblock %}"
    )

    assert re.findall(r"^# x\n\n## 1", text, re.MULTILINE) == ["# x\n\n## 1"]
    assert text.endswith("\n\ny\n")


@pytest.mark.parametrize(
    ("front", "begin"),
    [
        ("", ["---", "templates: sha256:1", "---", "", "# T"]),
        (
            "---\na: b\ntemplates: x\n---\n",
            ["---", "a: b", "templates: sha256:1", "---", "", "# T"],
        ),
        ("words", ["---", "templates: sha256:1", "---", "", "words"]),
    ],
)
def test_a_bulletin_always_names_its_templates(front: str, begin: list[str]) -> None:
    """Whatever a team makes of the front matter, the digest of its templates stands in it."""
    text = EXTENDS + "{% block front %}" + front + "{% endblock %}"
    made = bulletin_markdown(replace(invented_words(), templates="sha256:1"), {FOLDER + MAIN: text})

    shown = made.splitlines()[: len(begin)]
    assert [*shown[:-1], shown[-1][: len(begin[-1])]] == begin


def test_the_example_of_the_documents_works() -> None:
    """The template that docs/templates.md shows makes a bulletin with one title and no method."""
    text = (REPOSITORY / "docs" / "templates.md").read_text(encoding="utf-8")
    made = laid_out(text.partition("```jinja\n")[2].partition("```")[0])

    assert re.findall(r"^# .*", made, re.MULTILINE) == ["# 数字办通报（Q3 2024）"]
    assert "\nThis bulletin " in made


def test_a_template_of_another_name_is_told() -> None:
    """A team that misspells the file's own name is told that it is not used."""
    with pytest.raises(Failure) as refusal:
        bulletin_markdown(invented_words(), {f"{FOLDER}buletin.md.jinja": "x"})

    assert refusal.value.code == "template-not-used"
    assert refusal.value.arguments == {"path": f"{FOLDER}buletin.md.jinja", "text": MAIN}


def test_blocks_may_be_new_where_they_are_printed() -> None:
    """Within a block a team may make its own, which a template that extends theirs replaces."""
    base = EXTENDS + "{% block heading %}{% block ours %}1{% endblock %}{% endblock %}"
    above = '{% extends "base.jinja" %}\n{% set x = 5 %}{# a comment #}\n'
    text = laid_out(above + "{% block ours %}two {{ x }}{% endblock %}", base=base)

    assert re.findall(r"^two 5", text, re.MULTILINE) == ["two 5"]


def test_a_fault_of_ours_is_not_put_to_a_team(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the program's own template lacks something, no line of theirs is blamed."""
    monkeypatch.setattr(markdown, "context_of", lambda _: {"front": []})

    with pytest.raises(Exception, match="title") as fault:
        laid_out(EXTENDS + "{% block method %}{% endblock %}")

    assert not isinstance(fault.value, Failure)


def test_both_languages_tell_the_same() -> None:
    """In Chinese the same mistake is told at the same place."""
    chinese = Words(invented_words().bulletin, Voice("zh"))
    with pytest.raises(Failure) as refusal:
        bulletin_markdown(
            chinese, {FOLDER + MAIN: EXTENDS + "{% block method %}{{ t }}{% endblock %}"}
        )

    assert Voice("zh")(f"failure.{refusal.value.code}", **refusal.value.arguments) == (
        f'{FOLDER}{MAIN}第2行印出的是函数，不是文字。请写成调用，如t("report.reason")'
    )


def test_the_documents_list_what_a_template_may_use() -> None:
    """Every name of the context and every block of ours stand in docs/templates.md, no others."""
    text = (REPOSITORY / "docs" / "templates.md").read_text(encoding="utf-8")
    used = text.partition("## What a template may use")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in used.splitlines() if line.startswith("| `")]
    listed = [name for row in rows for name in re.findall("`([^`]*)`", row)]
    blocks = re.findall("`([^`]*)`", text.partition("## Blocks")[2].partition("\n## ")[0])
    ours = (REPOSITORY / "src/fjdex/bulletin/templates" / MAIN).read_text(encoding="utf-8")

    assert sorted(listed) == sorted(context_of(invented_words()))
    assert blocks == re.findall("{% block ([a-z]+) %}", ours)
