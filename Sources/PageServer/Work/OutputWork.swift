import Conversion
import Findings
import Publishing
import TrackingModel

/// Makes what can be taken away, from the uploaded files as they are and what was typed over in them.
struct OutputWork {
  let pipeline: Pipeline
  let language: Language
  let office: PageWorker

  /// A file that was read, or why it was not.
  private struct ReadFile {
    let file: StoredFile
    var forms: [CheckedForm] = []
    var findings: [Finding] = []
    var isRefused = false
  }

  /// - Parameter form: The only form that is wanted, by its number in the only file; nil for all.
  func answer(_ output: Output, of files: [StoredFile], form number: Int?) throws -> [UInt8] {
    let read = files.map { self.read($0, form: number) }
    var answer = WorkAnswer()
    answer.forms = read.reduce(0) { $0 + $1.forms.count }
    for file in read {
      answer.counts.add(SeverityCounts(file.findings + file.forms.flatMap(\.findings)))
    }
    let forms = read.flatMap(\.forms)
    if !output.isReport {
      answer.refusals = read.filter(\.isRefused).flatMap(\.findings).map { FindingView($0) }
      if forms.isEmpty { return answer.encoded(with: []) }
    }
    let content: [UInt8]
    switch output {
    case .forms: content = try workbooks(read, &answer)
    case .review: content = try reviews(read, &answer)
    case .ledger: content = try publish(forms, Publisher(.xlsx, layout: .ledger), name("台账", "ledger", "xlsx"), &answer)
    case .combined(let format):
      let name = format.isLedger ? name("台账", "ledger", format.rawValue) : stem(read) + "." + format.rawValue
      content = try publish(forms, Publisher(format), name, &answer)
    case .corrections: content = try report(read, .xlsx, MediaType.xlsx, &answer)
    case .correctionsPage: content = try report(read, .html, MediaType.html, &answer)
    case .report: content = try report(read, .json, MediaType.json, &answer)
    }
    return answer.encoded(with: content)
  }

  private func read(_ file: StoredFile, form number: Int?) -> ReadFile {
    var result = ReadFile(file: file)
    var count = 0
    do {
      let (summary, _) = try office.read(file) { checked in
        if number == nil || number == count { result.forms.append(checked) }
        count += 1
      }
      result.findings = number == nil ? summary.findings : []
    } catch {
      let refusal = (error as? Refusal) ?? Refusal(.serviceFault, ["reason": String(describing: error)])
      result.isRefused = true
      result.forms = []
      result.findings = [refusal.within(Place(file: file.name)).finding]
    }
    return result
  }

  private func publish(
    _ forms: [CheckedForm], _ publisher: Publisher, _ name: String, _ answer: inout WorkAnswer
  ) throws -> [UInt8] {
    answer.mediaType = publisher.format.mediaType
    answer.fileName = name
    return try publisher.publish(forms.map(\.form)).bytes
  }

  private var officialPublisher: Publisher { Publisher(.xlsx, page: pipeline.settings.page) }

  /// One workbook a file; of several files an archive.
  private func workbooks(_ read: [ReadFile], _ answer: inout WorkAnswer) throws -> [UInt8] {
    let publisher = officialPublisher
    return try gather(read.filter { !$0.forms.isEmpty }, &answer, name("官方表", "forms", "zip")) { file in
      guard file.forms.count <= Publisher.maximumSheets else {
        throw Refusal(.outputTooManySheets, ["limit": String(Publisher.maximumSheets)])
      }
      return try publisher.publish(file.forms.map(\.form)).bytes
    }
  }

  /// Of the forms with errors or warnings.
  private func reviews(_ read: [ReadFile], _ answer: inout WorkAnswer) throws -> [UInt8] {
    let publisher = officialPublisher
    let doubtful = read.filter { $0.forms.contains { $0.findings.contains { $0.severity > .note } } }
    if doubtful.isEmpty { return [] }
    let mark = ReviewCopy.nameMark(in: language)
    return try gather(doubtful, &answer, name("核对件", "review", "zip"), mark: mark) { file in
      try publisher.review(file.forms, in: language) ?? []
    }
  }

  private func gather(
    _ read: [ReadFile], _ answer: inout WorkAnswer, _ archiveName: String, mark: String = "",
    _ make: (ReadFile) throws -> [UInt8]
  ) throws -> [UInt8] {
    var names = OutputNames()
    if read.count == 1 {
      answer.mediaType = MediaType.xlsx
      let path = names.claim(stem(read), mark: mark, fileExtension: "xlsx")
      answer.fileName = path.split(separator: "/").last.map(String.init)
      return try make(read[0])
    }
    var archive = StoredArchive()
    for file in read {
      try archive.add(make(file), named: names.claim(Self.stem(of: file.file.name), mark: mark, fileExtension: "xlsx"))
    }
    answer.mediaType = MediaType.zip
    answer.fileName = archiveName
    return archive.close()
  }

  private func report(
    _ read: [ReadFile], _ format: ReportFormat, _ type: String, _ answer: inout WorkAnswer
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let report = try Report(format, language: language) { bytes += $0 }
    for file in read {
      try report.add(
        ReportedFile(
          file: file.file.name, outcome: file.isRefused ? .refused : .done,
          forms: ReportedForms(file.forms.map { ReportedForm($0.form, findings: $0.findings) }),
          findings: file.findings, outputs: []))
    }
    try report.finish()
    answer.mediaType = type
    answer.fileName = name("整改清单", "corrections", format.rawValue)
    return bytes
  }

  private func name(_ chinese: String, _ english: String, _ fileExtension: String) -> String {
    language.pick(chinese, english) + "." + fileExtension
  }

  /// What an output of one file is called; of several files by what they are.
  private func stem(_ read: [ReadFile]) -> String {
    guard read.count == 1 else { return language.pick("跟踪表", "forms") }
    return Self.stem(of: read[0].file.name)
  }

  /// The name without its extension.
  private static func stem(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex, !name[dot...].contains("/") else { return name }
    return String(name[..<dot])
  }
}
