import Foundation

/// A text by its bytes: `String` takes texts for the same that Unicode calls equivalent, and looks at every character for it.
///
/// As the key of a dictionary it is faster than the text, and a text comes out as it went in.
package struct ExactText: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.withBytes { left in
      right.text.withBytes { right in
        guard let one = left.baseAddress, let other = right.baseAddress else { return left.count == right.count }
        return left.count == right.count && memcmp(one, other, left.count) == 0
      }
    }
  }

  package func hash(into hasher: inout Hasher) {
    text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension String {
  /// Calls the closure with the text's UTF-8, which is not copied.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var own = self
    return own.withUTF8(body)
  }

  /// Whether the words stand somewhere in the text, byte for byte.
  package func contains(exactly words: StaticString) -> Bool { offset(ofExactly: words) != nil }

  /// Where the words stand first, byte for byte; nil where they do not.
  package func firstRange(exactly words: StaticString) -> Range<Index>? {
    guard let offset = offset(ofExactly: words) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: words.utf8CodeUnitCount)
  }

  private func offset(ofExactly words: StaticString) -> Int? {
    withBytes { bytes in
      let length = words.utf8CodeUnitCount
      guard let start = bytes.baseAddress, bytes.count >= length else { return nil }
      for offset in 0...(bytes.count - length) where start[offset] == words.utf8Start[0] {
        if memcmp(start + offset, words.utf8Start, length) == 0 { return offset }
      }
      return nil
    }
  }
}
