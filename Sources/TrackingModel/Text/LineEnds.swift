extension String {
  /// The text with each of its line ends, CRLF and CR too, as one line feed.
  package var withLineFeeds: String {
    guard unicodeScalars.contains("\r") else { return self }
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in unicodeScalars {
      if scalar == "\r" {
        result.append("\n")
      } else if scalar != "\n" || !afterReturn {
        result.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return String(result)
  }
}
