import Findings

/// What a workbook says of itself (ECMA-376 part 2, 8.3: core properties), as far as it is used here.
package struct DocumentProperties: Hashable, Sendable {
  package private(set) var title: String?
  package private(set) var keywords: String?

  /// Texts longer than this are no title: bytes.
  private static let longestText = 4096

  init() {}

  init(_ stream: PartStream, limits: Limits) throws(Refusal) {
    var window = XMLWindow(stream, limits: limits)
    var text: [UInt8] = []
    while let token = try window.next() {
      switch token {
      case .start: text = []
      case .text where text.count < Self.longestText: XMLText.append(window.cursor.text, to: &text)
      case .end:
        if window.cursor.name == .title { title = String(decoding: text, as: UTF8.self) }
        if window.cursor.name == .keywords { keywords = String(decoding: text, as: UTF8.self) }
      default: break
      }
    }
  }
}

extension XLSXWorkbook {
  /// The core properties; empty where the package has none.
  ///
  /// - Throws: A refusal where their part is damaged.
  package func documentProperties() throws(Refusal) -> DocumentProperties {
    guard let stream = try package.open("docProps/core.xml") else { return DocumentProperties() }
    return try DocumentProperties(stream, limits: limits)
  }
}
