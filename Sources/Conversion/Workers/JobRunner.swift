import Findings
import Publishing
import Spreadsheet
import SystemCalls
import TrackingModel

/// Does the work on one input after another: reads it, checks it, and writes or returns what comes of it.
final class JobRunner {
  private let settings: RunSettings
  private let pipeline: Pipeline
  private let publisher: Publisher
  private let destination: Destination
  private var partNumber = 0
  private let archives = ArchivedFiles()

  /// What is done with the forms of an input.
  enum Destination: Sendable {
    /// They are only checked.
    case nowhere
    /// They become files in this folder of parts.
    case parts(String)
    /// They are handed over as pieces of a gathered output.
    case gathered

    var isWritten: Bool {
      if case .nowhere = self { false } else { true }
    }
  }

  init(settings: RunSettings, destination: Destination) {
    self.settings = settings
    self.destination = destination
    pipeline = Pipeline(settings: settings.pipeline)
    publisher = Publisher(settings.format, layout: settings.layout, page: settings.pipeline.page)
  }

  /// Takes what comes of an input before its result: for each form the piece of a gathered output, then the `FormResult`.
  typealias Delivery = (Frame.Kind, [UInt8]) throws -> Void

  func run(_ job: Job, deliver: Delivery) -> FileResult {
    if let expected = job.expected, Verification.holds(expected, for: job.input, below: settings.outputFolder, archives)
    {
      return FileResult(.kept)
    }
    var result = FileResult(.done)
    do {
      try run(job, into: &result, deliver)
    } catch let failure as SystemFailure {
      result.stopsRun = failure.concernsWholeRun
      result.failToWrite(
        Finding(.outputFailed, ["path": settings.outputFolder ?? "-", "reason": failure.words]), job.input)
    } catch let refusal as Refusal where result.sha256.isEmpty {
      let outputs = result.outputs
      result = FileResult(.refused, because: refusal.finding.within(Place(file: job.input.label)))
      result.outputs = outputs
    } catch let refusal as Refusal {
      result.failToWrite(refusal.finding, job.input)
    } catch {
      result.failToWrite(Finding(.fileUnreadable, ["reason": String(describing: error)]), job.input)
    }
    if result.needsPerson {
      for output in result.outputs { Rename.remove(output.path) }
      result.outputs = []
    }
    return result
  }

  private func run(_ job: Job, into result: inout FileResult, _ deliver: Delivery) throws {
    var forms: [CheckedForm] = []
    let file = try job.input.open(standardInput: settings.standardInput, archives)
    defer { withExtendedLifetime(file.keptOpen) {} }
    let summary: InputSummary
    do {
      summary = try pipeline.read(
        file.source, named: job.input.name, shownAs: job.input.label, mayBeOwnReport: job.input.isWalked,
        isArchived: file.isArchived, converted: job.converted.map { .file($0) }
      ) { checked in
        result.forms += 1
        var checked = checked
        if destination.isWritten, checked.sources.isEmpty,
          let lost = publisher.lostCharacter(of: checked.form, inStore: settings.store != nil)
        {
          checked.findings.append(lost.within(Place(file: job.input.label)))
        }
        result.formCounts.add(SeverityCounts(checked.findings))
        switch (destination, settings.namePattern) {
        case (.nowhere, _): break
        case (.gathered, _) where settings.store != nil:
          try deliver(.piece, StorePiece.encoded(checked.form, checked.sources))
        case (.gathered, _): try deliver(.piece, settings.format.piece(of: checked.form))
        case (.parts(let folder), let pattern?):
          let wish = pattern.name(of: checked.form, stem: job.input.stemWithoutFolder)
          try write([checked], of: job.input, to: folder, wish: wish, &result)
        case (.parts, nil):
          forms.append(CheckedForm(form: checked.form, findings: checked.findings))
          try publisher.admit(forms.count)
        }
        try deliver(.form, FormResult(checked.form, findings: checked.findings).encoded())
      }
    } catch is OwnReportFound {
      result.outcome = .ownReport
      return
    }
    result.size = summary.size
    result.sha256 = summary.sha256
    result.findings += summary.findings
    if case .parts(let folder) = destination, settings.namePattern == nil {
      try write(forms, of: job.input, to: folder, wish: nil, &result)
    }
  }

  private func write(
    _ forms: [CheckedForm], of input: InputFile, to folder: String, wish: String?, _ result: inout FileResult
  ) throws {
    let (bytes, findings) = try publisher.publish(forms.map(\.form))
    result.findings += findings.map { $0.moved(to: input.label) }
    try writePart(bytes, to: folder, wish: wish, isReview: false, &result)
    if settings.reviews, let marked = try publisher.review(forms, in: settings.language) {
      try writePart(marked, to: folder, wish: wish, isReview: true, &result)
    }
  }

  private func writePart(
    _ bytes: [UInt8], to folder: String, wish: String?, isReview: Bool, _ result: inout FileResult
  ) throws {
    partNumber += 1
    let path = "\(folder)/\(PartFile.name(partNumber))"
    let sha256 = try PartFile.write(bytes, to: path)
    result.outputs.append(WrittenOutput(path: path, sha256: sha256, wish: wish, isReview: isReview))
  }
}

extension Finding {
  /// The same finding, in the file as the run calls it and not as the form does.
  fileprivate func moved(to file: String) -> Finding {
    var copy = self
    copy.place.file = file
    return copy
  }
}

extension InputFile {
  /// What the pipeline reads from. A path that is no UTF-8 goes by way of an open descriptor.
  fileprivate func open(
    standardInput: Descriptor, _ archives: ArchivedFiles
  ) throws(Refusal) -> (source: ByteSource, keptOpen: Any?, isArchived: Bool) {
    if isStandardInput { return (.descriptor(standardInput.number), nil, false) }
    if let archived = try archives.open(self) { return (archived.source, archived.keptOpen, true) }
    if let path = String(validating: path, as: UTF8.self) { return (.file(path), nil, false) }
    let file = try OpenFile(path: path)
    return (.file("/proc/self/fd/\(file.descriptor.number)"), file, false)
  }

  fileprivate var stemWithoutFolder: String { stem.pathComponents.last ?? stem }
}

extension RunSettings {
  /// The folder that outputs go to; nil where they are gathered.
  var outputFolder: String? {
    if case .folder(let path)? = output { path } else { nil }
  }
}
