"""`fjdex init`."""

MESSAGES = {
    "done": "已建立{path}（{count}个文件）",
    "next": "下一步：fjdex status{where}；用git add纳入版本管理。",
    "next.empty": "下一步：在{path}/plan.yaml中填写方案的名称和起止日期，在同目录的各文件中列出单位、任务、成果和指标"
    "（写法见docs/data-format.md）；fjdex check{where} 可检查填写是否正确。",
    "git.line": "已在{path}中加入：{line}",
    "git.setting": "已在本仓库的配置中设置{name}：git diff 的区段标题写明所在记录",
    "git.other": "{name}已另有设置，未作改动。",
    "git.nothing": "无需补充。",
}
