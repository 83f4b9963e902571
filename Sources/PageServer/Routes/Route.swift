import HTTPTypes

/// What an address stands for.
enum Route: Hashable, Sendable {
  /// A file of the page.
  case page(String)
  case template
  case session, files, file(Int), tables
  case form(file: Int, form: Int)
  case corrections(file: Int, form: Int)
  case output(Output)
  case convert, check, schema, description

  /// - Returns: nil where there is no such address.
  init?(path: String) {
    let parts = path.split(separator: "/").map(String.init)
    let numbers = parts.map { Int($0).flatMap { $0 >= 0 ? $0 : nil } }
    switch parts.count {
    case 0: self = .page("index.html")
    case 1 where PageFiles.byName[parts[0]] != nil && !["index.html", "openapi.json"].contains(parts[0]):
      self = .page(parts[0])
    case 1 where parts[0] == "template": self = .template
    case 1 where parts[0] == "session": self = .session
    case 2 where parts == ["session", "files"]: self = .files
    case 2 where parts == ["session", "tables"]: self = .tables
    case 2 where parts == ["api", "convert"]: self = .convert
    case 2 where parts == ["api", "check"]: self = .check
    case 2 where parts == ["api", "schema"]: self = .schema
    case 2 where parts == ["api", "openapi.json"]: self = .description
    case 3 where parts[0] == "session" && parts[1] == "outputs":
      guard let output = Output(rawValue: parts[2]) else { return nil }
      self = .output(output)
    case 3 where parts[0] == "session" && parts[1] == "files":
      guard let file = numbers[2] else { return nil }
      self = .file(file)
    case 5 where parts[0] == "session" && parts[1] == "files" && parts[3] == "forms":
      guard let file = numbers[2], let form = numbers[4] else { return nil }
      self = .form(file: file, form: form)
    case 6 where parts[0] == "session" && parts[1] == "files" && parts[3] == "forms" && parts[5] == "corrections":
      guard let file = numbers[2], let form = numbers[4] else { return nil }
      self = .corrections(file: file, form: form)
    default: return nil
    }
  }

  /// What may be done there.
  var methods: [HTTPRequest.Method] {
    switch self {
    case .page, .template, .form, .output, .schema, .description: [.get, .head]
    case .session: [.get, .head, .post, .delete]
    case .files, .tables, .corrections, .convert, .check: [.post]
    case .file: [.delete]
    }
  }

  /// What may stand in the query; nil where anything may.
  var parameters: Set<String>? {
    switch self {
    // Whoever links to the page may add what he likes.
    case .page: nil
    case .convert, .check: ["to", "name", Self.language]
    case .files, .tables: ["name", "place", Self.language]
    case .output: ["file", "form", Self.language]
    case .template, .schema, .description, .session, .file, .form, .corrections: [Self.language]
    }
  }

  /// The parameter that says in which language words are.
  static let language = "lang"
}
