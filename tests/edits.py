"""Edits of the small invented plan: what each comes to, and which come to nothing."""

from pairs import TEXTS, Edit

_PLAN, _TASKS, _OUTCOMES, _TARGETS = "plan.yaml", "tasks.yaml", "outcomes.yaml", "targets.yaml"
_AGENCIES, _AREAS, _SOURCES = "agencies.yaml", "areas.yaml", "sources.yaml"
_REMARKS, _STATIONS = "remarks.yaml", "readings/stations.yaml"
_GOAL = '    - {value: 700, operator: ">=", due: 2022-12-31, decided: 2020-06-01, source: plan-a}\n'
_LAST = "- {date: 2022-03-31, value: 400, source: news-2}\n"
_EAST = "- {date: 2021-12-31, area: 东市, value: 200, source: news-1}\n"
_USERS = TEXTS[_TARGETS][TEXTS[_TARGETS].index("- id: users") :]
_REMARK = TEXTS[_REMARKS]
_TASK = TEXTS[_TASKS][TEXTS[_TASKS].index("- id: task-2") :]
_NEW_TASK = _TASK.replace("task-2", "task-3").replace("任务二", "任务三").replace("two", "three")
_AREA = "- {id: 南市, name: {zh: 南市, en: South}, parent: 虚构省}\n"

# What is edited where, and what is said of it: one line a case.
CASES: list[tuple[Edit, list[str]]] = [
    # titles and words
    ((_TASKS, "zh: 任务一", "zh: 任务壹"), ["title-revised task-1"]),
    ((_TASKS, "en: Task one", "en: Task 1"), ["title-revised task-1"]),
    ((_TASKS, "zh: 修路", "zh: 修大路"), ["content-revised task-1"]),
    ((_OUTCOMES, "zh: 成果一", "zh: 成果壹"), ["title-revised outcome-1"]),
    ((_TARGETS, "zh: 基站数", "zh: 基站个数"), ["name-revised stations"]),
    ((_TARGETS, "  note: 含室内\n", ""), ["note-removed stations"]),
    ((_TARGETS, "note: 含室内", "note: 不含室内"), ["note-revised stations"]),
    ((_TASKS, "leads: [乙局]", "leads: [乙局]\n  note: 新"), ["note-added task-2"]),
    # leads, links, places
    ((_TASKS, "leads: [甲局, 乙局]", "leads: [甲局]"), ["leads-revised task-1"]),
    ((_TASKS, "leads: [甲局, 乙局]", "leads: [乙局, 甲局]"), ["leads-revised task-1"]),
    ((_TASKS, "section: tasks-1", "section: tasks-2"), ["section-revised task-1"]),
    ((_OUTCOMES, "tasks: [task-1]", "tasks: [task-2]"), ["tasks-revised outcome-1"]),
    ((_OUTCOMES, "  tasks: [task-1]\n", ""), ["tasks-removed outcome-1"]),
    ((_TARGETS, "tasks: [task-1]", "tasks: [task-1, task-2]"), ["tasks-revised stations"]),
    ((_TARGETS, "outcomes: [outcome-1]", "outcomes: []"), ["outcomes-removed stations"]),
    (
        (_TARGETS, "leads: [乙局]", "outcomes: [outcome-1]\n  leads: [乙局]"),
        ["outcomes-added users"],
    ),
    ((_OUTCOMES, "area: 东市", "area: 西市"), ["area-revised outcome-2"]),
    ((_TARGETS, "unit: 户", "unit: 户\n  area: 东市"), ["area-added users"]),
    # due dates
    ((_TASKS, "date: 2022-12-31", "date: 2022-11-30"), ["due-revised task-1"]),
    ((_TASKS, "2022年底前", "年底前"), ["due-revised task-1"]),
    ((_TASKS, "text: 持续推进", "text: 2022年, date: 2022-12-31"), ["due-revised task-2"]),
    ((_OUTCOMES, ", note: 按月末计", ""), ["due-revised outcome-2"]),
    # parts and planned states
    ((_OUTCOMES, "id: south", "id: south-west"), ["part-revised outcome-2"]),
    ((_OUTCOMES, "zh: 南站", "zh: 南大站"), ["part-revised outcome-2"]),
    ((_OUTCOMES, ", area: 西市}", "}"), ["part-revised outcome-2"]),
    (
        (_OUTCOMES, "  path:", "    - {id: west, name: {zh: 西站, en: W}}\n  path:"),
        ["part-added outcome-2"],
    ),
    ((_OUTCOMES, "state: started", "state: planned"), ["path-revised outcome-2"]),
    ((_OUTCOMES, "{date: 2021-12-31,", "{date: 2021-11-30,"), ["path-revised outcome-2"]),
    (
        (_OUTCOMES, "", "    - {date: 2022-03-31, state: delivered}\n"),
        ["path-added outcome-2"],
    ),
    # kinds, units, clauses
    ((_TARGETS, "kind: stock", "kind: flow"), ["kind-revised stations"]),
    ((_TARGETS, "unit: 个", "unit: 万个"), ["unit-revised stations"]),
    ((_TARGETS, "建成基站730个以上", "建成730个基站"), ["clause-revised stations"]),
    ((_TARGETS, "unit: 个", "unit: 个\n  lag: 30"), ["lag-added stations"]),
    ((_TARGETS, "unit: 个", "unit: 个\n  every: year"), ["every-added stations"]),
    # goals
    ((_TARGETS, "value: 730\n", "value: 750\n"), ["goal-revised stations"]),
    (
        (_TARGETS, 'value: 730\n      operator: ">="', 'value: 730\n      operator: ">"'),
        ["goal-revised stations"],
    ),
    ((_TARGETS, "      source: plan-b\n", ""), ["goal-revised stations"]),
    ((_TARGETS, _GOAL, ""), ["goal-removed stations"]),
    (
        (_TARGETS, "  next:", _GOAL.replace("2020-06-01", "2022-02-01") + "  next:"),
        ["goal-added stations"],
    ),
    ((_TARGETS, "decided: 2020-06-01", "decided: 2020-06-02"), ["goal-revised stations"]),
    ((_TARGETS, "value: 365}", "value: 400}"), ["path-revised stations"]),
    (
        (_TARGETS, "{date: 2021-12-31, value: 365}", "{date: 2021-11-30, value: 365}"),
        ["path-revised stations"],
    ),
    (
        (_TARGETS, "      path:\n        - {date: 2021-12-31, value: 365}\n", ""),
        ["path-removed stations"],
    ),
    (
        (_TARGETS, "  next:", "        - {date: 2022-06-30, value: 500}\n  next:"),
        ["path-added stations"],
    ),
    ((_TARGETS, "next: {value: 900,", "next: {value: 950,"), ["next-revised stations"]),
    ((_TARGETS, "  next: {value: 900, due: 2025-12-31}\n", ""), ["next-removed stations"]),
    (
        (_TARGETS, "{value: 0, date: 2020-12-31}", "{value: 5, date: 2020-12-31}"),
        ["baseline-revised stations"],
    ),
    (
        (_TARGETS, "  baseline: {value: 0, date: 2020-12-31}\n  note", "  note"),
        ["baseline-removed stations"],
    ),
    # records
    ((_TARGETS, _USERS, ""), ["target-removed users"]),
    ((_TASKS, "", _NEW_TASK), ["task-added task-3"]),
    ((_TASKS, "id: task-2", "id: bridge"), ["task-renamed bridge"]),
    ((_TARGETS, "id: users", "id: accounts"), ["target-renamed accounts"]),
    # readings
    (
        (_STATIONS, "", "- {date: 2022-06-30, value: 500, source: news-2}\n"),
        ["reading-added stations"],
    ),
    ((_STATIONS, _LAST, ""), ["reading-withdrawn stations"]),
    ((_STATIONS, "value: 400", "value: 410"), ["reading-corrected stations"]),
    ((_STATIONS, "value: 400", "value: 400, note: 初步"), ["reading-corrected stations"]),
    ((_STATIONS, "value: 400", "value: 400, status: provisional"), ["reading-corrected stations"]),
    ((_STATIONS, "value: 400", "value: 400, qualifier: about"), ["reading-corrected stations"]),
    ((_STATIONS, "value: 400", "value: 400.0"), ["reading-corrected stations"]),
    ((_STATIONS, "date: 2022-03-31", "date: 2022-03-30"), ["reading-corrected stations"]),
    (
        (_STATIONS, "value: 400, source: news-2", "value: 410, source: news-1"),
        ["reading-corrected stations"],
    ),
    ((_STATIONS, "area: 东市", "area: 西市"), ["reading-corrected stations"]),
    (
        (_STATIONS, "date: 2022-03-31, value: 400", "date: 2022-02-28, value: 390"),
        ["reading-corrected stations"],
    ),
    (
        (_STATIONS, _LAST, "- {date: 2022-02-28, value: 390, source: plan-b}\n"),
        ["reading-added stations", "reading-withdrawn stations"],
    ),
    ((_STATIONS, "printed: 365个", "printed: 三百六十五个"), ["reading-corrected stations"]),
    (
        ("readings/outcome-2.yaml", "state: started", "state: delivered"),
        ["reading-corrected outcome-2"],
    ),
    (("readings/outcome-2.yaml", "part: north", "part: south"), ["reading-corrected outcome-2"]),
    (("readings/users.yaml", "", "- {date: 2022-03-31, value: 40}\n"), ["reading-added users"]),
    (("readings/nobody.yaml", "", "- {date: 2022-03-31, value: 40}\n"), ["reading-added nobody"]),
    # registers
    ((_AGENCIES, "en: Bureau A", "en: Office A"), ["name-revised 甲局"]),
    ((_AGENCIES, "aliases: [甲]", "aliases: [甲, 甲办]"), ["aliases-revised 甲局"]),
    ((_AGENCIES, "members: [东市]", "members: [东市, 西市]"), ["members-revised 各市"]),
    ((_AGENCIES, "id: 乙局, name: {zh: 乙局", "id: 乙局, name: {zh: 乙厅"), ["name-revised 乙局"]),
    ((_AREAS, "", _AREA), ["area-added 南市"]),
    ((_AREAS, "en: West}, parent: 虚构省", "en: West}, parent: 东市"), ["parent-revised 西市"]),
    ((_SOURCES, "published: 2022-01-20", "published: 2022-01-21"), ["published-revised news-1"]),
    (
        (_SOURCES, "published: 2022-01-20", "confidence: low\n  published: 2022-01-20"),
        ["confidence-added news-1"],
    ),
    ((_SOURCES, "kind: return", "kind: publication"), ["kind-revised news-2"]),
    ((_SOURCES, "", "- {id: news-3, kind: reprint}\n"), ["source-added news-3"]),
    ((_SOURCES, "  url: https://invented.example/1\n", ""), ["url-removed news-1"]),
    # remarks
    ((_REMARKS, "action: 四月底前定", "action: 五月底前定"), ["remark-revised stations"]),
    ((_REMARKS, "by: 甲局", "by: 乙局"), ["remark-revised stations"]),
    ((_REMARKS, "", _REMARK.replace("2022Q1", "2022Q2")), ["remark-added stations"]),
    ((_REMARKS, _REMARK, "[]\n"), ["remark-removed stations"]),
    # plan.yaml
    ((_PLAN, "ahead: 1.05", "ahead: 1.10"), ["band-revised invented"]),
    ((_PLAN, "behind: 0.60", "behind: 0.50"), ["band-revised invented"]),
    ((_PLAN, "about: 5", "about: 3"), ["about-revised invented"]),
    ((_PLAN, "every: quarter", "every: year"), ["every-revised invented"]),
    ((_PLAN, "lag: 60", "lag: 45"), ["lag-revised invented"]),
    ((_PLAN, "start: 2021-01-01", "start: 2021-02-01"), ["start-revised invented"]),
    ((_PLAN, "end: 2022-12-31", "end: 2023-12-31"), ["end-revised invented"]),
    ((_PLAN, "id: invented", "id: made-up"), ["id-revised made-up"]),
    ((_PLAN, "en: An invented plan", "en: A plan"), ["title-revised invented"]),
    ((_PLAN, "total: 2", "total: 3"), ["section-revised invented"]),
    ((_PLAN, "ratings: [met, met-late]", "ratings: [met]"), ["class-revised invented"]),
    (
        (
            _PLAN,
            "classes:",
            "classes:\n  - {id: rest, name: {zh: 其他, en: Rest}, ratings: [ahead]}",
        ),
        ["class-added invented"],
    ),
]
# What says the same in another shape.
SHAPES: list[Edit] = [
    (
        _TASKS,
        TEXTS[_TASKS],
        TEXTS[_TASKS].replace(_TASK, "").replace("- id: task-1", _TASK + "- id: task-1"),
    ),
    (_TARGETS, "kind: stock\n  unit: 个", "unit: 个\n  kind: stock"),
    (_TARGETS, "id: stations", 'id: "stations"  # 基站'),
    (_TARGETS, "{value: 0, date: 2020-12-31}", "{date: 2020-12-31, value: 0}"),
    (_TARGETS, "next: {value: 900, due: 2025-12-31}", "next:\n    value: 900\n    due: 2025-12-31"),
    (_TARGETS, "note: 含室内", "note: {zh: 含室内, en: 含室内}"),
    (_STATIONS, _EAST + _LAST, _LAST + _EAST),
    (_STATIONS, "value: 400", "qualifier: exact, value: 400"),
    (_STATIONS, "value: 400", "area: 虚构省, value: 400"),
    (_STATIONS, _LAST, "# 自报数\n" + _LAST),
    (_STATIONS, _LAST, "- date: 2022-03-31\n  value: '400'\n  source: news-2\n"),
    (_SOURCES, "title: 甲方案", 'title: "甲方案"'),
    (_PLAN, "bands: {ahead: 1.05, on-schedule: 1,", "bands: {on-schedule: 1.00, ahead: 1.050,"),
    (_REMARKS, "quarter: 2022Q1", "quarter: 2022-01/2022-03"),
    (_AREAS, TEXTS[_AREAS], TEXTS[_AREAS].replace("}\n- ", "}\n\n- ")),
]
