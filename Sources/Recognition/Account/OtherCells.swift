import Findings
import TrackingModel

/// Cells that belong to no field: what kind they are, and one finding for each contiguous block of them.
enum OtherCells {
  /// The beginning of a text, as `CompactText` has it.
  typealias Head = ArraySlice<Unicode.Scalar>

  /// As many scalars of a text as tell what it is.
  static let headLength = 40

  /// What the words of a cell say about it that begin neither a note nor an instruction.
  static func kind(of head: Head) -> CellRole.OtherKind {
    if isPageNumber(head) || attachmentWords.begin(head) { return .note }
    if signatureWords.begin(head) { return .signature }
    if head.count <= 20, sealWords.contains(where: head.contains(words:)) { return .signature }
    return .other
  }

  /// Whether the words begin a note (注：) or an instruction (填报说明：), which may go on below.
  static func beginning(of head: Head) -> CellRole.OtherKind? {
    if instructionBeginnings.begin(head) { return .instruction }
    return noteBeginnings.begin(head) ? .note : nil
  }

  private static let instructionBeginnings = Beginnings(Vocabulary.instructionBeginnings)
  private static let noteBeginnings = Beginnings(Vocabulary.noteBeginnings)
  private static let attachmentWords = Beginnings(["附件", "附表"])
  private static let sealWords = ["盖章", "签章", "签字"].map { Array($0.unicodeScalars) }
  private static let signatureWords: Beginnings = {
    let entry = Vocabulary.fields.first { $0.key == .signature }
    return Beginnings((entry?.value ?? "").split(separator: " ").map(String.init).filter { $0.count > 2 })
  }()

  /// `- 1 -`, `第1页`, `第1页共2页`, `1/2`.
  static func isPageNumber(_ cell: GridCell) -> Bool { cell.label.map { isPageNumber($0.full) } ?? false }

  private static func isPageNumber(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard text.count <= 12, let first = text.first, first == "第" || first == "-" else { return false }
    if first == "第" { return text.contains("页") && text.contains(where: isNumber) }
    let number = text.dropFirst().dropLast()
    return text.last == "-" && !number.isEmpty && number.allSatisfy(isNumber)
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }

  /// Blocks of cells of one kind that touch each other, blank cells between them allowed within a row.
  static func blocks(_ cells: [(cell: GridCell, kind: CellRole.OtherKind)]) -> [(
    range: CellRange, kind: CellRole.OtherKind, cells: [GridCell]
  )] {
    var blocks: [(range: CellRange, kind: CellRole.OtherKind, cells: [GridCell])] = []
    for (cell, kind) in cells {
      // Nothing may hold the last block while it grows, or its cells are copied for each of them.
      if blocks.last?.kind == kind, let range = blocks.last?.range, cell.row <= range.last.row + 1 {
        blocks[blocks.count - 1].range = range.union(cell.area)
        blocks[blocks.count - 1].cells.append(cell)
      } else {
        blocks.append((cell.area, kind, [cell]))
      }
    }
    return blocks
  }

  /// The finding that names a block.
  static func finding(_ block: (range: CellRange, kind: CellRole.OtherKind, cells: [GridCell]), sheet: String?)
    -> Finding
  {
    let rule: Rule =
      switch block.kind {
      case .signature: .cellsAreSignature
      case .note: .cellsAreNote
      case .instruction: .cellsAreInstruction
      case .other: .cellsAreOther
      }
    let words = block.cells.first?.text.trimmed.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let found = words.count > 24 ? words.prefix(24) + "…" : words[...]
    return Finding(
      rule, at: Place(sheet: sheet, cells: block.range), ["range": block.range.a1, "found": String(found)])
  }
}
