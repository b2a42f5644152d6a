"""`fjdex remark`."""

MESSAGES = {
    "done": "已登记{quarter}的说明：{id}",
    "not-behind": "{id}在{quarter}末并不滞后：{rating}。",
}
