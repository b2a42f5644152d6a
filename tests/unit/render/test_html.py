"""The bulletin as one page."""

import sys
from html.parser import HTMLParser

import pytest

from fjdex.messages import Voice
from fjdex.plan.failures import Failure
from fjdex.plan.words import LANGUAGES, Language
from fjdex.render.html import html_page
from papers import written_bulletin

DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
id="c" width="72" height="48px" class="chart" aria-labelledby="t" onload="alert(1)">
<title id="t">A &lt;b&gt;</title>
<style>@import url(http://example.org/a.css); .chart .x, #p {fill: url("#p")}
svg text{fill:red} circle{fill:url(http://example.org/x)} /* no */
@media (prefers-color-scheme:dark){.chart .x{fill:#fff}}</style>
<defs><pattern id="p"/></defs>
<script>alert(1)</script>
<a href="http://example.org/"><text>gone</text></a>
<rect class="x" fill="url(#p)" onclick="alert(1)"/><use xlink:href="#p"/><use href="a.svg#p"/>
</svg>"""
PICTURES = {"q.zh/一.svg": DRAWING}
FRONT = """\
---
title: "An invented plan: <bulletin> & \\"more\\""
plan: invented
period: 2024Q3
as_of: 2024-09-30
language: en
data: sha256:00ff
---

"""
VOID = {"meta", "br", "hr"}


class Reader(HTMLParser):
    """Reads a page back: its elements, and the text in each kind."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.said: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)
            self.said.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self._open):
            self.said[tag][-1] += data

    def all(self, tag: str) -> list[dict[str, str]]:
        """Answer the attributes of each element of a kind."""
        return [attributes for one, attributes in self.elements if one == tag]


def read(markdown: str, language: Language = "en") -> Reader:
    """Read the page of a text."""
    return Reader(html_page(markdown, PICTURES, language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plan", ["fujian", "invented"])
def test_a_bulletin_is_there_whole(plan: str, language: Language) -> None:
    """Every heading, row, item, picture and address of the Markdown is on the page, once."""
    markdown, pictures = written_bulletin(plan, language)
    lines = markdown.split("\n")
    page = Reader(html_page(markdown, pictures, language))
    rows = [line for line in lines if line.startswith("|") and not line.startswith("| ---")]
    heads = [line for line in lines if line.startswith("| ---")]

    assert len(page.all("tr")) == len(rows)
    assert len(page.all("table")) == len(page.all("thead")) == len(heads)
    assert page.said["h2"][1:] == [line[3:] for line in lines if line.startswith("## ")]
    more = Voice(language)("pages.continued")
    whole = [one for one in page.all("svg") if one["aria-label"] != more]
    assert len(whole) == len(pictures) > 0
    assert [one["href"] for one in page.all("a") if one["href"][0] != "#"] == [
        line[line.rindex("<") + 1 : -1] for line in lines if line.endswith(">") and "<http" in line
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_needs_nothing_beside_it(language: Language) -> None:
    """No element fetches anything or runs anything, and the page forbids that too."""
    markdown, pictures = written_bulletin("invented", language)
    page = Reader(html_page(markdown, pictures, language))
    fetching = {"script", "link", "img", "iframe", "object", "embed", "base", "form", "audio"}

    assert {tag for tag, _ in page.elements} & fetching == set()
    assert [
        (tag, key)
        for tag, attributes in page.elements
        for key in attributes
        if key.startswith("on") or key in {"src", "style", "srcset", "xlink:href"}
    ] == []
    assert [style for style in page.said["style"] if "http" in style or "@import" in style] == []
    policy = [one["content"] for one in page.all("meta") if "http-equiv" in one]
    assert policy == [
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_elements_have_one_id(language: Language) -> None:
    """Pictures of one page, drawn alike, keep to themselves, and all that is named is there."""
    markdown, pictures = written_bulletin("invented", language)
    page = Reader(html_page(markdown, pictures, language))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    inside = [one["href"][1:] for one in page.all("a") if one["href"].startswith("#")]
    fills = [
        value[5:-1]
        for _, attributes in page.elements
        for value in attributes.values()
        if value.startswith("url(")
    ]

    assert len(ids) == len(set(ids))
    assert (set(inside) | set(fills)) - set(ids) == set()
    assert fills
    assert len(inside) == len(page.said["h2"]) - 1 + len(page.said["h3"])


def test_contents_name_every_section() -> None:
    """Two headings of one wording have two names; Chinese ones are named in Chinese."""
    page = read("# 题目\n\n## 数据 来源\n\n### a_b\n\n## 数据 来源\n\n## **!**\n", "zh")

    assert [(one["href"]) for one in page.all("a")] == [
        "#数据-来源",
        "#a-b",
        "#数据-来源-2",
        "#section",
    ]
    assert [one["id"] for one in page.all("h2")[1:]] == ["数据-来源", "数据-来源-2", "section"]
    assert [one["aria-label"] for one in page.all("nav")] == ["目录"]


def test_a_page_says_what_it_is() -> None:
    """The front matter gives the title and the data's version, and is not shown as text."""
    page = read(FRONT + "# Heading\n\nText.\n")

    assert page.said["title"] == ['An invented plan: <bulletin> & "more"']
    assert page.all("html") == [{"lang": "en-GB"}]
    assert page.said["footer"] == ["Version of the data: sha256:00ff"]
    assert page.said["p"] == ["Text."]
    assert {
        one["name"]: one["content"] for one in page.all("meta") if "fjdex" in one.get("name", "")
    } == {
        "fjdex:plan": "invented",
        "fjdex:period": "2024Q3",
        "fjdex:as_of": "2024-09-30",
        "fjdex:language": "en",
        "fjdex:data": "sha256:00ff",
    }


def test_without_front_matter_the_heading_is_the_title() -> None:
    """A rule at the beginning is no front matter."""
    page = read("---\n- no\n---\n\n# 题目 & more\n", "zh")

    assert page.said["title"] == ["题目 & more"]
    assert page.all("html") == [{"lang": "zh-CN"}]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("&lt;b&gt; &amp; \"q\" 'q'", "<b> & \"q\" 'q'"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](JaVaScRiPt&colon;alert)", "[x](JaVaScRiPt:alert)"),
        ("[x](data:text/html,y)", "[x](data:text/html,y)"),
        ("[x](ftp://example.org/)", "x"),
        ("[x](//example.org/)", "x"),
        ("<mailto:a@example.org>", "mailto:a@example.org"),
        ("![alt <b>](http://example.org/a.png)", "alt <b>"),
        ("a \\| b \\<i\\>", "a | b <i>"),
    ],
)
def test_what_the_data_says_is_text(text: str, shown: str) -> None:
    """Nothing in a text becomes an element, a link elsewhere than to the web, or is fetched."""
    page = read(text)

    assert page.said["p"] == [shown]
    assert [tag for tag, _ in page.elements if tag not in {"html", "head", "meta", "title"}] == [
        "style",
        "body",
        "main",
        "p",
    ]


def test_addresses_of_the_web_are_links() -> None:
    """What an address holds stays in its attribute."""
    page = read('<https://example.org/?a=1&b="2"> [x](http://example.org/ "t")')

    assert page.all("a") == [
        {"href": "https://example.org/?a=1&b=%222%22", "rel": "noreferrer"},
        {"href": "http://example.org/", "rel": "noreferrer"},
    ]


def test_tables_say_what_their_columns_are() -> None:
    """Heads are for columns, first cells for rows; numbers stand right, short columns hold."""
    page = read(
        "# T\n\n## 指标\n\n| a | 数 |\n| --- | ---: |\n| a long, long, long text | 1 |\n", "zh"
    )

    assert page.all("th") == [
        {"scope": "col"},
        {"scope": "col", "class": "number tight"},
        {"scope": "row"},
    ]
    assert page.all("td") == [{"class": "number tight"}]
    assert page.all("div") == [
        {"class": "table", "role": "region", "tabindex": "0", "aria-label": "表格：指标"}
    ]


def test_days_do_not_break() -> None:
    """A day or a month stands on one line; what only looks like one is left alone."""
    page = read("2024-09-30, in 2024-09; 12024-09-301 and 1-2024\n")

    assert page.said["span"] == ["2024-09-30", "2024-09"]
    assert page.said["p"] == ["2024-09-30, in 2024-09; 12024-09-301 and 1-2024"]
    assert read("在2024年9月30日和2025年12月，2024年\n").said["span"] == [
        "2024年9月30日",
        "2025年12月",
    ]


def test_lists_keep_their_numbers() -> None:
    """A numbered list begins where it says, one in another stands in it."""
    page = read("3. a\n4. b\n   - c\n")

    assert [tag for tag, _ in page.elements if tag in {"ol", "ul", "li"}] == [
        "ol",
        "li",
        "li",
        "ul",
        "li",
    ]
    assert page.all("ol") == [{"start": "3"}]


def test_a_drawing_is_put_in_harmless_and_apart() -> None:
    """Its style holds for it alone, its ids are its own, and nothing in it acts or fetches."""
    page = read("![what *it* says](q.zh/一.svg)\n\n![twice](q.zh/一.svg)\n")
    style = page.said["style"][1]

    assert page.all("svg") == [
        {
            "id": f"picture_{number}",
            "role": "img",
            "aria-label": alt,
            "width": "72",
            "height": "48px",
            "class": "chart",
            "viewbox": "0 0 72 48",
        }
        for number, alt in ((1, "what it says"), (2, "twice"))
    ]
    assert style.split("\n") == [
        "#picture_1.chart .x,#picture_1 #picture_1-p{fill: url(#picture_1-p)}",
        "#picture_1 text{fill:red}",
        "#picture_1 circle{fill:none}",
        "@media (prefers-color-scheme:dark){#picture_1.chart .x{fill:#fff}",
        "}",
        "",
    ]
    assert page.all("rect")[1] == {"class": "x", "fill": "url(#picture_2-p)"}
    assert page.all("use")[:2] == [{"href": "#picture_1-p"}, {}]
    assert page.said["title"][1] == "A <b>"
    assert [tag for tag, _ in page.elements if tag in {"script", "a"}] == []


def test_the_page_is_fit_for_paper() -> None:
    """The style repeats heads, keeps rows whole, keeps headings with their text, and is A4."""
    style = read("text").said["style"][0]

    rules = [
        "size: A4;",
        "counter(page)",
        "thead { display: table-header-group; }",
        "tr { break-inside: avoid;",
        "break-after: avoid;",
        "@media screen and (prefers-color-scheme: dark)",
    ]

    assert [rule for rule in rules if rule not in style] == []


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The failure names the extra."""
    monkeypatch.setitem(sys.modules, "markdown_it", None)
    with pytest.raises(Failure) as failed:
        html_page("text", {}, "en")

    assert (failed.value.code, failed.value.arguments) == ("extra-missing", {"name": "html"})
