"""The shapes of YAML that people write, as the files of a small plan; all of it is invented.

Each is a whole file: `READINGS` are files of readings of the target `t`, `SOURCES` registers,
`OTHERS` other files of the folder. What is a fault by design stands in `FAULTY`. A folder takes one
of them in and is otherwise plain.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import builders as b

READINGS_FILE = "readings/t.yaml"
E = "{date: 2021-03-31, value: 1, source: s}"
M = "{date: 2021-06-30, value: 2, source: s}"
L = "{date: 2021-09-30, value: 3, source: s}"
EARLY, MIDDLE, LATE = f"- {E}\n", f"- {M}\n", f"- {L}\n"
ALL = EARLY + MIDDLE + LATE
BLOCK = "- date: 2021-06-30\n  value: 2\n  source: s\n"
S = "- id: s\n  kind: publication\n"
O = "- id: o\n  kind: return\n"  # noqa: E741 (as S is the one, it is the other)
P = "- id: p\n  kind: reprint\n"
_LONG = "到2025年全省5G基站数达到12万个 " * 12
_KEY = "键" * 140


def noted(note: str) -> str:
    """Answer readings of which the middle one has a note, as it is written in a flow mapping."""
    return f"{EARLY}- {{date: 2021-06-30, value: 2, source: s, note: {note}}}\n{LATE}"


def block_noted(note: str) -> str:
    """Answer readings of which the middle one is a block mapping with a note."""
    return f"{EARLY}{BLOCK}  note: {note}\n{LATE}"


def entitled(title: str) -> str:
    """Answer a register of which the first has a note, as it is written in a block mapping."""
    return f"{S}  note: {title}\n{O}"


READINGS: Mapping[str, str] = {
    # The shapes that were handed over.
    "plain map+seq, offset 0": f"# 头注释\n{EARLY}{BLOCK}  note:\n    zh: 甲\n    en: first\n",
    "top-level seq (dash at col 0)": f"{BLOCK}- date: 2021-09-30\n  value: 3\n  source: s\n",
    "canonical flow maps, offset 2": f"  - {E}\n  - {L}\n",
    "mixed indents in one file": "- date: 2021-03-31\n  value: 1\n  note:\n      zh: 甲\n"
    "      en: a\n  source: s\n-    date: 2021-09-30\n     value: 3\n     note:\n       zh: 乙\n"
    "       en: b\n     source: s\n",
    "quoted keys": "- {\"date\": 2021-03-31, 'value': 1, source: s}\n"
    "- 'date': 2021-09-30\n  \"value\": 3\n  source: s\n",
    "long plain line >80": block_noted(_LONG.rstrip()),
    "long flow map line": noted(f'"{_LONG}"'),
    "eol comment after 中文": f"- {{date: 2021-03-31, value: 1, source: s, note: 福建省}}   # 注\n"
    f"{BLOCK}  note: 厦门 # 注\n",
    "comment indented deeper": f"    # 深\n{EARLY}    # 深二\n{LATE}",
    "comment inside flow seq": f"- {{date: 2021-03-31, # 一\n   value: 1, source: s}}\n{LATE}",
    "comment inside flow list": f"[{E}, # 一\n  {M}, {L}]\n",
    "whitespace-only line": f"{EARLY}  \n{LATE}",
    "trailing blank lines": f"{ALL}\n\n",
    "BOM": f"\ufeff{ALL}",
    "comment at end, no newline": f"{ALL}# 尾",
    "--- and ...": f"---\n{ALL}...\n",
    "literal |": block_noted("|\n    第一行\n     缩进\n    末"),
    "literal indent 4": block_noted("|\n      x\n      y"),
    "ints": block_noted("010") + "- {date: 2021-10-31, value: 3, source: s, printed: +5}\n"
    "- {date: 2021-11-30, value: 3, source: s, printed: 1_000, note: 0x1F}\n",
    "ints of other bases": block_noted("0o17")
    + "- {date: 2021-10-31, value: 3, source: s, printed: 0b1, note: 0X1f}\n",
    "floats 1e3 1.0E+3 6.02e23": noted("1e3") + "- {date: 2021-10-31, value: 3, source: s, "
    "printed: 1.0E+3, note: {zh: 6.02e23, en: 1.5e-03}}\n",
    "inf nan": noted("{zh: .inf, en: -.INF}").replace("value: 1,", "value: 1, note: .NaN,"),
    "date / datetimes": block_noted("2022-06-30T12:00:00+08:00")
    + "- {date: 2021-10-31, value: 3, source: s, printed: 2022-06-30, note: 2022-06-30T1200}\n"
    "- date: 2021-11-30\n  value: 3\n  source: s\n  note: 2022-06-30 12:00:00\n",
    "bools true True TRUE": noted("{zh: true, en: True}").replace(
        "value: 1,", "value: 1, note: FALSE,"
    ),
    "flow trailing comma": f"[{E}, {M}, {L},]\n",
    "flow map trailing comma": f"- {E[:-1]},}}\n- {L[:-1]} , }}\n",
    "empty flow": "[]\n",
    "empty flow with a space": "[ ]\n",
    "dq escapes": noted(r'"\u4e2d\x41\/"'),
    "plain with emoji / U+3000": noted("甲　乙 😀"),
    "multi-line dq": block_noted('"一\n    二"').replace(
        "source: s}", "source: s, note: 'x\n   y'}"
    ),
    "extra spaces after colon": "- date:   2021-03-31\n  value:  1\n  source: s\n"
    "- {date:   2021-09-30, value:  3,  source: s}\n",
    "extra spaces after dash": f"-   {E}\n-   date: 2021-09-30\n    value: 3\n    source: s\n",
    "comment only": "# 仅注释\n",
    "seq in map in seq": f"{BLOCK}  note:\n    zh: 甲\n    en: first\n{LATE}",
    "key then dash on own line": f"-\n  {E}\n-\n  date: 2021-09-30\n  value: 3\n  source: s\n",
    "dq value on next line": '- date:\n    "2021-03-31"\n  value:\n    1\n  source: s\n  note:\n'
    f'    "文本"\n{LATE}',
    "plain special": block_noted("http://x.cn/?a=1") + "- {date: 2021-10-31, value: 3, "
    "printed: 7.1万, unit: 1/2, measure: {zh: 每万人, en: a#b}, comparability: near, source: s}\n"
    "- date: 2021-11-30\n  value: 3\n  source: s\n  note: 12:30\n",
    "deep comment in mapping end": f"{BLOCK}    # 深注\n{LATE}",
    "deep comment below a nested mapping": f"{BLOCK}  note:\n    zh: 甲\n    en: a\n      # 深注\n"
    f"{LATE}",
    "colon in flow": noted("12:30"),
    "words for nothing": block_noted("none") + "- {date: 2021-10-31, value: 3, source: s, "
    "note: '~', printed: \"null\"}\n",
    "fullwidth colon in a text": noted("指标：一"),
    # And as many more.
    "comments between keys": "# 头\n- date: 2021-03-31\n  # 值\n  value: 1\n\n  # 来源\n"
    "  source: s\n"
    f"{LATE}",
    "comment below the dash": f"- # 破折号旁\n  date: 2021-03-31\n  value: 1\n  source: s\n{LATE}",
    "dash alone, comment, then the mapping": f"-\n  # 里面\n  {E}\n{LATE}",
    "tab before a comment": f"{EARLY[:-1]}\t# 制表\n{LATE}",
    "tabs after values": "- date: 2021-03-31\t\n  value: 1\t# 一\n  source: s\n{LATE}".replace(
        "{LATE}", LATE
    ),
    "tabs inside flow": f"- {{date:\t2021-03-31,\tvalue: 1,\tsource: s}}\n{LATE}",
    "single quotes with '' inside": noted("'it''s so'"),
    "hash in a text": noted("甲#乙") + "- {date: 2021-10-31, value: 3, source: s, note: 'a # b'}\n",
    "a: b: c in quotes": noted('"a: b: c"'),
    "brackets in quotes": noted('"{a} [b] , c"'),
    "flow map over several lines": "- {\n    date: 2021-03-31,\n    value: 1,\n"
    "    source: s,\n  }\n"
    f"{LATE}",
    "flow map over several lines, comments": "- {\n    # 日\n    date: 2021-03-31, # 旁\n"
    f"    value: 1,\n    # 末\n    source: s\n  }} # 后\n{LATE}",
    "list in brackets over several lines": f"[\n  {E},\n  {M},\n  {L}\n]\n",
    "list in brackets, trailing comma": f"[\n  {E},\n  {M},\n  {L},\n]\n",
    "list in brackets, comments": f"# 头\n[\n  # 一\n  {E}, # 旁\n  {M},\n  # 末\n]\n# 尾\n",
    "list in brackets, comma first": f"[\n  {E}\n  , {M}\n  , {L}\n]\n",
    "list in brackets, no space before a comment": f"[{E},# 一\n  {M}]\n",
    "flow map, no space before comments": f"- {{date: 2021-03-31,# 日\n"
    f"   value: 1, source: s}}# 旁\n"
    f"{LATE}",
    "list in brackets, no spaces": f"[{E},{M},{L}]\n",
    "list in brackets, one": f"[{E}]\n",
    "list in brackets, a comment beside the only one": f"[\n  {E} # 旁\n]\n",
    "list in brackets, empty, over lines": "[\n]\n",
    "list in brackets, empty, with a comment": "# 头\n[] # 尚无\n",
    "list in brackets, closing bracket beside": f"[ {E},\n  {L} ]",
    "multi-line plain scalar": block_noted("第一行\n    second line\n    third"),
    "multi-line plain scalar with a blank line": block_noted("one\n\n    two"),
    "multi-line plain scalar in flow": noted("one\n    two"),
    "folded >": block_noted(">\n    one\n    two\n"),
    "folded >-": block_noted(">-\n    one\n    two"),
    "folded > with a comment in the header": block_noted("> # 折行\n    one\n    two"),
    "literal |+": block_noted("|+\n    one\n\n"),
    "literal |2": block_noted("|2\n      one\n    two"),
    "literal |- with hashes": block_noted("|-\n    # no comment\n    two # nor this"),
    "literal last without a newline": f"{EARLY}{BLOCK}  note: |-\n    一\n    二",
    "literal of one line": block_noted("|\n    one"),
    "document end alone": f"{ALL}...\n",
    "document start with a comment": f"--- # 起\n{ALL}",
    "document start with comments above": f"# 头\n\n---\n# 二\n{ALL}",
    "document end, comment below": f"---\n{ALL}...\n# 尾\n",
    "CRLF": ("# 头\n" + ALL).replace("\n", "\r\n"),
    "CRLF without a final newline": ALL.replace("\n", "\r\n").removesuffix("\r\n"),
    "CRLF in block style": (block_noted("甲") + "\n# 尾\n").replace("\n", "\r\n"),
    "CRLF with a literal": block_noted("|\n    one\n    two").replace("\n", "\r\n"),
    "CRLF mixed with LF": EARLY + MIDDLE.replace("\n", "\r\n") + LATE,
    "LF, the last CRLF": EARLY + LATE.replace("\n", "\r\n"),
    "BOM and CRLF": "\ufeff" + ("# 头\n" + ALL).replace("\n", "\r\n"),
    "BOM, a comment and no newline": f"\ufeff# 头\n{ALL}".removesuffix("\n"),
    "NBSP in a text": noted("a\u00a0b"),
    "emoji with joiners": noted("👩‍👩‍👧 ❤️"),
    "fullwidth punctuation in texts": noted("“甲”，（乙）；丙：丁、戊。"),
    "comment with - {": f"{EARLY}# - {{date: 2021-05-31, value: 9}}\n{LATE}",
    "comment that is a reading": f"{EARLY}#- {M}\n# {MIDDLE}{LATE}",
    "comment without a space": f"#头\n{EARLY[:-1]} #旁\n{LATE}",
    "comment of signs": f"#!/usr/bin/env yaml\n###\n{EARLY}#\n# %YAML 1.1 --- ... & * !\n{LATE}",
    "comment in another language": f"# Überschrift — ñ\n{ALL}",
    "empty comment": f"#\n{EARLY}#\n{LATE}#\n",
    "blank lines between items": f"{EARLY}\n{MIDDLE}\n\n{LATE}",
    "blank lines at the top": f"\n\n{ALL}",
    "blank lines within an item": f"- date: 2021-03-31\n\n  value: 1\n\n  source: s\n\n\n{LATE}",
    "comments in stanzas": f"# 头\n\n# 2021上半年\n{EARLY}{MIDDLE}\n# 2021下半年\n{LATE}",
    "indented comments after the last item": f"{ALL}  # 尾一\n  # 尾二\n",
    "comment after the last item and blank lines": f"{ALL}\n\n# 尾\n\n",
    "no final newline": ALL.removesuffix("\n"),
    "no final newline, block": f"{EARLY}{BLOCK}".removesuffix("\n"),
    "trailing spaces": f"- {E}   \n{BLOCK}".replace("value: 2", "value: 2  "),
    "trailing spaces at the end": f"{ALL}   ",
    "aligned values": "- {date: 2021-03-31, value:   1, source: s}\n"
    "- {date: 2021-09-30, value: 300, source: s}\n",
    "aligned keys": "- date  : 2021-03-31\n  value : 1\n  source: s\n- date  : 2021-09-30\n"
    "  value : 3\n  source: s\n",
    "spaces inside braces": "- { date: 2021-03-31, value: 1, source: s }\n"
    "- { date : 2021-09-30 , value : 3 , source : s }\n",
    "no space after commas": f"- {{date: 2021-03-31,value: 1,source: s}}\n{LATE}",
    "json": '[{"date": "2021-03-31", "value": 1, "source": "s"},\n'
    ' {"date": "2021-09-30", "value": 3, "source": "s"}]\n',
    "json without blanks": '[{"date":"2021-03-31","value":"1","source":"s"},'
    '{"date":"2021-09-30","value":"3","source":"s"}]',
    "quoted numbers and dates": f'- {{date: "2021-03-31", value: \'1\', source: "s"}}\n{LATE}',
    "defaults written out": f"- {E[:-1]}, qualifier: exact, status: final, comparability: same}}\n"
    f"{LATE}",
    "keys in another order": "- {source: s, value: 1, date: 2021-03-31}\n"
    "- source: s\n  value: 3\n  date: 2021-09-30\n",
    "out of order": LATE + EARLY + MIDDLE,
    "out of order, commented": f"# 头\n\n# 九月\n{LATE}# 三月\n{EARLY[:-1]} # 旁\n# 尾\n",
    "out of order, in brackets": f"[{L}, {E}]\n",
    "out of order, block": f"{BLOCK}# 三月\n{EARLY}",
    "same day twice": f"{MIDDLE}- {{date: 2021-06-30, value: 2, source: o}}\n{LATE}",
    "one item": MIDDLE,
    "one block item": BLOCK,
    "margin of four": f"    - {E}\n    - {L}\n    # 尾\n",
    "margin, comment at the left": f"# 头\n  - {E}\n# 左\n  - {L}\n",
    "margin and block": "  - date: 2021-03-31\n    value: 1\n    source: s\n  - " + L + "\n",
    "mapping on the line of ---": "--- [" + E + "]\n",
    "question marks": f"- ? date\n  : 2021-03-31\n  ? value\n  : 1\n  ? source\n  : s\n{LATE}",
    "nested flow words": noted("{zh: 甲, en: 'a, b'}"),
    "nested flow words with a trailing comma": noted("{zh: 甲, en: a,}"),
    "block words with comments": f"{BLOCK}  note: # 双语\n    # 中\n    zh: 甲\n    en: a # 英\n"
    f"{LATE}",
    "note that looks like a word for nothing": noted('"null"').replace(
        "value: 1,", "value: 1, note: '~',"
    ),
    "note that looks like a number": noted('"2022"').replace("value: 1,", "value: 1, note: '+.5',"),
    "note that begins with a dash": block_noted("-1至5"),
    "note with backslashes": noted(r'"a\\b \"c\""').replace("value: 1,", "value: 1, note: 'a\\b',"),
    "note with a tab": noted(r'"a\tb"'),
    "note with a line break escaped": noted(r'"a\nb"'),
    "note with a folded escape": block_noted('"a\\\n    b"'),
    "very long line": noted("'" + "长" * 20_000 + "'"),
    "very long comment": f"# {'注' * 20_000}\n{ALL}",
    "many blank lines": "\n" * 50 + f"{EARLY}\n\n\n{MIDDLE}\n\n\n{LATE}" + "\n" * 50,
    "directive in a comment": f"# yaml-language-server: $schema=../schema/readings.json\n{ALL}",
    "comment beside and below": f"{EARLY[:-1]} # 旁\n         # 续旁\n{LATE}",
    "comment below a literal": block_noted("|\n    one\n  # 后").replace("# 后\n", "# 后\n# 左\n"),
    "blank lines below a literal": block_noted("|\n    one\n    two\n\n\n"),
    "empty file": "",
    "blank file": "\n\n",
    "--- only": "---\n",
    "null": "~\n",
    "null word": "null\n",
}

SOURCES: Mapping[str, str] = {
    "plain map+seq, offset 0": f"# 头注释\n{S}  title:\n    zh: 数字\n    en: Digital\n{O}",
    "top-level seq (dash at col 0)": S + O,
    "canonical flow maps, offset 2": "  - {id: s, kind: publication}\n  - {id: o, kind: return}\n",
    "mixed indents in one file": f"{S}  title:\n      zh: 甲\n      en: a\n-   id: o\n"
    f"    kind: return"
    "\n    title:\n      zh: 乙\n      en: b\n",
    "quoted keys": "- \"id\": s\n  'kind': publication\n- {\"id\": o, 'kind': return}\n",
    "long plain line >80": entitled(_LONG.rstrip()),
    "long flow map line": f'- {{id: s, kind: publication, title: "{_LONG}", '
    f"note: '{_LONG}'}}\n{O}",
    "eol comment after 中文": f"{S}  publisher: 福建省   # 注\n{O}  publisher: 厦门 # 注\n",
    "comment indented deeper": f"# 头\n    # 深\n{S}        # 更深\n{O}",
    "comment inside flow seq": f"- {{id: s, # 一\n   kind: publication}}\n{O}",
    "whitespace-only line": f"{S}  \n{O}",
    "trailing blank lines": f"{S}{O}\n\n",
    "BOM": f"\ufeff{S}{O}",
    "comment at end, no newline": f"{S}# 尾",
    "--- and ...": f"---\n{S}{O}...\n",
    "literal |": entitled("|\n    第一行\n     缩进\n    末"),
    "literal |, last": f"{S}  note: |\n    第一行\n    末\n",
    "literal indent 4": entitled("|\n      x\n      y"),
    "ints": f"{S}  publisher: 010\n  note: +5\n{O}  publisher: 1_000\n  note: 0x1F\n",
    "quoted ints": f'{S}  publisher: \'010\'\n  note: "+5"\n{O}  publisher: "1_000"\n'
    f"  note: '0x1F'\n",
    "quoted floats": f"{S}  publisher: '1e3'\n  note: \"6.02e+23\"\n{O}  publisher: '+.5'\n"
    f"  note: '.5'\n",
    "quoted words for nothing and truth": f"{S}  publisher: 'null'\n  note: '~'\n"
    f"{O}  publisher: 'No'\n"
    "  note: {zh: 'TRUE', en: 'y'}\n",
    "quoted inf nan": f"{S}  publisher: '.inf'\n  note: '+.inf'\n{O}  publisher: '.NaN'\n"
    f"  note: '-.Inf'\n",
    "quoted dates and times": f"{S}  publisher: '2022'\n  note: '2022-06-30'\n"
    f"{O}  publisher: '12:30'\n"
    "  note: '2022-06-30 12:00:00'\n",
    "quoted signs": f"{S}  publisher: '<<'\n  note: '='\n{O}  publisher: '- a'\n  note: '? b'\n",
    "quoted for nothing": f"{S}  publisher: '甲'\n  \"note\": \"two words\"\n{O}  note: 'a b'\n",
    "floats 1e3 1.0E+3 6.02e23": f"{S}  publisher: 1e3\n  note: 1.0E+3\n{O}",
    "inf nan": f"{S}  publisher: .inf\n  note: .NaN\n{O}",
    "date / datetimes": f"{S}  published: 2022-06-30\n  note: 2022-06-30T12:00:00Z\n{O}",
    "bools true True TRUE": f"{S}  publisher: true\n  note: True\n{O}",
    "flow trailing comma": "- {id: s, kind: publication,}\n- {id: o, kind: return , }\n",
    "empty flow with a comment": "# 头\n[] # 尚无\n",
    "dq escapes": entitled(r'"\u4e2d\x41\/"'),
    "plain with emoji / U+3000": entitled("甲　乙 😀"),
    "multi-line dq": entitled('"一\n    二"') + P + "  note: 'x\n    y'\n",
    "extra spaces after colon": "- id:   s\n  kind:  publication\n" + O,
    "extra spaces after dash": "-   id: s\n    kind: publication\n-   {id: o, kind: return}\n",
    "comment only": "# 仅注释\n",
    "seq in map in seq": f"{S}  title:\n    zh: 甲\n    en: a\n  publisher: 乙\n{O}",
    "key then dash on own line": "-\n  id: s\n  kind: publication\n-\n  {id: o, kind: return}\n",
    "dq value on next line": f'{S}  publisher:\n    "文本"\n{O}',
    "plain special": f"{S}  publisher: 7.1万\n  url: http://x.cn/?a=1\n  note: a#b\n"
    f"{O}  publisher: 12:30\n  note: 1/2\n",
    "deep comment in mapping end": f"{S}    # 深注\n{O}      # 深注二\n",
    "link in flow": f"- {{id: s, kind: publication, url: http://x.cn/?a=1}}\n{O}",
    "fullwidth colon in a text": entitled("指标：一"),
    "comments between keys": f"# 头\n\n# 甲\n- id: s # 名\n  # 类\n  kind: publication\n\n  # 注\n"
    f"  note: x\n# 乙\n{O}",
    "comment below the dash": f"- # 旁\n  id: s\n  kind: publication\n{O}",
    "tabs after values": f"- id: s\t\n  kind: publication\t# 一\n{O}",
    "single quotes with '' inside": entitled("'it''s so'"),
    "flow map over several lines": "- {\n    id: s,\n    kind: publication,\n  }\n" + O,
    "flow map over several lines, comments": "- {\n    # 名\n    id: s, # 旁\n    # 类\n"
    "    kind: publication\n    # 末\n  } # 后\n" + O,
    "list in brackets": "[{id: s, kind: publication}, {id: o, kind: return}]\n",
    "list in brackets over several lines": "[\n  {id: s, kind: publication},\n"
    "  {id: o, kind: return},"
    "\n]\n",
    "list in brackets, empty": "[]\n",
    "list in brackets, empty, over lines": "[\n]\n",
    "multi-line plain scalar": entitled("第一行\n    second line\n    third"),
    "multi-line plain scalar, last": f"{S}  note: one\n    two\n",
    "folded >": entitled(">\n    one\n    two\n\n    three\n"),
    "folded >-": entitled(">-\n    one\n    two"),
    "folded >- last": f"{S}  note: >-\n    one\n    two\n",
    "literal |+": entitled("|+\n    one\n\n"),
    "literal |+ last": f"{S}  note: |+\n    one\n\n\n",
    "literal |2": entitled("|2\n      one\n    two"),
    "literal with hashes": entitled("|-\n    # no comment\n    two # nor this"),
    "literal with trailing spaces": entitled("|\n    one  \n    two"),
    "literal with a tab": entitled("|\n    one\ttwo\n    \tthree"),
    "document start with a comment": f"--- # 起\n{S}{O}",
    "document end, comment below": f"---\n{S}{O}...\n# 尾\n",
    "CRLF": (f"# 头\n{S}{O}").replace("\n", "\r\n"),
    "CRLF without a final newline": (S + O).replace("\n", "\r\n").removesuffix("\r\n"),
    "CRLF mixed with LF": S + O.replace("\n", "\r\n"),
    "BOM and CRLF": "\ufeff" + (S + O).replace("\n", "\r\n"),
    "comment with - {": f"{S}# - {{id: o, kind: return}}\n  # - id: p\n{O}",
    "blank lines between items": f"{S}\n{O}\n\n{P}",
    "comments in stanzas": f"# 头\n\n# 甲组\n\n{S}\n# 乙组\n# 二行\n{O}{P}",
    "indented comments after the last item": f"{S}{O}  # 尾一\n\n  # 尾二\n",
    "comment at the left within a record": f"- id: s\n# 左\n  kind: publication\n{O}",
    "no final newline": (S + O).removesuffix("\n"),
    "aligned values": "- id:    s\n  kind:  publication\n  note:  x\n" + O,
    "aligned keys": "- id   : s\n  kind : publication\n" + O,
    "aligned comments": f"- id: s              # 一\n  kind: publication   # 二\n{O}",
    "json": '[{"id": "s", "kind": "publication"},\n {"id": "o", "kind": "return"}]\n',
    "margin of two": "  - id: s\n    kind: publication\n  - id: o\n    kind: return\n  # 尾\n",
    "margin, comment at the left": "# 头\n  - id: s\n    kind: publication\n# 左\n  - id: o\n"
    "    kind: return\n",
    "question marks": f"- ? id\n  : s\n  ? kind\n  : publication\n{O}",
    "block words with comments": f"{S}  title: # 双语\n    # 中\n    zh: 甲\n    en: a # 英\n"
    f"    # 末\n{O}",
    "flow words over lines with comments": f"{S}  title: {{zh: 甲, # 中\n    en: a}} # 英\n{O}",
    "text with a colon at its end": entitled("'a:'"),
    "text with a space at its end": entitled("'a '"),
    "text that begins with a sign": f"{S}  publisher: '@a'\n  note: '`b'\n{O}  publisher: '%c'\n"
    "  note: '&d'\n",
    "text that begins with a quote": entitled("'\"a\" b'"),
    "plain text with quotes inside": entitled('he said "so", it\'s'),
    "plain text with brackets inside": entitled("a [b] {c}, d"),
    "plain text that begins with a dash": entitled("-a"),
    "very long line": entitled("'" + "长" * 20_000 + "'"),
}

OTHERS: Mapping[str, tuple[str, str]] = {
    "agencies, lists under their key": (
        "agencies.yaml",
        (
            "- id: 虚构局\n  name: {zh: 虚构局, en: Bureau}\n  kind: department\n  aliases:\n"
            "  - 局\n"
            '  # 二\n  - "the bureau"\n'
        ),
    ),
    "agencies, lists indented": (
        "agencies.yaml",
        (
            "- id: 虚构局\n  name: {zh: 虚构局, en: Bureau}\n  kind: department\n  aliases:\n"
            "      - 局 # 一\n      - 署\n      # 深\n# 左\n"
        ),
    ),
    "agencies, lists in brackets over lines": (
        "agencies.yaml",
        (
            "- id: 虚构局\n  aliases: [局, # 一\n    署,\n  ]\n  name: {zh: 虚构局, en: Bureau}\n"
            "  kind: department\n"
        ),
    ),
    "agencies, an empty list": (
        "agencies.yaml",
        "- id: 虚构局\n  aliases: [ ] # 无\n  name: {zh: 虚构局, en: Bureau}\n  kind: department\n",
    ),
    "targets in block style": (
        "targets.yaml",
        (
            "# 头\n\n-   id: t\n    name:\n        zh: 虚构\n        en: Invented\n"
            "    kind: stock # 类\n"
            "    leads:\n    - 虚构局\n    clause: {ref: 一, text: '建成8万个 # 以上'}\n"
            "    # 目标\n"
            "    goals:\n        # 一\n      - value: 730\n        operator: '>='\n"
            "        due: 2022-12-31\n"
            "        # 定\n        decided: 2021-01-01\n        path:\n"
            "        - {date: 2021-12-31, # 年末\n"
            "           value: 365}\n      # 末\n    # 完\n# 尾\n"
        ),
    ),
    "plan aligned": (
        "plan.yaml",
        b.HEADER.replace("start: ", "start:    ")
        .replace("about: 5", "about: 5  # 左右")
        .replace(
            "classes: []",
            "\n# 类\nclasses:\n  - id: a\n    name: {zh: 甲, en: a}\n"
            "    ratings:\n    - met\n    - ahead\n",
        ),
    ),
    "plan with a document start and CRLF": (
        "plan.yaml",
        f"\ufeff--- # 起\n{b.HEADER}...\n".replace("\n", "\r\n"),
    ),
    "areas in one bracket": (
        "areas.yaml",
        (
            "[{id: 虚构省, name: {zh: 虚构省, en: Invented}},\n # 东\n"
            " {id: 东市, name: {zh: 东市, en: East},"
            " parent: 虚构省}, {id: 西市, name: {zh: 西市, en: West}, parent: 虚构省}]\n"
        ),
    ),
}

# What is no shape of a data file: the file, its text and the codes of what `check` says.
FAULTY: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "anchor and alias": (
        READINGS_FILE,
        f"- {{date: 2021-03-31, value: &x 1, source: s}}\n{LATE.replace('value: 3', 'value: *x')}",
        ("yaml-feature", "yaml-feature"),
    ),
    "unused anchor": (READINGS_FILE, f"- &x {E}\n{LATE}", ("yaml-feature",)),
    "anchor in the register": (
        "sources.yaml",
        (f"- id: &x s\n  kind: publication\n{O}"),
        ("yaml-feature",),
    ),
    "merge key": (READINGS_FILE, f"- {{<<: {{note: a}}, {E[1:]}\n{LATE}", ("yaml-feature",)),
    "tag": (
        READINGS_FILE,
        (f"- {{date: 2021-03-31, value: !!int 1, source: s}}\n{LATE}"),
        ("yaml-feature",),
    ),
    "tag on a list": ("sources.yaml", f"!!seq\n{S}", ("yaml-feature",)),
    "several documents": (READINGS_FILE, f"{EARLY}---\n{LATE}", ("yaml-feature",)),
    "several documents of the register": ("sources.yaml", f"{S}---\n{O}", ("yaml-feature",)),
    "document end and another": (READINGS_FILE, f"{EARLY}...\n---\n{LATE}", ("yaml-feature",)),
    "%YAML directive": (READINGS_FILE, f"%YAML 1.2\n---\n{ALL}", ("yaml-feature",)),
    "%TAG directive": ("sources.yaml", f"%TAG ! tag:x,2021:\n---\n{S}", ("yaml-feature",)),
    "? complex key": ("sources.yaml", f"{S}  ? [a, b]\n  : c\n", ("yaml-feature",)),
    "duplicate key": (READINGS_FILE, f"- {E[:-1]}, value: 2}}\n{LATE}", ("key-duplicated",)),
    "tab indentation": ("sources.yaml", "- id: s\n\tkind: publication\n", ("yaml-syntax",)),
    "tab after the dash": (
        "sources.yaml",
        "-\tid: s\n \tkind: publication\n",
        ("yaml-syntax",) * 3,
    ),
    "long simple key": (READINGS_FILE, f"- {E[:-1]}, {_KEY}: 1}}\n{LATE}", ("key-unknown",)),
    "keys with spaces": ("sources.yaml", f"{S}  two words: 1\n{O}", ("key-unknown",)),
    "unicode key + fullwidth colon": (
        "sources.yaml",
        f"{S}  指标：一: 1\n",
        ("sign-fullwidth", "yaml-syntax"),
    ),
    "null ~": (READINGS_FILE, f"{BLOCK}  note: ~\n{LATE}", ("value-empty",)),
    "null words": (
        "sources.yaml",
        f"{S}  publisher: null\n  note: Null\n{O}",
        ("value-empty", "value-empty"),
    ),
    "empty value": (READINGS_FILE, f"{BLOCK}  note:\n{LATE}", ("value-empty",)),
    "empty value with a comment": ("sources.yaml", f"{S}  note: # 待补\n{O}", ("value-empty",)),
    "flow null value {a}": (READINGS_FILE, f"- {E[:-1]}, note}}\n{LATE}", ("value-empty",)),
    "a list in the list": (READINGS_FILE, f"- - {E}\n  - {L}\n", ("shape-unexpected",)),
    "a mapping for a list": (READINGS_FILE, f"readings:\n- {E}\n", ("shape-unexpected",)),
    "numbers of other forms": (
        READINGS_FILE,
        BLOCK.replace("value: 2", "value: 010") + LATE,
        ("number-malformed",),
    ),
    "a comment beside a value without a space": (
        READINGS_FILE,
        f"{BLOCK[:-2]}s# x\n",
        ("id-malformed",),
    ),
    "not closed": (READINGS_FILE, f"- {E[:-1]}\n{LATE}", ("yaml-syntax",)),
    "conflict": (
        READINGS_FILE,
        (f"<<<<<<< a\n{EARLY}=======\n{LATE}>>>>>>> b\n"),
        ("conflict-marker",),
    ),
    "zero width space": (READINGS_FILE, noted("a\u200bb"), ("character-forbidden",)),
    "line separator": (READINGS_FILE, noted("'a\u2028b'"), ("character-forbidden",)),
    "lone carriage return": (READINGS_FILE, ALL.replace("\n", "\r"), ("character-forbidden",)),
    "second BOM": (READINGS_FILE, f"{EARLY}\ufeff{LATE}", ("character-forbidden",)),
    "fullwidth comma": (READINGS_FILE, f"- {E.replace(', v', '，v')}\n{LATE}", ("sign-fullwidth",)),
}


def texts_with(file: str, text: str) -> dict[str, str]:
    """Answer the small plan's folder with one file of the given text."""
    texts = b.folder(
        outcomes="[]\n",
        tasks="[]\n",
        targets=b.target(b.goal()),
        sources=S + O,
        readings={"t": ALL},
    )
    return {**texts, "remarks.yaml": "[]\n", file: text}


@dataclass(frozen=True)
class Shape:
    """A file of some shape."""

    name: str
    file: str
    text: str

    @property
    def texts(self) -> dict[str, str]:
        """The folder with the file in it."""
        return texts_with(self.file, self.text)

    def __str__(self) -> str:
        return f"{self.file.split('/', maxsplit=1)[0].removesuffix('.yaml')}: {self.name}"


READINGS_SHAPES = [Shape(name, READINGS_FILE, text) for name, text in READINGS.items()]
SOURCES_SHAPES = [Shape(name, "sources.yaml", text) for name, text in SOURCES.items()]
OTHER_SHAPES = [Shape(name, file, text) for name, (file, text) in OTHERS.items()]
SOUND_SHAPES = READINGS_SHAPES + SOURCES_SHAPES + OTHER_SHAPES
