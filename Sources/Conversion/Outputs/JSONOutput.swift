import TrackingModel

extension OutputFormat {
  /// Canonical JSON (RFC 8259), one document.
  public static let json = OutputFormat(
    "json", name: "JSON", mediaType: "application/json",
    texts: FormTexts(
      head: CanonicalJSON.documentHead, separator: CanonicalJSON.elementSeparator, tail: CanonicalJSON.documentTail,
      empty: CanonicalJSON.document([]), holdNUL: true
    ) { CanonicalJSON.element($0) })

  /// Canonical JSON, a form a line.
  public static let jsonl = OutputFormat(
    "jsonl", name: "JSON Lines", mediaType: "application/x-ndjson",
    texts: FormTexts(holdNUL: true) { CanonicalJSON.line($0) })
}
