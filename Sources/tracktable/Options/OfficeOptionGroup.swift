import ArgumentParser
import Conversion
import Findings
import OfficeDocuments
import Spreadsheet

/// `--office`: the LibreOffice that reads what no reader here takes.
struct OfficeOptionGroup: ParsableArguments {
  @Option(
    help: .words(
      "soffice 的路径，用来读 .ods、.doc、网页和 XML 2003；“none”表示不用；不写则在 PATH 里找。",
      "The path of soffice, for .ods, .doc, web pages and XML 2003; none never to start it; by default that in the path.",
      value: "路径"),
    completion: .file())
  var office: String?

  /// Has documents converted by it in a run.
  func apply(to settings: inout RunSettings) throws {
    guard let program = try OfficeProgram.locate(office) else { return }
    settings.converter = { seconds in try? OfficeConverter(program: program, seconds: seconds) }
  }

  /// Reads a single document, by LibreOffice where no other reader takes it.
  func reading<Result>(_ source: ByteSource, _ body: (ByteSource) throws -> Result) throws -> Result {
    do {
      return try body(source)
    } catch let refusal as Refusal {
      // A pipe has been read to its end by now.
      if case .descriptor = source { throw refusal }
      guard OfficeKind(refusal.finding) != nil, let program = try OfficeProgram.locate(office),
        let converted = try OfficeInput(source, refusedFor: refusal, program: program, seconds: FileLimits().seconds)
      else { throw refusal }
      return try withExtendedLifetime(converted) { try body(converted.source) }
    }
  }
}
