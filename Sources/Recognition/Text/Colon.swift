extension Unicode.Scalar {
  /// Whether it ends a label as a colon does: `:`, `：`, `∶`, `︰`.
  var isColon: Bool {
    switch self {
    case ":", "：", "∶", "︰": true
    default: false
    }
  }
}
