import Conversion

/// What can be taken away.
enum Output: Hashable, Sendable {
  /// The official form: a workbook, or an archive of workbooks where there are several files.
  case forms
  /// The same with what is doubtful marked, of the forms that are.
  case review
  /// 台账 as a workbook.
  case ledger
  /// All forms in a file of a format that is no workbook.
  case combined(OutputFormat)
  /// 整改清单.
  case corrections
  /// The same to read and print.
  case correctionsPage
  /// The same for programs.
  case report

  /// What is made of forms, and of no file that is refused.
  static let ofForms: [Output] =
    combined.filter { !$0.isLedger }.map { .combined($0) } + [.forms, .review, .ledger]
    + combined.filter(\.isLedger).map { .combined($0) }
  /// What says of refused files why they are.
  static let reports: [Output] = [.report, .corrections, .correctionsPage]

  private static let combined = OutputFormat.allCases.filter { $0 != .xlsx }

  var isReport: Bool { Self.reports.contains(self) }

  /// The media types that ask for it, without parameters.
  var acceptedTypes: [String] {
    switch self {
    case .forms: [MediaType.xlsx, MediaType.zip]
    case .combined(let format): [format.mediaType.split(separator: ";").first.map(String.init) ?? format.mediaType]
    case .review, .ledger, .corrections, .correctionsPage, .report: []
    }
  }
}

extension Output: RawRepresentable, CaseIterable, Codable {
  static let allCases = ofForms + reports

  /// What it is called in addresses.
  var rawValue: String {
    switch self {
    case .forms: "forms"
    case .review: "review"
    case .ledger: "ledger"
    case .combined(let format): format.rawValue
    case .corrections: "corrections"
    case .correctionsPage: "corrections-page"
    case .report: "report"
    }
  }

  init?(rawValue: String) {
    guard let output = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = output
  }
}
