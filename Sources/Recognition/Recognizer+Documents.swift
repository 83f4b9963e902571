import Findings
import Spreadsheet

extension Recognizer {
  /// The workbook with the tables of a document put together to forms; any other workbook as it is.
  ///
  /// `recognize` does so by itself. A caller that shows cells beside what was recognized in them takes them from here.
  package func joiningTables(of workbook: any Workbook) throws(Refusal) -> any Workbook {
    guard workbook.format == .docx, !(workbook is JoinedTables) else { return workbook }
    return try JoinedTables(workbook, synonymIndex: synonymIndex)
  }
}
