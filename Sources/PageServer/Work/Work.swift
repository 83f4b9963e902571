import Findings
import Foundation
import Publishing

/// What the server asks a worker for. Everything that touches the content of a file is done there: what a hostile one may do to a process costs
/// that process.
struct Work: Codable, Sendable {
  enum Task: Codable, Sendable {
    /// What is in a file: a `FileSummary`.
    case read(formsAtMost: Int)
    /// Extracts the files of an archive into a folder: `WorkAnswer.extracted`.
    case extract(into: String, mostFiles: Int, mostBytes: Int)
    /// Makes a workbook of a pasted table, at the path of the file.
    case paste(PastedTable)
    /// A form as the page shows it: a `FormView`.
    case form(Int, sourceCells: Int)
    case output(Output, form: Int?)
    case template
  }

  var task: Task
  var files: [StoredFile] = []
  var language = "zh"

  /// How many times the seconds of one file it may take: an output reads all its files again. It has a worker to itself meanwhile, so there is an
  /// end to it.
  var shares: Int { min(max(1, files.count), Self.mostShares) }

  static let mostShares = 10

  var spoken: Language { Language(rawValue: language) ?? .chinese }
}

/// What a worker answers: this, a line feed, and the content.
struct WorkAnswer: Codable, Sendable {
  /// Why there is no content.
  var refusals: [FindingView] = []
  /// How many forms a file has.
  var forms = 0
  /// Errors and warnings found.
  var counts = SeverityCounts()
  /// Where a file lies after another program has converted it.
  var converted: String?
  var extracted: [Extracted] = []
  var mediaType: String?
  /// What a download is called.
  var fileName: String?

  struct Extracted: Codable, Sendable {
    var name: String
    var path: String?
    var bytes = 0
    var refusal: StoredRefusal?
  }

  func encoded(with content: [UInt8]) -> [UInt8] {
    let head = (try? JSONEncoder().encode(self)) ?? Data()
    return Array(head) + [10] + content
  }

  /// - Throws: `DecodingError` for what no worker sends.
  static func decode(_ bytes: [UInt8]) throws -> (WorkAnswer, content: ArraySlice<UInt8>) {
    let end = bytes.firstIndex(of: 10) ?? bytes.endIndex
    let answer = try JSONDecoder().decode(WorkAnswer.self, from: Data(bytes[..<end]))
    return (answer, bytes[min(bytes.endIndex, end + 1)...])
  }
}
