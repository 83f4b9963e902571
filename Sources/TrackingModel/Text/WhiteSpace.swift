import Foundation

extension String {
  /// Whether there is nothing but white space, for which canonical JSON has null.
  package var isWhiteSpace: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x21...0x7E, 0x4E00...0x9FFF: false
      default: CharacterSet.whitespacesAndNewlines.contains(scalar)
      }
    }
  }
}
