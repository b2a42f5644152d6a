"""What stands on a page or in a document around the bulletin."""

MESSAGES = {
    "contents": "目录",
    "table": "表格：{heading}",
    "data": "数据版本：{digest}",
    "templates": "自订模板版本：{digest}",
    "making": "正在编写通报……",
    "page": "第",
    "page-of": "页，共",
    "page-end": "页",
}
