import Findings
import Publishing
import SystemCalls

/// Into a store: every input with all that is known of it, in the place of what the store has under its path. The store is its own journal.
///
/// A store that is there and may be replaced stays until the first input is read: a run that reads none, of a path mistyped, leaves it as it
/// leaves any other output.
final class StoreOutlet: Outlet {
  private let settings: RunSettings
  private let open: () throws(Refusal) -> any FormStoreWriter
  /// nil while the store that is there stays.
  private var writer: (any FormStoreWriter)?
  /// What was not read meanwhile.
  private var refused: [(file: StoredFile, findings: [Finding])] = []
  /// After so many it is replaced all the same, for what is said of them.
  private static let mostRefused = 1_000

  init(
    _ store: any FormStore, _ path: String, settings: RunSettings, guardedBy outputs: OutputGuard
  ) throws(Refusal) {
    self.settings = settings
    if let objection = outputs.objection(to: path, mayReplace: settings.replaces || settings.resumes) {
      throw Refusal(objection)
    }
    open = { () throws(Refusal) in
      try store.open(path, settings.resumes ? .goOn : .anew, language: settings.language)
    }
    if settings.resumes || FileStatus(ofName: path) == nil { writer = try open() }
  }

  func prepare(_ job: inout Job, target: RunPlan.Target?) -> Finding? {
    guard settings.resumes, let file = try? writer?.file(at: job.input.label), file.isDone, let sha256 = file.sha256,
      file.settings == settings.fingerprint, file.name == job.input.name
    else { return nil }
    job.expected = Job.Expectation(inputSHA256: sha256, outputs: [])
    return nil
  }

  func settle(_ result: FileResult, of job: Job, in order: InOrder) throws -> FileResult {
    guard result.outcome == .kept, let writer, let file = try writer.file(at: job.input.label) else { return result }
    var result = result
    result.size = file.size
    result.sha256 = file.sha256 ?? ""
    result.findings = try writer.findings(of: file.path)
    try writer.forEachForm(of: file.path) { form, findings in
      result.forms += 1
      result.formCounts.add(SeverityCounts(findings))
      try order.hold(.form, FormResult(form, findings: findings).encoded(), of: job.ordinal)
    }
    return result
  }

  func conclude(_ held: InOrder.Held) throws -> FileResult {
    let result = held.result
    guard result.outcome == .done || result.outcome == .refused else { return result }
    let file = StoredFile(
      path: held.job.input.label, name: held.job.input.name, sha256: result.sha256.isEmpty ? nil : result.sha256,
      size: result.size, isDone: result.outcome == .done, forms: result.outcome == .done ? result.forms : 0,
      settings: settings.fingerprint)
    if writer == nil, !file.isDone, refused.count < Self.mostRefused {
      refused.append((file, result.findings))
      return result
    }
    try storeWriter().replace(file, result.findings) { receive in
      guard file.isDone else { return }
      var piece = StorePiece()
      try held.frames.forEach { frame in
        switch frame.kind {
        case .piece: piece = try StorePiece(encoded: frame.content)
        case .form:
          try receive(
            StoredForm(piece.form, findings: FormResult(encoded: frame.content).findings, cells: piece.cells))
        default: break
        }
      }
    }
    return result
  }

  private func storeWriter() throws -> any FormStoreWriter {
    if let writer { return writer }
    let opened = try open()
    writer = opened
    for (file, findings) in refused { try opened.replace(file, findings) { _ in } }
    refused = []
    return opened
  }

  func advance() throws { try writer?.advance() }

  func finish() throws -> [Finding] {
    try writer?.close()
    return []
  }

  /// What was done stays, to be gone on with.
  func abandon() throws { try writer?.close() }
}
