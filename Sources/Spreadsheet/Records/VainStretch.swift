/// Bytes behind the opening mark of a field that nothing closes. They have been looked through once, and are not again for each field that opens among them:
/// behind the marks that it begins with, such a field sees what the first one saw, so that nothing closes it there either, and it is given up where they end.
///
/// One thing makes a difference: in a field that holds single marks as text, a pair at a field's end closes it, and in one that does not the pair is text.
/// So it is known as well from where on the bytes have been looked through in that way.
///
/// What it holds follows from the bytes before it alone. It outlives the scan in which it was found, as more bytes come and records are taken.
struct VainStretch {
  var range = 0..<0
  /// From here on nothing closes a field with single marks either.
  var singleMarks = Int.max

  /// Follows the bytes that it is about, when as many before them have been dropped.
  mutating func drop(_ count: Int) {
    range = max(0, range.lowerBound - count)..<max(0, range.upperBound - count)
    if singleMarks < .max { singleMarks = max(0, singleMarks - count) }
  }
}
