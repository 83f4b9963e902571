import Conversion
import Findings
import HTTPTypes
import Recognition

/// Has work done by the workers.
struct WorkQueue: Sendable {
  let workers: RequestWorkers

  /// - Returns: What the worker says, with why there is no content where it was stopped or died.
  /// - Throws: `CancellationError` where the request was canceled.
  func perform(_ work: Work) async throws -> (answer: WorkAnswer, content: ArraySlice<UInt8>) {
    do {
      return try await answer(work)
    } catch let refusal as Refusal {
      var answer = WorkAnswer()
      answer.refusals = [FindingView(refusal.finding)]
      return (answer, [])
    }
  }

  /// - Throws: A `Refusal` where the worker was stopped or died, `CancellationError` where the request was canceled.
  private func answer(_ work: Work) async throws -> (answer: WorkAnswer, content: ArraySlice<UInt8>) {
    try WorkAnswer.decode(try await workers.perform(JSON.bytes(work), shares: work.shares))
  }

  /// What a file is, as a line of the list; the file as it was, and where it lies if it was converted.
  ///
  /// - Parameter file: As it is in the session, or will be.
  func read(_ file: Session.File, number: Int, limits: ServeLimits) async throws -> Session.File {
    var file = file
    let (answer, content) = try await perform(
      Work(task: .read(formsAtMost: limits.formsPerFile), files: [file.stored]))
    var summary: FileSummary
    if let refusal = answer.refusals.first {
      summary = FileSummary(name: file.stored.name, refusedFor: refusal)
    } else {
      summary = try JSON.value(FileSummary.self, from: content)
      file.stored.converted = answer.converted
    }
    summary.id = number
    summary.place = file.place
    file.forms = answer.forms
    file.isRefused = summary.outcome == .refused
    file.summary = try JSON.bytes(summary)
    return file
  }

  /// An uploaded file, or one out of an archive that was uploaded.
  typealias Incoming = (claim: Claim, stored: StoredFile)

  /// The files of an archive, or the file itself where it is none.
  func expand(
    _ upload: RequestBodyReader.Upload, in session: Session, limits: ServeLimits
  ) async throws -> [Incoming] {
    let archive = upload.claim
    var stored = StoredFile(name: upload.name, path: archive.path)
    guard ExtractedFiles.isArchive(named: upload.name) else { return [(archive, stored)] }
    let folder = archive.path + ".files"
    try Session.makeFolder(folder)
    let task = Work.Task.extract(
      into: folder, mostFiles: session.filesLeft + 1, mostBytes: session.bytesLeft)
    let extracted: [WorkAnswer.Extracted]
    do {
      extracted = try await answer(Work(task: task, files: [stored])).answer.extracted
    } catch let refusal as Refusal {
      stored.refused = StoredRefusal(refusal)
      return [(archive, stored)]
    }
    guard !extracted.isEmpty else { return [(archive, stored)] }
    // The files are counted in place of the archive.
    archive.giveBack()
    return try extracted.map { one in
      let claim = try session.claim(at: one.path ?? folder)
      try claim.reserve(one.bytes)
      var file = StoredFile(name: one.name, path: one.path ?? "")
      file.refused = one.refusal
      return (claim, file)
    }
  }
}
