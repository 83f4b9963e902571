/// Paths cut at their slashes as the file system sees them, byte by byte: an accent behind a slash is one Character with it.
extension String {
  private static let slash = UInt8(ascii: "/")

  /// Where the last component of a path begins.
  var startOfLastComponent: Index { utf8.lastIndex(of: Self.slash).map { utf8.index(after: $0) } ?? startIndex }

  /// The folder of a path without its last slash; nil where the path is a single component.
  var parentFolder: String? { utf8.lastIndex(of: Self.slash).map { String(self[..<$0]) } }

  /// The components of a path, those that are empty left out.
  var pathComponents: [String] { utf8.split(separator: Self.slash).map { String(Substring($0)) } }
}
