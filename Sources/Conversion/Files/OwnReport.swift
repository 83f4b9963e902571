import Findings
import Publishing
import Spreadsheet

/// Files that this program wrote about other files, known by their content: no inputs, wherever they lie.
enum OwnReport {
  private static let headLength = 4096

  /// Whether a file is a report or a log of this program; false where it cannot be read.
  static func isCarried(by path: String) -> Bool {
    guard let head = try? OpenFile(path: path).read(upTo: headLength) else { return false }
    if isText(head) { return true }
    guard head.starts(with: "PK".utf8), let workbook = try? Workbooks.open(path: path) else { return false }
    return isCarried(by: workbook)
  }

  /// Whether the beginning of a text file is that of a report or a log.
  static func isText(_ head: some Collection<UInt8>) -> Bool {
    ReportMark.isCarried(byText: head) || isLogBeginning(head)
  }

  /// Whether a workbook is a report. The properties are looked at only where the names of the sheets are those of one.
  static func isCarried(by workbook: any Workbook) -> Bool {
    guard ReportMark.mayBeCarried(bySheets: workbook.sheets.map(\.name)),
      let properties = try? (workbook as? XLSXWorkbook)?.documentProperties()
    else { return false }
    return ReportMark.isCarried(byTitle: properties.title, keywords: properties.keywords)
  }

  /// Whether a file is a log of this program.
  static func isLog(_ path: String) -> Bool {
    guard let head = try? OpenFile(path: path).read(upTo: headLength) else { return false }
    return isLogBeginning(head)
  }

  private static func isLogBeginning(_ head: some Collection<UInt8>) -> Bool {
    head.starts(with: #"{"event":"start","milliseconds":"#.utf8)
  }
}
