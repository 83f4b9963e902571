import GRDB

/// How an older store becomes one of today.
///
/// A migration is a step that is never changed once published. Columns are no migration: they follow the definition of the form, and what a
/// store lacks of them is added when it is next written to.
enum StoreMigrations {
  /// `PRAGMA application_id` of a store: `TkTb`.
  static let applicationID = 0x546B_5462
  /// `PRAGMA user_version` of a store that has come through all steps.
  static let version = 1

  /// - Throws: `DatabaseError` where a statement fails.
  static func bringUpToDate(_ database: Database, _ schema: StoreSchema) throws {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    if found < 1 {
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      for table in schema.tables { for statement in table.sql { try database.execute(sql: statement) } }
    }
    if found < version { try database.execute(sql: "PRAGMA user_version = \(version)") }
    try addMissingColumns(database, schema)
    try renewViews(database, schema)
  }

  private static func addMissingColumns(_ database: Database, _ schema: StoreSchema) throws {
    for table in schema.tables {
      let present = Set(try database.columns(in: table.name).map(\.name))
      for column in table.columns where !present.contains(column.name) {
        try database.execute(sql: "ALTER TABLE \"\(table.name)\" ADD COLUMN \"\(column.name)\" \(column.declaration)")
      }
    }
  }

  /// Makes the views and the documentation anew where they are not those of this program.
  private static func renewViews(_ database: Database, _ schema: StoreSchema) throws {
    let views = StoreView.all(of: schema)
    let present = try String.fetchAll(database, sql: "SELECT sql FROM sqlite_schema WHERE type = 'view' ORDER BY name")
    let documented = try Int.fetchOne(database, sql: "SELECT count(*) FROM documentation")
    guard present != views.sorted(by: { $0.name < $1.name }).map(\.sql) || documented != schema.documented.count else {
      return
    }
    for name in try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'view'") {
      try database.execute(sql: "DROP VIEW \"\(name)\"")
    }
    for view in views { try database.execute(sql: view.sql) }
    try database.execute(sql: "DELETE FROM documentation")
    for row in schema.documented {
      try database.execute(
        sql: schema.documentation.insertion, arguments: [row.table, row.column, row.label, row.path])
    }
  }
}
