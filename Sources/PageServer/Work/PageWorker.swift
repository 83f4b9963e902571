import Conversion
import Findings
import Foundation
import OfficeDocuments
import Publishing
import Spreadsheet
import SystemCalls

/// Answers the server's requests in a process of its own.
package struct PageWorker {
  let pipeline: Pipeline
  /// The path of soffice; nil where it is never started.
  let office: String?
  /// The path of bsdtar; nil where it is never started.
  let unpacker: String?
  let limits: FileLimits

  /// - Parameters:
  ///   - settings: What a profile says, for every file.
  ///   - office: The path of soffice; nil where it is never started.
  ///   - unpacker: The path of bsdtar; nil where it is never started.
  package init(settings: PipelineSettings, office: String?, unpacker: String?, limits: FileLimits) {
    pipeline = Pipeline(settings: settings)
    self.office = office
    self.unpacker = unpacker
    self.limits = limits
  }

  /// Serves until the server closes the pipe or dies.
  package func run() {
    RequestServer.run(limits: limits) { answer($0) }
  }

  func answer(_ request: [UInt8]) -> [UInt8] {
    do {
      let work = try JSONDecoder().decode(Work.self, from: Data(request))
      return try perform(work)
    } catch {
      return Self.refused(error).encoded(with: [])
    }
  }

  private static func refused(_ error: any Error) -> WorkAnswer {
    var answer = WorkAnswer()
    let refusal = (error as? Refusal) ?? Refusal(.serviceFault, ["reason": String(describing: error)])
    answer.refusals = [FindingView(refusal.finding)]
    return answer
  }

  private func perform(_ work: Work) throws -> [UInt8] {
    var answer = WorkAnswer()
    switch work.task {
    case .read(let most):
      var summary = FileSummary(name: work.files[0].name)
      let (read, converted) = try read(work.files[0], formsAtMost: most) { summary.add($0) }
      summary.findings = read.findings.map { FindingView($0) }
      summary.counts.add(SeverityCounts(read.findings))
      answer.forms = summary.forms.count
      answer.counts = summary.counts
      answer.converted = converted
      return answer.encoded(with: try JSON.bytes(summary))
    case .extract(let folder, let files, let bytes):
      answer.extracted = extracted(from: work.files[0], into: folder, mostFiles: files, mostBytes: bytes)
      return answer.encoded(with: [])
    case .paste(let table):
      let workbook = try table.workbook()
      try PrivateFolder.write(workbook, to: work.files[0].path)
      return answer.encoded(with: [])
    case .form(let number, let cells): return try form(number, of: work.files[0], cells: cells, answer)
    case .output(let output, let number):
      return try OutputWork(pipeline: pipeline, language: work.spoken, office: self)
        .answer(output, of: work.files, form: number)
    case .template:
      answer.mediaType = MediaType.xlsx
      answer.fileName = work.spoken.pick("财政项目支出绩效跟踪表（空表）.xlsx", "tracking-form-empty.xlsx")
      return answer.encoded(with: try OfficialTemplate.workbook(settings: pipeline.settings.page))
    }
  }

  /// - Returns: Nothing for a file that is no archive.
  private func extracted(
    from file: StoredFile, into folder: String, mostFiles: Int, mostBytes: Int
  ) -> [WorkAnswer.Extracted] {
    do throws(Refusal) {
      let found = try ExtractedFiles(
        file.path, named: file.name, into: folder, mostFiles: mostFiles, mostBytes: mostBytes, unpacker: unpacker,
        costs: limits)
      return (found?.files ?? []).map { one in
        switch one.content {
        case .success(let path):
          .init(name: one.name, path: path, bytes: FileStatus(following: path)?.size ?? 0)
        case .failure(let refusal): .init(name: one.name, refusal: StoredRefusal(refusal))
        }
      }
    } catch {
      return [.init(name: file.name, refusal: StoredRefusal(error))]
    }
  }

  private func form(_ number: Int, of file: StoredFile, cells: Int, _ answer: WorkAnswer) throws -> [UInt8] {
    var count = 0
    var found: CheckedForm?
    _ = try read(file) { checked in
      if count == number { found = checked }
      count += 1
    }
    guard let found else { throw Refusal(.serviceNotFound) }
    let input = file.converted ?? file.path
    // Canonical JSON has no sheet.
    let inspection =
      found.sources.isEmpty ? nil : try? Inspection(of: .file(input), settings: pipeline.settings, showing: cells)
    let sheet = inspection?.sheets.first { $0.sheet.info.name == found.sources.sheet }
    let view = FormView(
      found, number: number, of: file, source: sheet.map { FormView.Source($0) }, settings: pipeline.settings.page)
    return answer.encoded(with: try JSON.bytes(view))
  }

  /// Reads a file, by way of LibreOffice where no other reader takes it.
  ///
  /// - Parameter limit: The forms that a file may have.
  /// - Returns: What there is to say of the file as a whole, and where it lies if it was converted now.
  @discardableResult
  func read(
    _ file: StoredFile, formsAtMost limit: Int = .max, receive: (CheckedForm) throws -> Void
  ) throws -> (InputSummary, converted: String?) {
    try file.checkThere()
    var count = 0
    func deliver(_ checked: CheckedForm) throws {
      count += 1
      guard count <= limit else { throw Refusal(.serviceTooManyForms, ["limit": String(limit)]) }
      try receive(checked)
    }
    func read(_ converted: String?) throws -> InputSummary {
      try pipeline.read(
        .file(file.path), named: file.name, converted: converted.map { .file($0) }, amending: file.amend,
        receive: deliver)
    }
    if let converted = file.converted { return (try read(converted), converted) }
    do {
      return (try read(nil), nil)
    } catch let refusal as Refusal {
      guard count == 0, let office, OfficeKind(refusal.finding) != nil else { throw refusal }
      guard
        let document = try OfficeInput(
          .file(file.path), refusedFor: refusal, program: office, seconds: limits.seconds)
      else { throw refusal }
      return try withExtendedLifetime(document) {
        let place = file.path + ".converted"
        let bytes = try document.source.bytes()
        do throws(SystemFailure) {
          try PrivateFolder.write(bytes, to: place)
        } catch {
          throw Refusal(.officeFailed, ["reason": error.words])
        }
        return (try read(place), place)
      }
    }
  }
}
