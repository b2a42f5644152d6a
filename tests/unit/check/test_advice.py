"""What is told to be typed, where a text says for certain what was meant."""

import pytest

import builders as b
from fjdex.check.rules import check
from fjdex.load import load
from fjdex.messages import Voice
from fjdex.render.findings import help_of
from unit.check.faults import GOOD, sound_with, with_target

SOUND = sound_with()
VOICE = Voice("en")


def helps(texts: dict[str, str]) -> list[tuple[str, str]]:
    """Answer code and help of everything found."""
    return [(one.code, help_of(one, VOICE)) for one in check(load(texts))]


def of_reading(written: str, kind: str = "stock", unit: str = "个") -> list[tuple[str, str]]:
    """Answer what is told of one reading of a target."""
    goals = b.state_goal() if kind == "deliverable" else b.goal("60")
    target = b.target(goals, kind, "x", unit=unit)
    return helps(with_target(target, f"- {{{written}, source: s}}\n"))


@pytest.mark.parametrize(
    ("written", "unit", "told"),
    [
        ("value: ７１０００", "个", "write value: 71000"),
        ("value: 71 000", "个", "write value: 71000"),
        ("value: 7.1万", "个", "write value: 71000, printed: 7.1万"),
        ("value: 7.1万个, printed: 7.1万个", "个", "write value: 71000"),
        ("value: 超7.1万个", "个", "write value: 71000, qualifier: at-least, printed: 7.1万个"),
        ("value: 2.6万亿元", "万亿元", "write value: 2.6, printed: 2.6万亿元"),
        ("value: 26000亿元", "万亿元", "write value: 2.6, printed: 26000亿元"),
        ("value: 八万", "个", "write value: 80000, printed: 八万"),
        (
            "value: 16.9万人, measure: {zh: 甲, en: A}, unit: 人, comparability: near",
            "个",
            "write value: 169000, printed: 16.9万人",
        ),
        ("value: 一万二千三百", "个", "write value: 12300"),
        ("value: 1，234", "个", "write value: 1234"),
        ("value: 7300个（初步）", "个", "write value: 7300, printed: 7300个, status: provisional"),
        ("value: 7300(自报)", "个", "write value: 7300, note: 自报"),
        (
            "value: 2.6万人",
            "个",
            "convert it to 个; another quantity needs its own `measure` and `unit`",
        ),
        (
            "value: 53.3%",
            "个",
            "convert it to 个; another quantity needs its own `measure` and `unit`",
        ),
        ("value: 百分之五十三点三", '"%"', "write value: 53.3, printed: 百分之五十三点三"),
        (
            "value: 待定",
            "个",
            "leave the whole reading out until there is a figure",
        ),
        (
            "value: N/A",
            "个",
            "leave the whole reading out until there is a figure",
        ),
        (
            "value: —",
            "个",
            "leave the whole reading out until there is a figure",
        ),
        ("value: 7.1W", "个", "write value: 71000"),
        ("value: 71 k个", "个", "write value: 71000"),
        ("value: 7.1萬", "个", "write value: 71000"),
        ("value: 累计71000）", "个", "write value: 71000"),
        (
            "value: (71000)",
            "个",
            "write value: 71000, or begin the number with `-` if it is below zero",
        ),
        ("value: 73O0", "个", "write value: 7300"),
        ("value: 7300个。", "个", "write value: 7300, printed: 7300个"),
        (
            "value: ￥7300",
            "个",
            "convert it to 个; another quantity needs its own `measure` and `unit`",
        ),
        ("value: 7万2", "个", "write value: 72000"),
        ("value: --5", "个", "write it plainly, as in 71000 or 2.6"),
        ("value: 三四万", "个", "write it plainly, as in 71000 or 2.6"),
    ],
)
def test_the_number_to_type(written: str, unit: str, told: str) -> None:
    """In the record's unit or the reading's own, with what else the text says."""
    assert of_reading(f"date: 2021-06-30, {written}", unit=unit) == [("number-malformed", told)]


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2021/6/30", "write date: 2021-06-30"),
        ("2021年6月30日", "write date: 2021-06-30"),
        ("2021-06", "write date: 2021-06-30, within: 2021-06"),
        ("2021年上半年", "write date: 2021-06-30, within: 2021H1"),
        ("二〇二一年六月三十日", "write date: 2021-06-30"),
        ("2021年6月底", "write date: 2021-06-30"),
        ("2021", "write date: 2021-12-31, within: 2021"),
        ("昨天", "write YYYY-MM-DD, as in 2022-09-30"),
        ("6月30日", "write it with its year, as in 2022-09-30"),
        ("二季度", "write it with its year, as in 2022-09-30"),
        ("21-06-30", "write the year in full, as in 2022-09-30"),
        ("待定", "write the day, or leave the key out where it may be absent"),
        ("2021年6月31日", "check the date against its source"),
        ("2021-06-31", "check the date against its source"),
    ],
)
def test_the_day_to_type(date: str, told: str) -> None:
    """A period in its place is told with the key that takes it."""
    assert of_reading(f"date: {date}, value: 1") == [("date-malformed", told)]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("period: 2021年上半年, value: 1", ("period-malformed", "write period: 2021H1")),
        ("period: 上半年, value: 1", ("period-malformed", "write period: 2021H1")),
        ("period: 累计, value: 1", ("period-malformed", "write period: 2021-01/2021-06")),
        ("period: 年初至今, value: 1", ("period-malformed", "write period: 2021-01/2021-06")),
        ("period: 2021.1-6, value: 1", ("period-malformed", "write period: 2021-01/2021-06")),
        (
            "period: 2021-06/2021-01, value: 1",
            ("period-malformed", "write period: 2021-01/2021-06"),
        ),
        (
            "period: 2021-06-30, value: 1",
            ("period-malformed", "write what the value covers: 2022Q3"),
        ),
        ("period: 无, value: 1", ("period-malformed", "write the period, or leave the key out")),
        ("qualifier: 约, value: 1", ("term-unknown", "write qualifier: about")),
        ('value: ""', ("value-empty", "write the figure, or leave the whole reading out")),
        ("数值: 1", ("key-unknown", "did you mean `value`?")),
        ("value: 1, area: 东市 ", None),
    ],
)
def test_the_word_to_type(written: str, told: tuple[str, str] | None) -> None:
    """Chinese for a key or a term is answered with the one that it means."""
    found = of_reading(f"date: 2021-06-30, {written}")
    assert [(code, text[: len(told[1]) if told else 0]) for code, text in found] == (
        [told] if told else []
    )


def test_a_state_in_chinese() -> None:
    """An outcome's file says delivered."""
    (told,) = of_reading("date: 2021-06-30, state: 已建成", "deliverable", "")
    assert told == ("term-unknown", "write state: delivered")


def test_an_id_in_capitals() -> None:
    """The same in small letters."""
    told = helps(SOUND | {"sources.yaml": b.source("s") + b.source("Report_2021")})
    assert told == [("id-malformed", "write report-2021")]


def test_numbers_of_a_target_are_in_its_unit() -> None:
    """A goal and the points of its path, wherever they stand in the record."""
    path = "[{date: 2021-06-30, value: 1.5万亿}]"
    target = b.target(b.goal("2.6万亿", path=path), key="x", unit="万亿元", lag="60天")
    assert helps(with_target(target)) == [
        ("number-malformed", "write value: 2.6"),
        ("number-malformed", "write value: 1.5"),
        ("number-malformed", "write the number of days alone, as in 60"),
    ]


def test_the_day_of_publication_may_be_a_month() -> None:
    """A source has a key for what is known of it."""
    told = helps(SOUND | {"sources.yaml": b.source("s", "2021-06")})
    assert told == [("date-malformed", "write published_note: 2021-06")]


def test_readings_of_a_record_that_cannot_be_read() -> None:
    """Without its unit nobody can say what 万亿 comes to; a bare number is certain all the same."""
    texts = with_target("- {id: x}\n", "- {date: 2021-06-30, value: 2.6万亿, source: s}\n")
    assert helps(texts)[0] == ("number-malformed", "write it plainly, as in 71000 or 2.6")
    texts = with_target("- {id: x}\n", "- {date: 2021-06-30, value: 0123, source: s}\n")
    assert helps(texts)[0] == ("number-malformed", "write value: 123")


@pytest.mark.parametrize(
    ("leads", "told"),
    [
        ("甲、乙", ("shape-unexpected", "write leads: [甲, 乙]")),
        ("甲", ("shape-unexpected", "write leads: [甲]")),
        ('["甲、乙"]', ("id-malformed", "make an entry of each: 甲, 乙")),
        ("[[甲, 乙]]", ("id-malformed", "make an entry of each: 甲, 乙")),
        ("[[甲]]", ("shape-unexpected", "write leads: [甲]")),
        ("{甲, 乙}", ("shape-unexpected", "write leads: [甲, 乙]")),
        ("[]", ("value-empty", "name at least one agency, as in leads: [虚构局]")),
        ("~", ("value-empty", "name at least one agency, as in leads: [虚构局]")),
    ],
)
def test_several_in_one_are_told_apart(leads: str, told: tuple[str, str]) -> None:
    """A list of agencies as a sentence would have it."""
    target = b.target(b.goal(), key="x").replace("[虚构局]", leads)
    assert helps(with_target(target)) == [told]


def test_a_key_in_another_word_is_not_told_as_missing_too() -> None:
    """But one that is missing elsewhere is."""
    written = "日期: 2021-06-30, value: 1, source: s}\n- {value: 1"
    assert of_reading(written) == [
        ("key-unknown", "did you mean `date`?"),
        ("key-missing", "add `date: …`"),
    ]


@pytest.mark.parametrize(
    "written",
    ["date: 7300, value: 2021-06-30", "value: 2021年6月30日, date: 7300", "date: s, value: 7300"],
)
def test_values_under_each_other_s_keys(written: str) -> None:
    """Are one slip, told once, with both keys as they are to be."""
    found = [(code, text) for code, text in of_reading(written) if code != "source-unknown"]
    exchanged = "write date: 2021-06-30, value: 7300"
    if "date: s" in written:
        assert found == [("date-malformed", "write YYYY-MM-DD, as in 2022-09-30")]
    else:
        assert [text.replace("2021年6月30日", "2021-06-30") for _, text in found] == [exchanged]


@pytest.mark.parametrize("sign", [" ", "/", "；"])
def test_agencies_that_nothing_or_another_sign_parts(sign: str) -> None:
    """Are told as several where each is known."""
    target = b.target(b.goal("60"), key="x", unit="个")
    written = target.replace("[虚构局]", f"[虚构局{sign}虚构局]")
    assert written != target
    found = helps(with_target(written, GOOD))
    assert found == [("id-malformed", "make an entry of each: 虚构局, 虚构局")]


def test_a_figure_under_the_source_s_key() -> None:
    """Is no source that is unknown."""
    readings = "- {date: 2021-06-30, value: s, source: 7300}\n"
    texts = with_target(b.target(b.goal("60"), key="x", unit="个"), readings)
    assert helps(texts) == [("number-malformed", "write value: 7300, source: s")]


@pytest.mark.parametrize(
    ("written", "code", "told"),
    [
        ("source: [s, t]", "id-malformed", "write a line for each: s, t"),
        ("source: s、t", "id-malformed", "write a line for each: s, t"),
        ("source: [s]", "shape-unexpected", "write source: s"),
        ("source: {id: s}", "shape-unexpected", "write source: s"),
        ("source: s, t", "yaml-syntax", "`source` takes one: write a line for each of s, t"),
        (
            "source: 统计局",
            "id-malformed",
            "write the id of a source; fjdex source list shows them",
        ),
        (
            "source: @x",
            "yaml-syntax",
            "write the id of a source; fjdex source list shows them",
        ),
        ("source: 无", "id-malformed", "write an id, or leave the key out where it may be absent"),
        ("area: 东 市", "id-malformed", "write 东市"),
        ("note: 全省, 含平潭", "yaml-syntax", 'write note: "全省, 含平潭"'),
        ("value: 7,300", "yaml-syntax", "write value: 7300"),
        ("value: 7,300个", "yaml-syntax", 'write value: 7300, printed: "7,300个"'),
        ("value 7300", "yaml-syntax", "write value: 7300"),
        ("value=7300", "yaml-syntax", "write value: 7300"),
        ("value: [7300]", "shape-unexpected", "write value: 7300"),
        ("value: [1, 2]", "shape-unexpected", "keep one value, without brackets"),
        (
            "value: 7300, 全省",
            "yaml-syntax",
            "keep one value; a text goes under a key of its own, in quotes",
        ),
    ],
)
def test_what_stands_where_one_value_belongs(written: str, code: str, told: str) -> None:
    """Two ids, a number with commas, a text with one; nothing else is told of it."""
    given = "" if written.startswith("value") else ", value: 1"
    source = "" if written.startswith("source") else ", source: s"
    target = b.target(b.goal("60"), "stock", "x", unit="个")
    found = helps(with_target(target, f"- {{date: 2021-06-30{given}, {written}{source}}}\n"))
    assert [one for one in found if one[0] != "source-unused"] == [(code, told)]


@pytest.mark.parametrize(
    ("operator", "code"), [("≥", "term-unknown"), ("以上", "term-unknown"), (">=", "yaml-syntax")]
)
def test_an_operator_in_signs_and_words(operator: str, code: str) -> None:
    """In the quotes without which YAML takes it for something else."""
    target = b.target(b.goal("60"), key="x").replace('">="', operator)
    assert helps(with_target(target)) == [(code, 'write operator: ">="')]


def test_an_operator_that_begins_a_text() -> None:
    """To YAML `>` alone is the beginning of a block, and what follows is not in it."""
    target = b.target(b.goal("60"), key="x").replace('operator: ">="', "operator: >")
    assert [code for code, _ in helps(with_target(target))] != []


@pytest.mark.parametrize("file", ["sources.yaml", "readings/x.yaml"])
def test_records_below_a_key(file: str) -> None:
    """A file is the list itself."""
    name = file.rpartition("/")[2].removesuffix(".yaml") if "/" not in file else "readings"
    texts = with_target(b.target(b.goal(), key="x"), "- {date: 2021-06-30, value: 1, source: s}\n")
    told = helps(texts | {file: f"{name}:\n{texts[file]}"})
    wrapped = f"delete the line `{name}:`, and begin the records in the first column"
    assert ("shape-unexpected", wrapped) in told


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("2021-06-30\t1.6万\ts", "16000, printed: 1.6万"),
        ("2021年6月30日\t16000个\ts", "16000, printed: 16000个"),
        ("2021-06-30\t16,000\ts", "16000"),
        ("2021-06-30\t待定\ts", "…"),
    ],
)
def test_a_row_of_a_table(row: str, value: str) -> None:
    """Its figure is in the record's unit, whether it stands alone or among records."""
    target = b.target(b.goal("60000"), "stock", "x", unit="个")
    told = f"write - {{date: 2021-06-30, value: {value}, source: s}}"
    good = "- {date: 2021-05-30, value: 1, source: s}\n"
    among = helps(with_target(target, f"{good}{row}\n"))
    alone = helps(with_target(target, f"{row}\n"))
    assert ("yaml-syntax", told) in among
    assert told in [text for _, text in alone]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("value: 已建成", ("number-malformed", "write state: delivered")),
        (
            "value: 7.1万",
            ("number-malformed", "write state: planned, started, delivered or cancelled"),
        ),
        (
            "value: 7.1万, unit: 人, measure: {zh: 甲, en: A}, comparability: near",
            ("number-malformed", "write value: 71000, printed: 7.1万"),
        ),
        ("state: 已建成", ("term-unknown", "write state: delivered")),
    ],
)
def test_a_number_where_a_state_belongs(written: str, told: tuple[str, str]) -> None:
    """Is told as that at once, and not after it has been made a number."""
    assert of_reading(f"date: 2021-06-30, {written}", "deliverable", "") == [told]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("state: 已建成", "write `value: …` with the figure in place of `state`"),
        ("state: abc", "write `value: …` with the figure in place of `state`"),
        ("state: 已取消", "write state: cancelled"),
        (
            "state: 已建成, measure: {zh: 甲, en: A}, comparability: near",
            "write state: delivered",
        ),
    ],
)
def test_a_state_where_a_number_belongs(written: str, told: str) -> None:
    """Also where the word is none of the states; a target may be cancelled like anything else."""
    assert of_reading(f"date: 2021-06-30, {written}") == [("term-unknown", told)]


def test_a_figure_and_its_unit_are_both_told() -> None:
    """What is wrong with the one hides nothing of the other."""
    assert of_reading("date: 2021-06-30, value: 7k, unit: 万个") == [
        ("number-malformed", "write value: 0.7"),
        ("unit-unfit", "convert the value and leave `unit` out, or name the `measure` it is of"),
    ]


@pytest.mark.parametrize(
    ("sound", "written", "told"),
    [
        ("ahead: 1.05", "ahead: 105%", "write ahead: 1.05"),
        ("behind: 0.60", "behind: 60％", "write behind: 0.6"),
        ("behind: 0.60", "behind: 六成", "write it plainly, as in 71000 or 2.6"),
        ("about: 5", "about: 5%", "write about: 5"),
        (
            "about: 5",
            "about: 500",
            "write how many percent 左右 leaves open on either side, as in 5",
        ),
        (
            "list: tasks,",
            "list: tasks, total: -3,",
            "write the number that the plan announces, or leave the key out",
        ),
    ],
)
def test_numbers_of_the_plan_itself(sound: str, written: str, told: str) -> None:
    """Paces in percent, a share beyond 100, a number of items below 0."""
    header = SOUND["plan.yaml"].replace(sound, written)
    assert helps(SOUND | {"plan.yaml": header}) == [("number-malformed", told)]


PART = "{id: east, name: {zh: 东塔, en: East tower}}"


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("东塔", ("id-malformed", "write east")),
        ("East tower", ("id-malformed", "write east")),
        ("塔", ("id-malformed", "lower-case letters, digits and hyphens, as in 5g-base-stations")),
        ("eas", ("part-unknown", "did you mean east?")),
    ],
)
def test_a_part_by_its_name(part: str, told: tuple[str, str]) -> None:
    """What is named by its title is told with its id, and nothing is guessed twice."""
    texts = with_target("", outcomes=b.outcome("o", parts=f"[{PART}]"))
    texts["readings/o.yaml"] = f"- {{date: 2021-06-30, part: {part}, state: started, source: s}}\n"
    assert helps(texts) == [told]


def test_a_link_by_its_title() -> None:
    """A task that a target names by its title, where only one has it."""
    tasks = SOUND["tasks.yaml"] + b.task("k2").replace("zh: 虚构", "zh: 修路", 1)
    target = b.target(b.goal(), key="x", tasks="[修路]")
    assert helps(with_target(target, tasks=tasks)) == [("id-malformed", "write k2")]
    target = b.target(b.goal(), key="x", tasks="[虚构]")
    assert [code for code, _ in helps(with_target(target, tasks=tasks))] == ["id-malformed"]


@pytest.mark.parametrize(
    ("bands", "told"),
    [
        ("{ahed: 1.05}", ("key-unknown", "did you mean `ahead`?")),
        ("{超进度: 1.05}", ("key-unknown", "did you mean `ahead`?")),
        ("{On_Schedule: 1}", ("key-unknown", "did you mean `on-schedule`?")),
        ("{fast: 1}", ("key-unknown", "the keys here are: ahead on-schedule behind far-behind")),
        (
            "[1.05]",
            (
                "shape-unexpected",
                "write {ahead: …, on-schedule: …, behind: …, far-behind: …}",
            ),
        ),
    ],
)
def test_the_band_to_type(bands: str, told: tuple[str, str]) -> None:
    """A band is a key, in the words of the ratings, and there are four."""
    header = SOUND["plan.yaml"].replace(
        "{ahead: 1.05, on-schedule: 1, behind: 0.60, far-behind: 0}", bands
    )
    assert helps(SOUND | {"plan.yaml": header}) == [told]


def test_an_entry_of_a_list_is_typed_alone() -> None:
    """Without the key that stands before the list."""
    header = SOUND["plan.yaml"].replace("met-late", "逾期完成")
    assert helps(SOUND | {"plan.yaml": header}) == [("term-unknown", "write met-late")]


def with_readings(readings: str) -> dict[str, str]:
    """Answer the texts of the sound folder with other readings of its target."""
    return sound_with() | {"readings/t.yaml": readings}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Date: 2021-06-30, Value: 1, source: s", "write date, value"),
        ("日期: 2021-06-30, 数值: 1, 来源: s", "write date, value, source"),
        ("Date: 2021-06-30, value: 1, source: s", "did you mean `date`?"),
        ("dote: 2021-06-30, value: 1, source: s", "did you mean `date`?"),
    ],
)
def test_keys_in_other_words_are_told_once_a_record(written: str, told: str) -> None:
    """With all that are meant, and not as missing besides."""
    assert helps(with_readings(f"- {{{written}}}\n")) == [("key-unknown", told)]


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_record_in_quotes(quote: str) -> None:
    """Is told as that, with the record."""
    record = "{date: 2021-06-30, value: 1, source: s}"
    told = [("shape-unexpected", f"write - {record}")]
    assert helps(with_readings(f"- {quote}{record}{quote}\n")) == told
    line = [("yaml-syntax", f"write - {record}")]
    assert helps(with_readings(f"{quote}- {record}{quote}\n")) == line


def test_a_row_in_braces() -> None:
    """Values alone are told with the keys under which they belong."""
    typed = "write - {date: 2021-06-30, value: 7300, printed: 7.3千, source: s}"
    assert helps(with_readings("- {2021/6/30, 7.3千, s}\n")) == [("yaml-syntax", typed)]


@pytest.mark.parametrize("source", ["s-12", "S-1", "s_1", "s-1，", ""])
def test_a_source_that_is_misspelt_where_it_is_cited(source: str) -> None:
    """Is not told as one that nothing cites besides."""
    texts = with_readings(f"{GOOD}- {{date: 2021-07-30, value: 1, source: {source}}}\n")
    texts["sources.yaml"] += b.source("s-1")
    assert [one for one, _ in helps(texts) if one == "source-unused"] == []


@pytest.mark.parametrize("behind", [",", "，", " // 待核", "#待核", "（暂定）"])
def test_what_stands_behind_a_value(behind: str) -> None:
    """Is left out of what is to be typed."""
    block = f"- id: s-9\n  kind: publication{behind}\n  published: 2021-01-01{behind}\n"
    told = helps(SOUND | {"sources.yaml": block + b.source("s")})
    assert ("term-unknown", "write kind: publication") in told
    assert ("date-malformed", "write published: 2021-01-01") in told
