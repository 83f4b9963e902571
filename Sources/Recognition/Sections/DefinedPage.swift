import Findings
import TrackingModel

/// The labels that a form's own page draws with their value right of them: fields of indicators that have several rows each, and amounts
/// beside their funds without headings.
///
/// The family's official page has none of these: its tables are read by their headings.
struct DefinedPage {
  enum Meaning {
    case amount(Fund, BudgetColumn)
    case indicator(IndicatorField)
  }

  /// By the label's words as names are compared.
  private var meanings: [String: Meaning] = [:]
  private var blocks: Set<String> = []
  /// The field with whose label the rows of an indicator begin.
  private(set) var leading: IndicatorField?

  /// nil for a definition without such labels.
  init?(_ definition: FormDefinition) {
    for block in definition.page.blocks {
      if let label = block.label { blocks.insert(ComparedText.name(label)) }
      let isVertical = block.eachIndicator.count > 1
      for row in block.rows + (isVertical ? block.eachIndicator : []) {
        let amounts = row.count { if case .amount = $0.content { true } else { false } }
        for (label, value) in zip(row, row.dropFirst()) {
          guard case .label(let words) = label.content else { continue }
          switch value.content {
          case .amount(let fund, let column) where amounts == 1:
            meanings[ComparedText.name(words)] = .amount(fund, column)
          case .indicator(let key):
            guard let field = definition.indicators.fields.first(where: { $0.key == key }) else { continue }
            meanings[ComparedText.name(words)] = .indicator(field)
            leading = leading ?? field
          default: continue
          }
        }
      }
    }
    if meanings.isEmpty { return nil }
  }

  /// The labels of a line with their values, and the label of the block in front of them; nil where anything else stands in the line.
  func read(_ line: Line) -> (block: GridCell?, pairs: [(label: GridCell, meaning: Meaning, value: GridCell?)])? {
    var cells = line.cells[...]
    var block: GridCell?
    if let first = cells.first, blocks.contains(ComparedText.name(first.text)) { block = cells.removeFirst() }
    var pairs: [(label: GridCell, meaning: Meaning, value: GridCell?)] = []
    while let label = cells.popFirst() {
      guard let meaning = meanings[ComparedText.name(label.text)] else { return nil }
      let value = cells.first.flatMap { meanings[ComparedText.name($0.text)] == nil ? $0 : nil }
      if value != nil { cells.removeFirst() }
      pairs.append((label, meaning, value))
    }
    return pairs.isEmpty ? nil : (block, pairs)
  }
}

extension FormReader {
  /// Reads a line of labels that the form's own page draws; false where it is none.
  mutating func readDefinedLine(_ line: Line, of page: DefinedPage) -> Bool {
    guard let (block, pairs) = page.read(line) else { return false }
    if let block { builder.cells.assignLabel(block) }
    for (label, meaning, value) in pairs {
      builder.cells.assignLabel(label)
      switch meaning {
      case .indicator(let field): read(value, for: field, beginsIndicator: field == page.leading)
      case .amount(let fund, let column):
        if let block { blockOfAmounts = block }
        guard let value else { continue }
        let labels = [label] + [blockOfAmounts].compactMap(\.self)
        let unit = BudgetUnit.resolve(labels: labels, in: builder.context, &builder.diagnostics)
        let path = FieldPath.budget(fund, column)
        builder.cells.assignValue(value, path)
        guard let amount = builder.diagnostics.value(of: AmountReader.read(value.cell, unit: unit), at: value, path)
        else { continue }
        if !unit.isStated, !AmountReader.hasOwnUnit(value.cell) { sawBudgetAmounts = true }
        var amounts = builder.form.budget[keyPath: fund.keyPath] ?? BudgetLine()
        if let before = amounts[keyPath: column.keyPath] {
          if before != amount {
            let values = ["found": value.text.trimmed, "read": before.amountText]
            builder.diagnostics.add(.fieldTwice, at: value, values, field: path)
          }
          continue
        }
        amounts[keyPath: column.keyPath] = amount
        builder.form.budget[keyPath: fund.keyPath] = amounts
      }
    }
    return true
  }

  private mutating func read(_ value: GridCell?, for field: IndicatorField, beginsIndicator: Bool) {
    // A field that has its value begins the next indicator as well: the line of its name may be missing.
    if beginsIndicator || builder.form.indicators.last.map({ !field.isEmpty(in: $0) }) ?? true {
      builder.form.indicators.append(Indicator())
    }
    let index = builder.form.indicators.count - 1
    guard let value else { return }
    let path = FieldPath.indicator(index, field.key)
    builder.cells.assignValue(value, path)
    if case .value(let place) = field.place {
      let text = value.cell.written(as: value.text)
      builder.form.indicators[index][keyPath: place] = builder.diagnostics.value(
        of:
          IndicatorValueReader.read(text, of: value.cell.kind), at: value, path)
    } else if field.kind == .prose {
      if let text = TextReader.prose(value.text) { _ = field.set(text, in: &builder.form.indicators[index]) }
    } else if let text = builder.diagnostics.value(of: TextReader.line(value.text), at: value, path) {
      _ = field.set(text, in: &builder.form.indicators[index])
    }
  }
}
