"""`fjdex check`."""

MESSAGES = {
    "clean": "没有发现问题。",
    "summary": "{files}个文件中有{errors}个错误、{warnings}个警告。",
}
