"""Forms to fill the benchmark with: the same for the same number, no two alike."""

import random

LEVELS = [
    ("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"),
    ("效益指标", "社会效益指标"), ("效益指标", "可持续影响指标"), ("满意度指标", "服务对象满意度指标"),
]
THINGS = ["小区修缮", "道路养护", "公共绿地", "社区食堂", "加装电梯", "河道保洁", "图书采购", "健康体检", "垃圾分类", "路灯改造"]
DOINGS = ["完成数量", "验收合格率", "按期完成情况", "补贴发放准确率", "长效管理机制健全性", "居民满意度"]
WORDS = ["按计划推进", "各项工作", "有序进行", "提升居住环境", "满足市民需要", "预计年底前", "全部完成", "经费使用合规", "加强监督"]


def form(number):
    """A form as plain data, with 6 to 60 indicators."""
    rng = random.Random(number)
    budget = rng.randrange(1000, 900000)
    spent = rng.randrange(0, budget)
    rate = spent * 10000 // budget / 100
    prose = lambda least, most: "，".join(rng.choice(WORDS) for _ in range(rng.randrange(least, most))) + "。"
    indicators = []
    count = rng.randrange(6, 61)
    for index in range(count):
        level = LEVELS[index * len(LEVELS) // count]
        name = f"{rng.choice(THINGS)}{rng.choice(DOINGS)}{index + 1}"
        if level[1] == "时效指标":
            values = ("12月底前", "12月底", "12月底")
        else:
            done = rng.randrange(40, 100)
            values = (f"≥{rng.randrange(done, 101)}.00(%)", f"{done}.00", f"{done}.00")
        indicators.append((*level, name, *values, ""))
    return {
        "project": f"{rng.choice(THINGS)}项目（第{number}号）",
        "department": "示范区建设和管理委员会(汇总)",
        "unit": f"示范区第{number % 997}事务中心",
        "funds": [
            ("年度资金总额", budget / 100, budget / 100, spent / 100, rate),
            ("其中：当年财政拨款", budget / 100, budget / 100, spent / 100, rate),
            ("上年结转资金", 0, 0, 0, 0),
            ("其他资金", 0, 0, 0, 0),
        ],
        "goals": (prose(3, 12), prose(3, 14)),
        "indicators": indicators,
        "answers": ("确定能完成", "确定能完成"),
        "measures": prose(2, 5) if number % 3 == 0 else "",
    }
