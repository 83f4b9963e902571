import SystemCalls

/// What the rows of an input go by: `file_id`.
enum FileNumber {
  /// The low 63 bits of the FNV-1a hash of the path in UTF-8: the same in every store and in any order.
  static func of(_ path: String) -> Int64 { Int64(Fingerprint.of(path) & UInt64(Int64.max)) }
}
