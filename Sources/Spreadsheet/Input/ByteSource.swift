/// Where bytes come from.
public enum ByteSource: Sendable {
  /// A file, by path.
  case file(String)
  /// Bytes in memory.
  case bytes([UInt8])
  /// An open descriptor such as standard input, read to its end.
  case descriptor(Int32)
}
