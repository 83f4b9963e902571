/// The declaration that an XML part may begin with (XML 1.0, 2.8 and 4.3.3): `<?xml version="1.0" encoding="GBK"?>`.
enum XMLDeclaration {
  private static let longest = 200

  /// The encoding that the declaration names where it is none that a part may have.
  ///
  /// - Returns: nil for UTF-8 and UTF-16, and where nothing is declared.
  static func encoding(_ beginning: UnsafeRawBufferPointer) -> String? {
    let text = String(decoding: beginning.prefix(longest), as: UTF8.self)
    guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>"),
      let name = text[..<end.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let value = text[name.upperBound..<end.lowerBound].drop { $0 == " " || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    let found = value.dropFirst().prefix { $0 != quote }
    return found.isEmpty || found.lowercased().hasPrefix("utf") ? nil : String(found)
  }
}
