"""`fjdex source`."""

MESSAGES = {
    "added": "已登记来源{id}",
    "none": "没有符合的来源。",
    "column.id": "id",
    "column.kind": "类型",
    "column.publisher": "发布者",
    "column.published": "公布日",
    "column.cited": "引用",
    "column.url": "网址",
}
