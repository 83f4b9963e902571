/// What a file really is, recognized by its first bytes and never by its name. Each reader declares its own.
public struct FileFormat: RawRepresentable, Hashable, Sendable {
  /// `xlsx`, in small letters.
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
