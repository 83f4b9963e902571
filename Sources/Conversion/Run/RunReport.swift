import Findings
import Publishing

/// The report that a run writes on the side: findings, and the files that need a person.
final class RunReport {
  private let file: PlacedFile
  private let report: Report

  /// - Throws: `WrongUsage` where the name says no known format; a `Refusal` where the file exists or cannot be written.
  init(_ path: String, settings: RunSettings, guardedBy outputs: OutputGuard) throws {
    guard let format = ReportFormat(path: path) else { throw WrongUsage(.usageReportFormat, ["path": path]) }
    try outputs.claim(path)
    let file = try PlacedFile(target: path, replaces: settings.replaces || settings.resumes, guardedBy: outputs)
    self.file = file
    let checking = settings.pipeline.checking
    report = try Report(
      format, language: settings.language,
      settings: AppliedSettings(disabled: checking.disabled, severities: checking.severities)
    ) { try file.append($0) }
  }

  func add(_ reported: ReportedFile) throws { try report.add(reported) }

  func finish() throws {
    try report.finish()
    try file.moveIntoPlace()
  }
}
