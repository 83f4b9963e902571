import Foundation
import GRDB

/// A store as any program with SQLite sees it.
struct OpenedStore {
  private let queue: DatabaseQueue

  init(_ path: String) throws { queue = try DatabaseQueue(path: path) }

  /// The rows of a query, each value as text; `NULL` for none.
  func rows(_ sql: String) throws -> [[String]] {
    try queue.read { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { value in
          switch value.storage {
          case .null: "NULL"
          case .int64(let number): String(number)
          case .double(let number): String(number)
          case .string(let text): text
          case .blob: "blob"
          }
        }
      }
    }
  }

  /// One value.
  func value(_ sql: String) throws -> String? { try rows(sql).first?.first }

  func execute(_ sql: String) throws { try queue.write { try $0.execute(sql: sql) } }

  /// All rows of all tables, whatever order they were put in.
  func contents() throws -> [String: [[String]]] {
    var contents: [String: [[String]]] = [:]
    for name in try rows("SELECT name FROM sqlite_schema WHERE type = 'table'").compactMap(\.first) {
      let columns = try rows("SELECT name FROM pragma_table_info('\(name)')").compactMap(\.first)
      let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
      contents[name] = try rows("SELECT \(list) FROM \"\(name)\" ORDER BY \(list)")
    }
    return contents
  }

  /// Whether SQLite finds nothing wrong with the file and its references.
  var isSound: Bool {
    get throws {
      try value("PRAGMA integrity_check") == "ok" && rows("PRAGMA foreign_key_check").isEmpty
    }
  }
}
