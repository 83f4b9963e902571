/// A place in a record where the bytes can be read in more than one way, and how they were read.
public struct Doubt: Hashable, Sendable {
  /// What is doubtful.
  public enum Kind: String, Hashable, Sendable {
    /// A quotation mark inside a field that does not begin with one: kept as text.
    case strayQuote
    /// A quotation mark that opens a field and is never closed: kept as text.
    case unclosedQuote
    /// A quotation mark that opens a field whose closing mark has text behind it: the whole field kept as it stands.
    case textBehindQuote
    /// A single quotation mark inside a quoted field which should have been doubled: kept as text.
    case undoubledQuote
    /// Spaces between a delimiter and the quotation marks of a field: dropped.
    case spacesAroundQuotes
  }

  public let kind: Kind
  /// Bytes between the beginning of the record and the place.
  public let offset: Int
}
