"""What a file of the data folder begins with that a command is the first to write."""

SOURCES, REMARKS, READINGS = "sources.yaml", "remarks.yaml", "readings"
HEADERS = {
    SOURCES: """\
# yaml-language-server: $schema=schema/sources.json
# 来源：填报值所引的出版物和填报表。
# What readings cite: publications and returns.
""",
    REMARKS: """\
# yaml-language-server: $schema=schema/remarks.json
# 进度滞后的原因和措施，按季度。
# Why an item is behind and what is being done, by quarter.
""",
    READINGS: """\
# yaml-language-server: $schema=../schema/readings.json
# 填报值，一行一个，最早的在前。
# Readings, one a line, oldest first.
""",
}
