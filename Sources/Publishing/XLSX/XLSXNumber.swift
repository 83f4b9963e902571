import Foundation

/// Numbers as the library takes them.
enum XLSXNumber {
  /// The nearest double to decimal digits, rounded to 15 of them before, which is what spreadsheets keep; nil for what is no number or too large for
  /// one. Found from the digits themselves: NSDecimalNumber misses the nearest double for 0.22.
  static func double(_ digits: String) -> Double? {
    guard let nearest = Double(digits), nearest.isFinite else { return nil }
    // Sign, point and exponent among them.
    guard digits.utf8.count > 15 else { return nearest }
    let rounded = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
      guard let start = buffer.baseAddress else { return nearest }
      _ = withVaList([nearest]) { vsnprintf(start, buffer.count, "%.14e", $0) }
      return strtod(start, nil)
    }
    return rounded
  }
}
