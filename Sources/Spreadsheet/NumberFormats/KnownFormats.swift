import Synchronization

/// Number formats that were read before: the workbooks of a folder have the same few.
///
/// It forgets everything when it is full, so memory stays bounded; it may be asked from several threads.
enum KnownFormats {
  private struct Key: Hashable {
    let code: String
    let is1904: Bool
  }

  private static let known = Mutex<[Key: NumberFormat]>([:])
  private static let maximumCount = 256
  /// Longer codes are rare, and not kept.
  private static let maximumBytes = 96

  /// The format of a code, made now or earlier.
  static func format(_ code: String, is1904: Bool) -> NumberFormat {
    guard code.utf8.count <= maximumBytes else { return NumberFormat(code, is1904: is1904) }
    let key = Key(code: code, is1904: is1904)
    // Strings are equal where their bytes need not be; what a format shows are its bytes.
    if let format = known.withLock({ $0[key] }), format.code.utf8.elementsEqual(code.utf8) { return format }
    let format = NumberFormat(code, is1904: is1904)
    known.withLock {
      if $0.count >= maximumCount { $0.removeAll(keepingCapacity: true) }
      $0[key] = format
    }
    return format
  }
}
