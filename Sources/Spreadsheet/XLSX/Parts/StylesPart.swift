import Findings

/// The number formats of a workbook's cell styles (ECMA-376 part 1, 18.8): all that is needed of its styles.
struct StylesPart: Sendable {
  /// By style index; nil stands for General.
  private let formats: [NumberFormat?]

  /// A workbook without styles: everything is General.
  static let none = StylesPart(formats: [])

  private init(formats: [NumberFormat?]) { self.formats = formats }

  init(_ stream: PartStream, is1904: Bool, limits: Limits) throws(Refusal) {
    var codes: [Int: String] = [:]
    var ids: [Int] = []
    try ExpatReader.parse(stream) { element in
      guard element.path.count == 2 else { return }
      switch (element.name, element.path[1]) {
      case ("numFmt", "numFmts"):
        if let id = element.attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = element.attributes["formatCode"] }
      case ("xf", "cellXfs"):
        ids.append(element.attributes["numFmtId"].flatMap { Int($0) } ?? 0)
      default: break
      }
    }
    guard ids.count <= limits.styles else { throw .exceeded("styles", limits.styles) }
    var made: [Int: NumberFormat] = [:]
    formats = ids.map { id in
      if let format = made[id] { return format }
      guard let code = codes[id] ?? BuiltInFormats.code(id), !code.isEmpty, code.lowercased() != "general" else {
        return nil
      }
      let format = NumberFormat(code, is1904: is1904)
      made[id] = format
      return format
    }
  }

  /// The format of a style; General where there is no such style.
  subscript(_ style: Int) -> NumberFormat? { style >= 0 && style < formats.count ? formats[style] : nil }
}
