import Conversion

/// What responses say that they are.
enum MediaType {
  static let xlsx = OutputFormat.xlsx.mediaType
  static let zip = "application/zip"
  static let json = OutputFormat.json.mediaType
  static let jsonLines = OutputFormat.jsonl.mediaType
  static let problem = "application/problem+json"
  static let html = "text/html; charset=utf-8"
}
