/// A form's page as data: which label and which field stands where, row by row.
public struct PageDefinition: Sendable {
  /// How a cell is set.
  public enum Look: Int, CaseIterable, Sendable {
    case title, period, label, prose, value, amount
    /// A value of a list, broken as a label is.
    case level
  }

  /// What stands in a cell.
  public enum Content: Sendable {
    case label(String)
    /// A field of the form, or a group that is one value.
    case field(FieldKey)
    case amount(Fund, BudgetColumn)
    /// A field of the indicator that the row is drawn for.
    case indicator(FieldKey)
    case blank
  }

  /// A cell of the page, merged over its columns.
  public struct Cell: Sendable {
    /// From 0.
    public let columns: ClosedRange<Int>
    public let content: Content
    public let look: Look
    /// The least height of its row on the empty form, in sizes of its text.
    public let space: Double

    public init(_ content: Content, _ columns: ClosedRange<Int>, _ look: Look, space: Double = 0) {
      self.columns = columns
      self.content = content
      self.look = look
      self.space = space
    }
  }

  /// Rows that belong together.
  public struct Block: Sendable {
    /// What stands in the first column, merged over all rows of the block; nil where the rows themselves have cells there.
    public let label: String?
    public let rows: [[Cell]]
    /// The rows that are drawn for every indicator, behind the others.
    public let eachIndicator: [[Cell]]
    /// Whether no page begins within the block.
    public let isUnbroken: Bool
    /// Whether no page ends before the block: it stays with the last rows before it.
    public let staysWithPrevious: Bool

    public init(
      label: String? = nil, rows: [[Cell]] = [], eachIndicator: [[Cell]] = [], isUnbroken: Bool = false,
      staysWithPrevious: Bool = false
    ) {
      self.label = label
      self.rows = rows
      self.eachIndicator = eachIndicator
      self.isUnbroken = isUnbroken
      self.staysWithPrevious = staysWithPrevious
    }
  }

  /// A column that may grow at the cost of another one where texts of a field are long.
  public struct Flexible: Sendable {
    public let field: FieldKey
    /// UTF-8 bytes from which a text is long.
    public let length: Int
    public let growing: Int
    public let shrinking: Int
    /// How much of the width may change columns, in shares.
    public let steps: [Double]

    public init(_ field: FieldKey, longerThan length: Int, growing: Int, shrinking: Int, steps: [Double]) {
      self.field = field
      self.length = length
      self.growing = growing
      self.shrinking = shrinking
      self.steps = steps
    }
  }

  public let blocks: [Block]
  /// How the printable width is shared among the columns.
  public let shares: [Double]
  /// The field of the indicators whose cells are merged where they say the same below each other.
  public let merged: FieldKey?
  public let flexible: Flexible?
  /// What tells where its labels break.
  public let words: LabelWords

  public init(
    blocks: [Block], shares: [Double], merged: FieldKey? = nil, flexible: Flexible? = nil, words: LabelWords = .family
  ) {
    self.blocks = blocks
    self.shares = shares
    self.merged = merged
    self.flexible = flexible
    self.words = words
  }
}
