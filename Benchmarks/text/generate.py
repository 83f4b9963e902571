"""Writes ledgers of a given size: UTF-8 and GB18030, unquoted and quoted. The same arguments give the same bytes.

usage: generate.py FOLDER MEGABYTES
"""

import os
import random
import sys

UNITS = ["上海市莘庄工业区房管办事处", "上海市闵行区教育局", "第一人民医院", "市政工程管理所"]
PROJECTS = ["住宅小区（综合治理）修缮工程", "既有多层加装电梯补贴发放", "道路养护", "学校食堂设备更新项目", "信息化运维"]
ANSWERS = ["确定能完成", "有可能完成"]
LINES = 20_000


def row(number, chance):
    amounts = ["%.2f" % chance.uniform(0, 9999) for _ in range(8)]
    target = "=%.2f(%%)" % chance.uniform(1, 100)
    return [
        str(100_000 + number), chance.choice(PROJECTS), chance.choice(UNITS), "2023-01", "2023-08", *amounts, target,
        chance.choice(ANSWERS), "",
    ]


def main(folder, megabytes):
    chance = random.Random(7)
    rows = [row(number, chance) for number in range(LINES)]
    for style, quote in (("plain", ""), ("quoted", '"')):
        text = "".join(",".join(quote + field + quote for field in fields) + "\r\n" for fields in rows)
        for encoding in ("utf-8", "gb18030"):
            block = text.encode(encoding)
            with open(os.path.join(folder, f"{style}-{encoding}.csv"), "wb") as file:
                for _ in range(megabytes * 1_000_000 // len(block)):
                    file.write(block)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
