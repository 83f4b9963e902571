"""What a script does: reads a ledger with python-calamine (or csv) and groups its rows by project, unit and period.

usage: group_with_calamine.py FILE
Prints seconds of processor time, peak memory in MB, forms and indicators, separated by tabs.
"""

import csv
import resource
import sys


def rows(path):
    if path.endswith(".csv"):
        with open(path, encoding="utf-8-sig", newline="") as file:
            yield from csv.reader(file)
    else:
        from python_calamine import CalamineWorkbook

        workbook = CalamineWorkbook.from_path(path)
        for name in workbook.sheet_names:
            yield from workbook.get_sheet_by_name(name).to_python()


def main(path):
    forms, header, indicators = {}, None, 0
    for row in rows(path):
        if header is None:
            header = {name: index for index, name in enumerate(row)}
            key = [header[name] for name in ("项目名称", "实施单位", "跟踪起始月", "跟踪截止月")]
            wanted = [header[name] for name in ("一级指标", "二级指标", "三级指标", "年度指标值", "跟踪期计划完成值", "跟踪期实际完成值", "偏差原因分析")]
            name = header["三级指标"]
            continue
        form = forms.setdefault(tuple(row[index] for index in key), {"first": row, "indicators": []})
        if row[name]:
            form["indicators"].append([row[index] for index in wanted])
            indicators += 1
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, len(forms), indicators, sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
