"""`fjdex init`."""

MESSAGES = {
    "done": "已建立{path}（{count}个文件）",
    "next": "下一步：fjdex status{where}；用git add纳入版本管理。",
    "git.line": "已在{path}中加入：{line}",
    "git.setting": "已在本仓库的配置中设置{name}：git diff 的区段标题写明所在记录",
    "git.other": "{name}已另有设置，未作改动。",
    "git.nothing": "无需补充。",
}
