"""`fjdex record`."""

MESSAGES = {
    "done.add": "已填报{what}：{value}（{where}）",
    "done.correct": "已更正{what}：{value}（{where}）",
    "done.withdraw": "已撤回{what}：{value}（{where}）",
    "next": "下一步：{command}",
    "nothing-written": "未写入。",
    "shown-only": "{id}以其所依据的事项评价，自身状态仅供参考。",
    "sure": "{question}是否无误？[y/N] ",
    "rating": "今日评价：{before} → {after}",
    "filed": "{done}（{file}）",
}
