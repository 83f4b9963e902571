"""What both Python programs have in common: finding a form's values by its labels, and where the official form has them."""


def read(rows):
    """The values of a form from a list of rows; merged cells hold their value in their first cell."""
    found = {"indicators": [], "funds": []}
    levels = ["", ""]
    within = False
    for row in rows:
        cells = [str(value).strip() if value not in (None, "") else "" for value in row]
        first = cells[0]
        filled = [cell for cell in cells if cell]
        if not filled:
            continue
        if first.startswith("跟踪时段"):
            found["period"] = first
        elif first == "项目名称":
            found["project"] = filled[1]
        elif first == "主管部门":
            found["department"], found["unit"] = filled[1], filled[3]
        elif cells[1] in ("年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金"):
            found["funds"].append((cells[1], *(float(cell) for cell in cells[4:8])))
        elif cells[1] == "预期目标":
            found["goals"] = None
        elif found.get("goals", 0) is None:
            found["goals"] = (cells[1], cells[4])
        elif "一级指标" in cells:
            within = True
        elif first == "绩效跟踪总体判断":
            within = False
            found["answers"] = [cells[4]]
        elif cells[1] == "年度绩效目标完成可能性":
            found["answers"].append(cells[4])
        elif first == "纠偏措施":
            found["measures"] = filled[1] if len(filled) > 1 else ""
        elif within:
            levels = [cells[1] or levels[0], cells[2]]
            found["indicators"].append((*levels, *cells[3:8]))
    return found


def cells(found):
    """The official form as a list of (first row, first column, last row, last column, value)."""
    out = [(0, 0, 0, 7, "财政项目支出绩效跟踪表"), (1, 0, 1, 7, found["period"])]
    out += [(2, 0, 2, 0, "项目名称"), (2, 1, 2, 7, found["project"])]
    out += [(3, 0, 3, 0, "主管部门"), (3, 1, 3, 3, found["department"])]
    out += [(3, 4, 3, 4, "实施单位"), (3, 5, 3, 7, found["unit"])]
    out += [(4, 0, 8, 0, "预算执行情况 (万元)"), (4, 1, 4, 3, "")]
    for column, label in enumerate(["年初预算数", "跟踪期预算数", "跟踪期执行数", "执行率(%)"]):
        out.append((4, 4 + column, 4, 4 + column, label))
    for row, (label, *amounts) in enumerate(found["funds"]):
        out.append((5 + row, 1, 5 + row, 3, label))
        out += [(5 + row, 4 + column, 5 + row, 4 + column, amount) for column, amount in enumerate(amounts)]
    out += [(9, 0, 10, 0, "年度总体目标"), (9, 1, 9, 3, "预期目标"), (9, 4, 9, 7, "跟踪期实际完成情况")]
    out += [(10, 1, 10, 3, found["goals"][0]), (10, 4, 10, 7, found["goals"][1])]
    last = 11 + len(found["indicators"])
    out.append((11, 0, last, 0, "绩效指标"))
    heads = ["一级指标", "二级指标", "三级指标", "年度指标值", "跟踪期计划完成值", "跟踪期实际完成值", "偏差原因分析"]
    out += [(11, 1 + column, 11, 1 + column, label) for column, label in enumerate(heads)]
    first = 0
    for index, indicator in enumerate(found["indicators"]):
        if index + 1 == len(found["indicators"]) or found["indicators"][index + 1][0] != indicator[0]:
            out.append((12 + first, 1, 12 + index, 1, indicator[0]))
            first = index + 1
        out += [(12 + index, 2 + column, 12 + index, 2 + column, text) for column, text in enumerate(indicator[1:])]
    out.append((last + 1, 0, last + 2, 0, "绩效跟踪总体判断"))
    for row, label in enumerate(["年度项目预算完成可能性", "年度绩效目标完成可能性"]):
        out += [(last + 1 + row, 1, last + 1 + row, 3, label), (last + 1 + row, 4, last + 1 + row, 7, found["answers"][row])]
    return out + [(last + 3, 0, last + 3, 0, "纠偏措施"), (last + 3, 1, last + 3, 7, found["measures"])]
