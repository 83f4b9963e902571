import TrackingModel

/// The page of a form with its fields looked up: which label and which field stands where, row by row.
///
/// Drawing, the template and the review copy all follow this one description; nothing else knows where anything stands.
final class PageLayout: Sendable {
  typealias Look = PageDefinition.Look

  /// What a value of the form is made of.
  enum Source: Sendable {
    case field(FormField)
    /// Several fields printed as one value.
    case group(FieldGroup)
    case amount(Fund, BudgetColumn)
  }

  /// What stands in a cell.
  enum Content: Sendable {
    case label(PageLabel)
    /// A value of the form, by its number.
    case value(Int)
    /// A field of the indicator that the row is drawn for, by its number.
    case indicator(Int)
    case blank
  }

  struct Cell: Sendable {
    let columns: ClosedRange<Int>
    let content: Content
    let look: Look
  }

  struct Block: Sendable {
    let label: PageLabel?
    let rows: [[Cell]]
    let eachIndicator: [[Cell]]
    let isUnbroken: Bool
    let staysWithPrevious: Bool
  }

  /// The form whose page it is.
  let definition: FormDefinition
  let blocks: [Block]
  /// The values of the form, each once.
  let sources: [Source]
  /// The names that its lists of levels offer, each with the ends of its words.
  let levels: [String: PageLabel]
  /// The least height of a row with the value or the indicator's field on the empty form, in sizes of its text.
  private let space: [PageContent: Double]
  /// What the form has and its page has no cell for.
  let undrawn: Undrawn
  /// The number of the title among the values.
  let title: Int?
  /// The number of the field whose cells are merged where they say the same below each other.
  let merged: Int?

  /// The page of the official form.
  static let standard = PageLayout(.tracking)

  /// The page that forms of a definition are written on.
  static func of(_ definition: FormDefinition) -> PageLayout {
    let official = definition.official ?? definition
    return official === FormDefinition.tracking ? standard : PageLayout(official)
  }

  init(_ definition: FormDefinition) {
    self.definition = definition
    var reader = PageReader(definition)
    blocks = definition.page.blocks.map { reader.block($0) }
    sources = reader.sources
    space = reader.space
    undrawn = Undrawn(definition, sources: sources, blocks: blocks)
    let names = definition.indicators.fields.filter { $0.kind == .level }.flatMap { $0.choices?.options ?? [] }
    levels = Dictionary(
      names.map { ($0, PageLabel($0, definition.page.words)) }, uniquingKeysWith: { first, _ in first })
    title = reader.sources.firstIndex {
      if case .field(let field) = $0 { field == TrackingFields.title } else { false }
    }
    merged = definition.page.merged.flatMap { key in definition.indicators.fields.firstIndex { $0.key == key } }
  }

  var columns: Int { definition.page.shares.count }

  /// The widths to try for a form with long texts in the page's flexible field.
  func wider(for form: TrackingForm) -> [[Double]] {
    guard let flexible = definition.page.flexible, let field = definition.indicators.field(flexible.field),
      form.indicators.contains(where: { (field.text(in: $0)?.utf8.count ?? 0) > flexible.length })
    else { return [] }
    return flexible.steps.map { step in
      var shares = definition.page.shares
      shares[flexible.shrinking] -= step
      shares[flexible.growing] += step
      return shares
    }
  }

  /// The least height of a row of the empty form, in sizes of its text.
  func space(for field: PageField) -> Double {
    switch field {
    case .value(let number): space[.value(number)] ?? 0
    case .indicator(_, let number): space[.indicator(number)] ?? 0
    }
  }
}

/// What a cell is bound to.
enum PageContent: Hashable {
  case value(Int)
  case indicator(Int)
}

/// Looks the fields of a page's description up.
private struct PageReader {
  let definition: FormDefinition
  private(set) var sources: [PageLayout.Source] = []
  private(set) var space: [PageContent: Double] = [:]

  init(_ definition: FormDefinition) { self.definition = definition }

  mutating func block(_ block: PageDefinition.Block) -> PageLayout.Block {
    PageLayout.Block(
      label: block.label.map(label), rows: block.rows.map { cells($0) },
      eachIndicator: block.eachIndicator.map { cells($0) },
      isUnbroken: block.isUnbroken, staysWithPrevious: block.staysWithPrevious)
  }

  private mutating func cells(_ cells: [PageDefinition.Cell]) -> [PageLayout.Cell] {
    cells.map { cell in
      let content = content(of: cell)
      switch content {
      case .value(let number): space[.value(number)] = cell.space
      case .indicator(let number): space[.indicator(number)] = cell.space
      case .label, .blank: break
      }
      return PageLayout.Cell(columns: cell.columns, content: content, look: cell.look)
    }
  }

  /// What the definition does not have stays blank.
  private mutating func content(of cell: PageDefinition.Cell) -> PageLayout.Content {
    switch cell.content {
    case .label(let words): return .label(label(words))
    case .blank: return .blank
    case .amount(let fund, let column): return value(.amount(fund, column))
    case .indicator(let key):
      return definition.indicators.fields.firstIndex { $0.key == key }.map { .indicator($0) } ?? .blank
    case .field(let key):
      if let field = definition.field(key) { return value(.field(field)) }
      return definition.group(key).map { value(.group($0)) } ?? .blank
    }
  }

  private func label(_ words: String) -> PageLabel { PageLabel(words, definition.page.words) }

  private mutating func value(_ source: PageLayout.Source) -> PageLayout.Content {
    sources.append(source)
    return .value(sources.count - 1)
  }
}
