import Findings
import Publishing
import TrackingModel

extension OutputFormat {
  /// Workbooks (ECMA-376): official forms, or a ledger.
  public static let xlsx = OutputFormat(
    "xlsx", name: "XLSX", mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    mostForms: { $0 == .form ? maximumSheets : nil }
  ) { options, sink throws(Refusal) in
    switch options.layout {
    case .form: OfficialForms(options.page, to: sink)
    case .ledger: try LedgerSheets(to: sink)
    }
  }

  /// Forms that one workbook takes as sheets; among more than that no sheet is found again.
  static let maximumSheets = 200
}

/// Writes official forms, each on a sheet: held until all are there.
private final class OfficialForms: FormWriter {
  private let sink: any ByteSink
  private let page: PageSettings
  private var forms: [TrackingForm] = []

  init(_ page: PageSettings, to sink: any ByteSink) {
    self.page = page
    self.sink = sink
  }

  func add(_ form: TrackingForm) { forms.append(form) }

  func finish() throws(Refusal) -> [Finding] {
    let (bytes, findings) = try OfficialPage.workbook(of: forms, settings: page)
    try sink.write(bytes)
    return findings
  }
}

/// Writes a ledger workbook row by row; never held.
private final class LedgerSheets: FormWriter {
  private let sink: any ByteSink
  private let ledger: LedgerWorkbook

  init(to sink: any ByteSink) throws(Refusal) {
    self.sink = sink
    ledger = try LedgerWorkbook(sink.directPath.map { .path($0) } ?? .memory)
  }

  func add(_ form: TrackingForm) throws(Refusal) { try ledger.add(form) }

  func finish() throws(Refusal) -> [Finding] {
    try sink.write(ledger.close())
    return []
  }
}
