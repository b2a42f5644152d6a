"""`fjdex log`."""

MESSAGES = {
    "entry": "{day}  {author}：{subject}  （{commit}）",
    "none": "没有提交涉及这样的填报值。",
    "shallow": "该克隆只含最近的历史，更早的内容都记在其首次提交之下。git fetch --unshallow 可取回其余部分。",
}
