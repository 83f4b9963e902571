/// How to read.
public struct ReadingOptions: Sendable {
  /// The character set of text files by its iconv name; nil to find it out.
  public var encoding: String?
  /// What a file may cost.
  public var limits: Limits

  public init(encoding: String? = nil, limits: Limits = .standard) {
    self.encoding = encoding
    self.limits = limits
  }
}
