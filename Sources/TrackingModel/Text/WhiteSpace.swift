import Foundation

extension String {
  /// Whether there is nothing but white space, for which canonical JSON has null.
  public var isWhiteSpace: Bool { unicodeScalars.allSatisfy { CharacterSet.whitespacesAndNewlines.contains($0) } }
}
