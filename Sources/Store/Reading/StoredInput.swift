import Conversion
import Findings
import Foundation
import GRDB
import TrackingModel

/// What a store says of an input besides its forms.
enum StoredInput {
  static func file(at path: String, _ database: Database) throws -> StoredFile? {
    let statement = try database.cachedStatement(
      sql: "SELECT path, name, sha256, size, outcome, form_count, settings FROM file WHERE file_id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [FileNumber.of(path)]), try row.text(0) == path
    else { return nil }
    return StoredFile(
      path: path, name: try row.requiredText(1), sha256: try row.text(2), size: try row.requiredInteger(3),
      isDone: try row.text(4) == "done", forms: try row.requiredInteger(5), settings: try row.requiredText(6))
  }

  static func formCount(of path: String, _ database: Database) throws -> Int {
    try file(at: path, database)?.forms ?? 0
  }

  /// The findings of one form, or those of no form.
  static func findings(of path: String, form: Int?, _ database: Database) throws -> [Finding] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT rule, severity, member, sheet, cells, field, part, line, "column", byte_offset, "values"
        FROM finding WHERE file_id = ? AND form_no IS ? ORDER BY finding_no
        """)
    return try Row.fetchAll(statement, arguments: [FileNumber.of(path), form]).map { row in
      let values = try JSONDecoder().decode([String: String].self, from: Data(row.requiredText(10).utf8))
      let name = try row.requiredText(0)
      guard let rule = Rule.named(name), let severity = Severity(rawValue: try row.requiredText(1)),
        rule.placeholders.isSubset(of: values.keys)
      else { throw StoreFault("rule = \(name)") }
      let position = BytePosition(
        part: try row.text(6), line: try row.integer(7), column: try row.integer(8), byteOffset: try row.integer(9))
      let place = Place(
        file: try row.text(2) ?? path, sheet: try row.text(3), cells: try row.text(4).flatMap { CellRange($0) },
        field: try row.text(5), position: position == BytePosition() ? nil : position)
      var finding = Finding(rule, at: place, values)
      finding.severity = severity
      return finding
    }
  }
}
