"""`fjdex init`."""

MESSAGES = {
    "done": "已建立{path}（{count}个文件）",
    "next": "下一步：fjdex status{where}；用git add纳入版本管理。",
}
