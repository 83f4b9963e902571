extension String {
  /// The text with some of its scalars replaced wherever they stand. `replacing` looks for Characters, and does not find an apostrophe or a
  /// quotation mark that an accent or a joiner follows, because it is one Character with that.
  package func replacingScalars(_ scalars: String, with others: String) -> String {
    String(unicodeScalars.replacing(scalars.unicodeScalars, with: others.unicodeScalars))
  }
}
