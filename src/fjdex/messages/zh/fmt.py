"""`fjdex fmt`."""

MESSAGES = {
    "faulty": "{file}未能读懂，保持原样。",
    "kept": "{file}无法改成规范写法，保持原样。",
    "written": "已改写{count}个文件。",
    "unwritten": "有{count}个文件需要改写。",
}
