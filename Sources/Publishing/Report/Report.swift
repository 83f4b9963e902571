import Findings

/// The formats a report is written in.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For machines: `JSONReport.schema`.
  case json
  /// 整改清单: one row a finding, to be filtered and sent on.
  case xlsx
  /// One self-contained page, to be read and printed.
  case html

  /// The format of a file name's extension; nil where it is none of them.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    self.init(rawValue: path[path.index(after: dot)...].lowercased())
  }
}

/// A report being written while a run goes on.
///
/// Inputs are added one by one in the order they are to stand in, and leave memory as they are written; only figures are kept, by unit.
/// The same inputs give the same bytes.
public final class Report {
  /// The figures so far.
  public private(set) var summary = ReportSummary()
  private var writer: any ReportWriter

  /// - Parameters:
  ///   - settings: What a profile changes of the rules; the report states it.
  ///   - write: Takes the report's bytes, piece by piece.
  public init(
    _ format: ReportFormat, language: Language = .chinese, settings: AppliedSettings = .init(),
    write: @escaping ([UInt8]) throws -> Void
  ) throws {
    switch format {
    case .json: writer = JSONReport(language: language, settings: settings, write: write)
    case .html: writer = try HTMLReport(language: language, settings: settings, write: write)
    case .xlsx: writer = try XLSXReport(language: language, settings: settings, write: write)
    }
  }

  /// Adds an input.
  ///
  /// - Throws: What `write` throws; a refusal where a workbook cannot be written.
  public func add(_ file: ReportedFile) throws {
    try summary.add(file)
    try writer.add(file)
  }

  /// Writes the figures and the end. Nothing may be added afterwards.
  public func finish() throws { try writer.finish(summary) }
}

/// One format of a report.
protocol ReportWriter {
  mutating func add(_ file: ReportedFile) throws
  mutating func finish(_ summary: ReportSummary) throws
}
