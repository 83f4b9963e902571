import Findings
import TrackingModel

extension Painter {
  /// 年度总体目标.
  func goals() {
    let choices = choices.within("goals")
    let block = table.has(.block) && !choices.chance("no block label", oneIn: 6) ? table.place(.block)?.width ?? 1 : 0
    let middle = block + (width - block + 1) / 2
    let goals = [
      (key: "expected", text: form.goals.expected, field: FieldPath.goalsExpected, start: block, end: middle),
      (key: "goalsActual", text: form.goals.actual, field: FieldPath.goalsActual, start: middle, end: width),
    ]
    switch choices.number("style", 0...5) {
    case 4:
      for goal in goals { pairs([Pair(key: goal.key, text: goal.text, field: goal.field)], style: .beside) }
    case 5:
      for goal in goals { pairs([Pair(key: goal.key, text: goal.text, field: goal.field)], style: .inside) }
    default:
      if block > 0 { put(label("goals"), 0, rows: 2, columns: block) }
      for goal in goals { put(label(goal.key), goal.start, columns: goal.end - goal.start) }
      row += 1
      for goal in goals { put(goal.text, goal.start, columns: goal.end - goal.start, as: goal.field) }
      row += 1
    }
  }

  /// 绩效跟踪总体判断.
  func assessment() {
    let choices = choices.within("assessment")
    blankRows("blank above the assessment", upTo: 1)
    let answers = [
      Pair(key: "budgetCompletion", text: form.assessment.budgetCompletion?.text, field: .budgetCompletion),
      Pair(key: "goalCompletion", text: form.assessment.goalCompletion?.text, field: .goalCompletion),
    ]
    let style = choices.pick("style", [PairStyle.beside, .beside, .beside, .inside, .above])
    if style == .beside, table.has(.block), !choices.chance("no block label", oneIn: 5) {
      let block = table.place(.block)?.width ?? 1
      put(label("assessment"), 0, rows: 2, columns: block)
      let labelColumns = choices.number("label columns", 1...max(1, width - block - 2))
      for answer in answers {
        put(label(answer.key), block, columns: labelColumns)
        put(answer.text, block + labelColumns, columns: max(1, width - block - labelColumns), as: answer.field)
        row += 1
      }
    } else if style == .above {
      pairs(answers, style: .above)
    } else {
      for answer in answers { pairs([answer], style: style) }
    }
  }

  /// 纠偏措施.
  func measures() {
    let style = choices.pick("measures style", [PairStyle.beside, .beside, .inside, .above])
    pairs([Pair(key: "measures", text: form.correctiveMeasures, field: .correctiveMeasures)], style: style)
  }
}
