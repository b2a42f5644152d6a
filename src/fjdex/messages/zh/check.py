"""`fjdex check`."""

MESSAGES = {
    "joint": "；",
    "clean": "没有发现问题。",
    "summary": "错误{errors}个，警告{warnings}个，涉及{files}个文件。",
}
