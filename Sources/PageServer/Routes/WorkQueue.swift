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
      return try WorkAnswer.decode(try await workers.perform(JSON.bytes(work)))
    } catch let refusal as Refusal {
      var answer = WorkAnswer()
      answer.refusals = [FindingView(refusal.finding)]
      return (answer, [])
    }
  }

  /// What a file is, as a line of the list; the file as it was, and where it lies if it was converted.
  func read(_ stored: StoredFile, number: Int, limits: ServeLimits) async throws -> Session.File {
    var file = Session.File(stored: stored)
    let (answer, content) = try await perform(Work(task: .read(formsAtMost: limits.formsPerFile), files: [stored]))
    var summary: FileSummary
    if let refusal = answer.refusals.first {
      summary = FileSummary(name: stored.name, refusedFor: refusal)
    } else {
      summary = try JSON.value(FileSummary.self, from: content)
      file.stored.converted = answer.converted
    }
    summary.id = number
    file.forms = answer.forms
    file.summary = try JSON.bytes(summary)
    return file
  }

  /// The files of an archive, or the file itself where it is none.
  func expand(
    _ upload: RequestBodyReader.Upload, in session: Session, limits: ServeLimits
  ) async throws -> [(number: Int, stored: StoredFile)] {
    let stored = StoredFile(name: upload.name, path: upload.path)
    guard ExtractedFiles.isArchive(named: upload.name) else { return [(upload.number, stored)] }
    let folder = upload.path + ".files"
    try session.makeFolder(folder)
    let task = Work.Task.extract(
      into: folder, mostFiles: session.roomForFiles + 1, mostBytes: session.roomForBytes)
    let (answer, _) = try await perform(Work(task: task, files: [stored]))
    guard !answer.extracted.isEmpty else { return [(upload.number, stored)] }
    var files: [(Int, StoredFile)] = []
    for (index, one) in answer.extracted.enumerated() {
      var file = StoredFile(name: one.name, path: one.path ?? "")
      file.refused = one.refusal
      // The first takes the number of the archive.
      files.append((index == 0 ? upload.number : try session.claim().number, file))
    }
    session.removeFile(upload.path)
    return files
  }
}
