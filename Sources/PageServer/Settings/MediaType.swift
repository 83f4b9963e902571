/// What responses say that they are.
enum MediaType {
  static let xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  static let zip = "application/zip"
  static let json = "application/json"
  static let jsonLines = "application/x-ndjson"
  static let problem = "application/problem+json"
  static let csv = "text/csv; charset=utf-8"
  static let tsv = "text/tab-separated-values; charset=utf-8"
  static let html = "text/html; charset=utf-8"
}
