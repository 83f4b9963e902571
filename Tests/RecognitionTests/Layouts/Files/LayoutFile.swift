import Foundation

/// How a layout becomes the bytes of a file.
enum LayoutFile: Equatable {
  /// A workbook that keeps its texts in the cells or in a table of its own.
  case xlsx(TinyPackage.Strings, is1904: Bool)
  /// A text file.
  case text(Encoding, lineEnd: String)

  enum Encoding: CaseIterable {
    case utf8, utf8WithMark, utf16LittleEndian, utf16LittleEndianWithMark, gb18030
  }

  init?(_ choices: Choices, _ medium: Medium) {
    if medium.keepsNumbers {
      guard let strings = choices.pick("workbook", [nil, TinyPackage.Strings.shared, .inCells]) else { return nil }
      self = .xlsx(strings, is1904: choices.chance("days counted from 1904", oneIn: 4))
    } else {
      self = .text(
        choices.pick("encoding", Encoding.allCases), lineEnd: choices.pick("line ends", ["\n", "\r\n"]))
    }
  }

  func bytes(of canvas: Canvas) -> [UInt8] {
    switch self {
    case .xlsx(let strings, let is1904): return TinyPackage(canvas, strings: strings, is1904: is1904).bytes
    case .text(let encoding, let lineEnd):
      // Within quotes a line break is what was typed.
      let isQuoted = canvas.text.contains("\"")
      return Self.encode(isQuoted ? canvas.text : canvas.text.replacing("\n", with: lineEnd), as: encoding)
    }
  }

  private static func encode(_ text: String, as encoding: Encoding) -> [UInt8] {
    switch encoding {
    case .utf8: [UInt8](text.utf8)
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + [UInt8](text.utf8)
    case .utf16LittleEndian: littleEndian(text)
    case .utf16LittleEndianWithMark: [0xFF, 0xFE] + littleEndian(text)
    case .gb18030: gb18030(text)
    }
  }

  private static func littleEndian(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  private static func gb18030(_ text: String) -> [UInt8] {
    var input = [UInt8](text.utf8)
    var output = [UInt8](repeating: 0, count: input.count * 4)
    let converter = iconv_open("GB18030", "UTF-8")
    defer { iconv_close(converter) }
    let written = input.withUnsafeMutableBytes { input in
      output.withUnsafeMutableBytes { output in
        var from = input.bindMemory(to: CChar.self).baseAddress
        var left = input.count
        var to = output.bindMemory(to: CChar.self).baseAddress
        var room = output.count
        precondition(iconv(converter, &from, &left, &to, &room) == 0, "GB 18030 has all of Unicode")
        return output.count - room
      }
    }
    return [UInt8](output.prefix(written))
  }
}
