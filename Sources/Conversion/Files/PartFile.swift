import SystemCalls

/// A whole file written in one go to a folder of parts, to be moved into place by the run.
enum PartFile {
  private static let prefix = "part-"

  static func name(_ number: Int) -> String { "\(prefix)\(OwnProcess.identifier)-\(number)" }

  /// Whether a file of this name is a part, of any process.
  static func isName(_ name: [UInt8]) -> Bool {
    guard name.starts(with: prefix.utf8) else { return false }
    let numbers = name.dropFirst(prefix.utf8.count).split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return numbers.count == 2 && numbers.allSatisfy { !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }
  }

  /// - Returns: The SHA-256 of the bytes.
  /// - Throws: The error of the system call that failed; nothing is left behind.
  static func write(_ bytes: [UInt8], to path: String) throws(SystemFailure) -> String {
    let file = try NewFile(in: path.parentFolder ?? ".")
    try file.descriptor.write(bytes)
    try file.place(at: path, replacing: false)
    return SHA256.hash(bytes)
  }
}
