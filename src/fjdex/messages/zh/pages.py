"""What stands on a page or in a document around the bulletin."""

MESSAGES = {
    "contents": "目录",
    "table": "表格：{heading}",
    "data": "数据版本：{digest}",
    "templates": "自订模板版本：{digest}",
    "making": "正在编写通报……",
    "no-font": "本机字体无法显示{signs}等字，Word文件中的图改用文字说明。请安装中文字体（Debian、Ubuntu为fonts-noto-cjk，Fedora为google-noto-sans-cjk-fonts）后重新生成；--format html无需本机字体",
    "continued": "（上图续）",
    "page": "第",
    "page-of": "页，共",
    "page-end": "页",
}
