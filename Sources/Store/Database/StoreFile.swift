import Conversion
import Findings
import GRDB
import SystemCalls

/// A database file, opened; what SQLite throws becomes a refusal.
enum StoreFile {
  /// The files that SQLite keeps beside a database while it is written to: how their names end, and the bytes that they begin with
  /// (SQLite, Database File Format, sections 3 and 4, and Walindex File Format, section 1).
  private static let companions: [(suffix: String, marks: [[UInt8]])] = [
    ("-wal", [[0x37, 0x7F, 0x06, 0x82], [0x37, 0x7F, 0x06, 0x83]]),
    ("-journal", [[0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]]),
    ("-shm", [[0x18, 0xE2, 0x2D, 0x00], [0x00, 0x2D, 0xE2, 0x18]]),
  ]

  /// - Throws: A refusal where there is no store of this program, or it is left unfinished or newer than this program.
  static func forReading(_ path: String) throws(Refusal) -> DatabaseQueue {
    for companion in companions.dropLast() where (FileStatus(following: path + companion.suffix)?.size ?? 0) > 0 {
      throw Refusal(.storeUnfinished, ["path": path])
    }
    var configuration = Configuration()
    configuration.readonly = true
    // A file that somebody sent may hold views and triggers of its own: they get to call nothing.
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
      try database.execute(sql: "PRAGMA cell_size_check = ON")
    }
    return try refusing(path, reads: true) {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { try check($0, path, mayBeEmpty: false) }
      return queue
    }
  }

  /// Opens a store alone: nobody else reads or writes it meanwhile.
  static func forWriting(_ path: String, _ mode: StoreMode, _ schema: StoreSchema) throws(Refusal) -> DatabaseQueue {
    if mode == .anew { try removeAll(path) }
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
      // A store is never half-written, and the last seconds before a loss of power are done again by a resumed run.
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
      try database.execute(sql: "PRAGMA cache_size = -16384")
    }
    return try refusing(path, reads: false) {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { database in
        try check(database, path, mayBeEmpty: true)
        try database.execute(sql: "PRAGMA journal_mode = WAL")
        try database.inTransaction(.exclusive) {
          try StoreMigrations.bringUpToDate(database, schema)
          return .commit
        }
      }
      return queue
    }
  }

  /// Removes what stands where a new store is to be made.
  ///
  /// - Throws: `run.locked` where another run has what is there open: it would go on writing to a file without a name; `output.exists`
  ///   where a file that SQLite has not made stands where it would keep one of its own.
  private static func removeAll(_ path: String) throws(Refusal) {
    for companion in companions where !isCompanion(path + companion.suffix, companion.marks) {
      throw Refusal(.outputExists, ["path": path + companion.suffix])
    }
    if FileStatus(following: path) != nil {
      do {
        try DatabaseQueue(path: path).writeWithoutTransaction { try $0.inTransaction(.exclusive) { .rollback } }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        throw Refusal(.runLocked, ["path": path])
      } catch {
        // No database at all: it is replaced as any other file.
      }
    }
    for file in [path] + companions.map({ path + $0.suffix }) { Rename.remove(file) }
  }

  /// Whether nothing is lost with a file: there is none, or it is empty, or SQLite's by the bytes that it begins with. Until a journal is
  /// safe on the disk these are zeros.
  private static func isCompanion(_ path: String, _ marks: [[UInt8]]) -> Bool {
    guard let status = FileStatus(ofName: path) else { return true }
    guard status.kind == .file, let head = try? Descriptor.reading(Array(path.utf8)).read(upTo: 8) else { return false }
    return head.allSatisfy { $0 == 0 } || marks.contains { head.starts(with: $0) }
  }

  /// Runs what works on a database.
  static func refusing<Result>(_ path: String, reads: Bool, _ body: () throws -> Result) throws(Refusal) -> Result {
    do {
      return try body()
    } catch let refusal as Refusal {
      throw refusal
    } catch let error as DatabaseError {
      if error.resultCode == .SQLITE_BUSY { throw Refusal(.runLocked, ["path": path]) }
      if error.resultCode == .SQLITE_NOTADB { throw Refusal(.storeForeign, ["path": path]) }
      let reason = error.message ?? error.resultCode.description
      throw reads
        ? Refusal(.fileUnreadable, ["reason": reason]) : Refusal(.outputFailed, ["path": path, "reason": reason])
    } catch {
      let reason = (error as? StoreFault)?.reason ?? String(describing: error)
      throw reads
        ? Refusal(.fileUnreadable, ["reason": reason]) : Refusal(.outputFailed, ["path": path, "reason": reason])
    }
  }

  private static func check(_ database: Database, _ path: String, mayBeEmpty: Bool) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
    if application == StoreMigrations.applicationID {
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      guard version <= StoreMigrations.version else { throw Refusal(.storeNewer, ["path": path]) }
      return
    }
    // One whose making was stopped before its first transaction.
    if mayBeEmpty, application == 0, try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0 {
      return
    }
    throw Refusal(.storeForeign, ["path": path])
  }
}
