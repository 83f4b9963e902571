/// What the words of a cell are that belong to no field: a signature, a note, an instruction, the number of a page.
enum OtherWords {
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
    return Beginnings((entry?.value ?? []).filter { $0.count > 2 })
  }()

  /// `- 1 -`, `第1页`, `第1页共2页`.
  static func isPageNumber(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard text.count <= 12, let first = text.first, first == "第" || first == "-" else { return false }
    if first == "第" { return text.contains("页") && text.contains(where: isNumber) }
    let number = text.dropFirst().dropLast()
    return text.last == "-" && !number.isEmpty && number.allSatisfy(isNumber)
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }
}
