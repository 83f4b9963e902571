import TrackingModel

/// A text as labels are compared: as `ComparedText` has it, its brackets round and its colons plain.
enum CompactText {
  static func scalars(of text: String) -> [Unicode.Scalar] {
    var scalars = ComparedText.scalars(of: text)
    for index in scalars.indices {
      switch scalars[index] {
      case "[", "【", "〔", "〖", "{", "「": scalars[index] = "("
      case "]", "】", "〕", "〗", "}", "」": scalars[index] = ")"
      case "∶", "︰": scalars[index] = ":"
      default: continue
      }
    }
    return scalars
  }

  static func string(of text: String) -> String { String(scalars(of: text)) }
}
