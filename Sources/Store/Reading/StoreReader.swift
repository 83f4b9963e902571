import Conversion
import Findings
import GRDB
import TrackingModel

/// Reads the forms of a store, one at a time.
struct StoreReader {
  private let path: String
  private let schema: StoreSchema
  private let queue: DatabaseQueue

  init(_ path: String, _ schema: StoreSchema) throws(Refusal) {
    self.path = path
    self.schema = schema
    queue = try StoreFile.forReading(path)
  }

  /// Hands over all forms by path, those of an input in its order.
  ///
  /// - Throws: A refusal where a row says what no form can, or has a column that is unknown here; what `receive` throws.
  func forEachForm(_ receive: (TrackingForm) throws -> Void) throws {
    try checkColumns()
    var stopped: (any Error)?
    try StoreFile.refusing(path, reads: true) {
      try queue.read { database in
        let rows = try FormRows(database, schema)
        let files = try Row.fetchCursor(database, sql: "SELECT file_id, form_count FROM file ORDER BY path")
        while let file = try files.next() {
          let (id, count) = (try file.requiredInteger(0), try file.requiredInteger(1))
          var number = 0
          while number < count {
            number += 1
            let form = try rows.form(number, of: Int64(id))
            guard form.valueCount <= TrackingForm.mostValues else {
              throw Refusal.exceeded("valuesOfForm", TrackingForm.mostValues)
            }
            do { try receive(form) } catch {
              stopped = error
              return
            }
          }
        }
      }
    }
    if let stopped { throw stopped }
  }

  /// - Throws: `store.newer` where the store has columns that are unknown here.
  func checkColumns() throws(Refusal) {
    try StoreFile.refusing(path, reads: true) { try queue.read { try checkColumns($0) } }
  }

  /// Nothing is left out: a column that a later program has added holds values that this one would lose.
  private func checkColumns(_ database: Database) throws {
    for table in [schema.forms, schema.budgetLine, schema.indicators, schema.extra] {
      let known = Set(table.columns.map(\.name))
      guard try database.columns(in: table.name).allSatisfy({ known.contains($0.name) }) else {
        throw Refusal(.storeNewer, ["path": path])
      }
    }
  }
}
