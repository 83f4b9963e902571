import Checking
import Findings
import Recognition
import Spreadsheet
import TrackingModel

/// One input through all modules: bytes → sheet → form → findings.
///
/// An input is a path, bytes in memory, or an open descriptor; nothing here needs a file system. Canonical JSON and JSON
/// Lines enter at the model and skip the first two modules.
public struct Pipeline: Sendable {
  /// What each step is told.
  public let settings: PipelineSettings
  /// Made once for all inputs: a profile's synonyms are looked up in a vocabulary of their own, and what the words of one input were found
  /// to say holds for the next.
  private let recognizer: Recognizer

  public init(settings: PipelineSettings = .init()) {
    self.settings = settings
    recognizer = Recognizer(settings: settings.recognition)
  }

  /// Reads an input and passes its forms on one by one, each checked and with its source filled in.
  ///
  /// - Parameters:
  ///   - source: Where the bytes come from.
  ///   - name: What the input is called in `source.file`.
  ///   - label: What findings call it; its name where not given.
  /// - Throws: A `Refusal` where the input cannot be used at all, or has changed while it was read, in which case what was handed over is
  ///   void; what `receive` throws.
  public func read(
    _ source: ByteSource, named name: String, shownAs label: String? = nil, receive: (CheckedForm) throws -> Void
  ) throws -> InputSummary {
    try read(source, named: name, shownAs: label, mayBeOwnReport: false, isArchived: false, receive: receive)
  }

  /// Reads an input in whose forms a person has changed something since it was read before.
  ///
  /// - Parameters:
  ///   - converted: What the input was converted into by another program: that is read in its place, under its name and hash.
  ///   - amend: Changes a form, by its number in the input, between recognition and the rules.
  public func read(
    _ source: ByteSource, named name: String, converted: ByteSource?,
    amending amend: @escaping (Int, inout RecognizedForm) throws -> Void, receive: (CheckedForm) throws -> Void
  ) throws -> InputSummary {
    try read(
      source, named: name, shownAs: nil, mayBeOwnReport: false, isArchived: false, converted: converted,
      amending: amend, receive: receive)
  }

  /// - Parameters:
  ///   - isArchived: Whether the input comes out of an archive, so that it is refused as one itself.
  ///   - converted: What the input was converted into: that is read in its place.
  /// - Throws: `OwnReportFound` as well, where the input is a report of this program and may be one.
  func read(
    _ source: ByteSource, named name: String, shownAs label: String?, mayBeOwnReport: Bool, isArchived: Bool,
    converted: ByteSource? = nil, amending amend: ((Int, inout RecognizedForm) throws -> Void)? = nil,
    receive: (CheckedForm) throws -> Void
  ) throws -> InputSummary {
    let place = Place(file: label ?? name)
    do {
      let input = try InputBytes(source)
      if mayBeOwnReport, OwnReport.isText(input.head) { throw OwnReportFound() }
      let checker = Checker(settings: settings.checking)
      let account = AccountBook(settings.accountsForCells)
      var count = 0
      var meter = FindingMeter()
      func deliver(_ recognized: RecognizedForm, _ origin: Source?, at place: Place) throws {
        var recognized = recognized
        try amend?(count, &recognized)
        count += 1
        var checked = CheckedForm(form: recognized.form, sources: recognized.sources)
        checked.form.source = origin
        let findings =
          recognized.findings.compactMap { settings.checking.adjusted($0) }
          + checker.check(
            checked.form, sources: recognized.sources, besides: recognized.findings)
        checked.findings = findings.map { $0.within(place) }
        try meter.add(checked)
        try receive(checked)
      }
      let found: [Finding]
      if input.isJSON {
        found = try readJSON(input) { try deliver($0, $1, at: place) }
      } else if let store = settings.store, store.begins(input.head) {
        try StoreInput.read(store, from: source, input) { form in
          try deliver(RecognizedForm(form: form, sources: SourceMap(), findings: []), form.source, at: place)
        }
        found = []
      } else {
        found = try readWorkbookOrArchive(
          input, named: name, at: place, mayBeOwnReport: mayBeOwnReport, isArchived: isArchived, converted, account,
          deliver)
      }
      try input.confirmUnchanged()
      let isSilent = count == 0 && !found.contains { $0.severity > .note }
      let findings = (found + (isSilent ? [Finding(.fileWithoutForms)] : []))
        .compactMap { settings.checking.adjusted($0)?.within(place) }
      try meter.add(findings)
      return InputSummary(
        sha256: input.sha256, size: input.size, forms: count, findings: findings, account: account.account)
    } catch let refusal as Refusal {
      throw (FileName.isUnfinishedDownload(Array(name.utf8)) ? Refusal(.fileNotDownloaded) : refusal).within(place)
    }
  }

  private typealias Delivery = (RecognizedForm, Source?) throws -> Void

  /// JSON input keeps the source it names.
  private func readJSON(_ input: InputBytes, _ deliver: Delivery) throws -> [Finding] {
    func deliverForm(_ form: TrackingForm) throws {
      try deliver(RecognizedForm(form: form, sources: SourceMap(), findings: []), form.source)
    }
    // A store of many forms is JSON Lines, and is read line by line.
    if case .file(let path) = input.byteSource, try JSONLines.isBeginning(of: path) {
      try JSONLines.read(path, deliverForm)
    } else {
      try CanonicalJSON.forEachForm(in: input.wholeBytes(), deliverForm)
    }
    return []
  }

  /// Reads an archive that has the name of something else, such as a workbook, file by file.
  private func readWorkbookOrArchive(
    _ input: InputBytes, named name: String, at place: Place, mayBeOwnReport: Bool, isArchived: Bool,
    _ converted: ByteSource?, _ account: AccountBook, _ deliver: (RecognizedForm, Source?, Place) throws -> Void
  ) throws -> [Finding] {
    do {
      return try readWorkbook(input, converted, named: name, mayBeOwnReport: mayBeOwnReport, account) {
        try deliver($0, $1, place)
      }
    } catch let refusal as Refusal where refusal.finding.rule == .fileIsArchive {
      guard FileArchive.begins(input.head) else { throw refusal }
      guard !isArchived else { throw Refusal(.archiveNested) }
      var findings: [Finding] = []
      var count = 0
      for file in try MisnamedArchive(input.byteSource, limits: settings.reading.limits).files {
        let memberPlace = Place(file: (place.file ?? name) + "/" + file.name)
        do {
          let member = try InputBytes(.bytes(file.bytes()))
          let found =
            try member.isJSON
            ? readJSON(member) { try deliver($0, $1, memberPlace) }
            : readWorkbook(member, nil, named: name + "/" + file.name, mayBeOwnReport: false, account) {
              try deliver($0, $1, memberPlace)
            }
          findings += found.map { $0.within(memberPlace) }
          count += 1
        } catch let refusal as Refusal {
          findings.append(refusal.finding.within(memberPlace))
        }
      }
      // Where nothing in it can be read, it is what it is: an archive, with the reason of the first file.
      guard count > 0 else { throw findings.first.map { Refusal($0) } ?? refusal }
      return [Finding(.archiveOtherName, ["count": String(count)])] + findings
    }
  }

  private func readWorkbook(
    _ input: InputBytes, _ converted: ByteSource?, named name: String, mayBeOwnReport: Bool, _ account: AccountBook,
    _ deliver: Delivery
  ) throws -> [Finding] {
    let workbook = try Workbooks.open(converted ?? input.byteSource, options: settings.reading)
    if mayBeOwnReport, OwnReport.isCarried(by: workbook) { throw OwnReportFound() }
    let findings = try recognizer.recognize(workbook, roles: account.roles) { recognized in
      var origin = recognized.form.source ?? Source()
      origin.file = name
      origin.sha256 = input.sha256
      origin.sheet = origin.sheet ?? recognized.sources.sheet
      origin.cells = origin.cells ?? recognized.sources.extent?.a1
      try deliver(recognized, origin)
    }
    return workbook.findings + findings
  }
}

/// The input is a report that this program wrote: nothing to be read.
struct OwnReportFound: Error {}

extension SourceMap {
  /// The smallest rectangle around all cells that fields were read from.
  fileprivate var extent: CellRange? { CellRange(around: cells.values.joined()) }
}
