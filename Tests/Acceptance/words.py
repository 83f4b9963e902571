"""Words: plausible ones, random characters, and words with the form's own words inside."""

PLACES = ["江湾", "柳浦", "松桥", "云岭", "东滩", "石湖", "青塘", "北渡", "梅园", "临河"]
THINGS = ["河道保洁", "校舍维修", "图书采购", "养老补贴", "路灯改造", "文体活动", "档案整理", "绿地养护", "食品抽检", "信息维护"]
BODIES = ["管理中心", "服务站", "事务所", "委员会", "街道办事处", "第三小学", "图书馆", "水务所"]
OFFICES = ["教育局", "水务局", "民政局", "文化和旅游局", "绿化市容局", "卫生健康委员会"]
MEASURES = ["完成数量", "验收合格率", "发放准确率", "覆盖率", "开展场次", "维护面积", "补贴人数", "上报及时性", "投诉办结率"]
CLAUSES = [
    "全年计划按季度推进各项任务", "保障设施正常运行", "提升居民的获得感", "已完成前三季度的工作量", "其余部分按合同约定实施",
    "及时拨付到位", "完善长效管理机制", "扩大服务覆盖面", "加强过程监督", "按期完成验收",
]
LABEL_WORDS = [
    "项目名称", "主管部门", "实施单位", "年度资金总额", "其他资金", "预期目标", "绩效指标", "一级指标", "三级指标", "数量指标",
    "质量指标", "满意度指标", "产出指标", "年度指标值", "偏差原因分析", "纠偏措施", "执行率", "社会效益", "上年结转资金",
]
# Never among random characters: they could make a number, a unit, a date or an answer.
EXCLUDED = set("元万千百十亿零一二三四五六七八九两年月日号至无否是有共计个次件人户项台套场张公里米度分秒时周季天级率额数值备注说明填写表")


class Words:
    """Draws words from one stream of random numbers; no two names are the same."""

    def __init__(self, case, purpose):
        self.case = case
        self.rng = case.rng("words/" + purpose)
        self.names = set()

    def characters(self, least, most):
        """Random Chinese characters, half from the common ones, half from the whole block."""
        out = []
        for _ in range(self.rng.randint(least, most)):
            while True:
                code = self.rng.randint(0x4E00, 0x9FA5) if self.rng.random() < 0.5 else ord(self.rng.choice(COMMON))
                if chr(code) not in EXCLUDED:
                    break
            out.append(chr(code))
        return "".join(out)

    def _unique(self, make):
        while True:
            word = make()
            if word not in self.names:
                self.names.add(word)
                return word

    def _name(self, plain, least, most):
        def make():
            word = self.characters(least, most) if self.case.has("words-random") else plain()
            if self.case.has("words-catalogue") and self.rng.random() < 0.6:
                other = self.rng.choice(LABEL_WORDS)
                word = self.rng.choice([other + word, word + other, word[:2] + other + word[2:]])
            return word

        return self._unique(make)

    def project(self):
        return self._name(lambda: self.rng.choice(PLACES) + self.rng.choice(PLACES) + self.rng.choice(THINGS), 4, 16)

    def department(self):
        return self._name(lambda: self.rng.choice(PLACES) + "区" + self.rng.choice(PLACES) + self.rng.choice(OFFICES), 4, 12)

    def body(self):
        return self._name(lambda: self.rng.choice(PLACES) + self.rng.choice(PLACES) + self.rng.choice(BODIES), 4, 12)

    def indicator(self):
        return self._name(lambda: self.rng.choice(PLACES) + self.rng.choice(THINGS) + self.rng.choice(MEASURES), 3, 14)

    def heading(self):
        """A heading or label of the department's own; never one that the form knows."""
        return self._unique(lambda: self.characters(3, 6))

    def prose(self, least=2, most=6):
        """A few clauses that end in a full stop."""
        count = self.rng.randint(least, most)
        if self.case.has("words-random"):
            clauses = [self.characters(4, 14) for _ in range(count)]
        else:
            clauses = [self.rng.choice(THINGS) + self.rng.choice(CLAUSES) for _ in range(count)]
        if self.case.has("words-catalogue") and self.rng.random() < 0.6:
            at = self.rng.randrange(count)
            clauses[at] = clauses[at][:3] + self.rng.choice(LABEL_WORDS) + clauses[at][3:]
        return "，".join(clauses) + "。"

    def digits(self, count):
        return "".join(self.rng.choice("0123456789") for _ in range(count))


COMMON = (
    "的在不了和这中大为上来国我以要他用们生到作地于出就会可也你对能而子那得着下自之过发后多里学家理"
    "化于心现进种面而方定行法所民经同实动政部长高工主成务义制都性当水前开社新结外全体相但力明加合本已"
    "区设组将建教育文林路河山石桥村镇街道园楼房屋医院校图书运动会馆站台灯树草花鸟鱼米粮油盐茶服装电信"
    "交通桥梁码头港口船舶机场航空铁路公路绿化环境卫生健康养老残疾妇女儿童青少年志愿者培训就业创业科技创新"
)
