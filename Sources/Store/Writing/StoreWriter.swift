import Conversion
import Findings
import GRDB
import SystemCalls
import TrackingModel

/// Puts inputs into a store, many in a transaction and each in one alone.
final class StoreWriter: FormStoreWriter {
  /// A transaction is made permanent once it holds so many rows, or is so old.
  private static let batchRows = 20_000
  private static let batchSeconds = 2.0

  private let path: String
  private let schema: StoreSchema
  private let queue: DatabaseQueue
  /// Given up before the file is closed.
  private var rows: StoreRows?
  private var began: Double?
  private var rowsBefore = 0

  init(_ path: String, _ mode: StoreMode, _ schema: StoreSchema, language: Language) throws(Refusal) {
    self.path = path
    self.schema = schema
    let queue = try StoreFile.forWriting(path, mode, schema)
    self.queue = queue
    rows = try StoreFile.refusing(path, reads: false) {
      try queue.writeWithoutTransaction { try StoreRows($0, schema, language: language) }
    }
  }

  func file(at path: String) throws(Refusal) -> StoredFile? {
    try reading { try StoredInput.file(at: path, $0) }
  }

  func findings(of path: String) throws(Refusal) -> [Finding] {
    try reading { try StoredInput.findings(of: path, form: nil, $0) }
  }

  func forEachForm(of path: String, _ receive: (TrackingForm, [Finding]) throws -> Void) throws {
    let count = try reading { try StoredInput.formCount(of: path, $0) }
    var number = 0
    while number < count {
      number += 1
      let (form, findings) = try reading { database in
        let id = FileNumber.of(path)
        return (
          try FormRows(database, schema).form(number, of: id),
          try StoredInput.findings(of: path, form: number, database)
        )
      }
      try receive(form, findings)
    }
  }

  func replace(_ file: StoredFile, _ findings: [Finding], forms: ((StoredForm) throws -> Void) throws -> Void) throws {
    let id = FileNumber.of(file.path)
    try writing { database in
      if began == nil {
        try database.beginTransaction(.immediate)
        began = MonotonicClock.seconds
        rowsBefore = database.totalChangesCount
      }
      let other = try String.fetchOne(database, sql: "SELECT path FROM file WHERE file_id = ?", arguments: [id])
      if let other, other != file.path { throw Refusal(.storePathTwice, ["path": file.path, "other": other]) }
      try database.inSavepoint {
        try rows?.remove(id)
        try rows?.add(file, id, findings, forms: forms)
        return .commit
      }
    }
  }

  func addAll(of other: String) throws(Refusal) -> StoredCounts {
    try StoreReader(other, schema).checkColumns()
    try commit()
    return try writing { database in
      try database.execute(sql: "ATTACH ? AS other", arguments: [other])
      defer { try? database.execute(sql: "DETACH other") }
      let clash = try Row.fetchOne(
        database, sql: "SELECT o.path, m.path FROM other.file AS o JOIN main.file AS m ON m.file_id = o.file_id")
      if let clash {
        let (path, other) = (try clash.requiredText(0), try clash.requiredText(1))
        throw path == other
          ? Refusal(.mergeTwice, ["path": path]) : Refusal(.storePathTwice, ["path": path, "other": other])
      }
      try database.inTransaction(.immediate) {
        for table in schema.owned {
          let present = Set(try database.columns(in: table.name, in: "other").map(\.name))
          let columns = table.columns.map(\.name).filter { present.contains($0) }.map { "\"\($0)\"" }
          let list = columns.joined(separator: ", ")
          try database.execute(
            sql: "INSERT INTO main.\"\(table.name)\" (\(list)) SELECT \(list) FROM other.\"\(table.name)\"")
        }
        return .commit
      }
      func count(_ rows: String) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM other.\(rows)") ?? 0
      }
      var counts = StoredCounts()
      counts.files = try count("file")
      counts.refused = try count("file WHERE outcome = 'refused'")
      counts.forms = try count("form")
      counts.findings.errors = try count("finding WHERE severity = 'error'")
      counts.findings.warnings = try count("finding WHERE severity = 'warning'")
      counts.findings.notes = try count("finding WHERE severity = 'note'")
      return counts
    }
  }

  func advance() throws(Refusal) {
    guard let began else { return }
    let count = try writing { $0.totalChangesCount } - rowsBefore
    if count >= Self.batchRows || MonotonicClock.seconds - began >= Self.batchSeconds { try commit() }
  }

  func close() throws(Refusal) {
    try commit()
    rows = nil
    try writing { _ = try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
    try StoreFile.refusing(path, reads: false) { try queue.close() }
  }

  private func commit() throws(Refusal) {
    guard began != nil else { return }
    try writing { if $0.isInsideTransaction { try $0.commit() } }
    began = nil
  }

  private func reading<Result>(_ body: (Database) throws -> Result) throws(Refusal) -> Result {
    try StoreFile.refusing(path, reads: true) { try queue.writeWithoutTransaction(body) }
  }

  @discardableResult
  private func writing<Result>(_ body: (Database) throws -> Result) throws(Refusal) -> Result {
    try StoreFile.refusing(path, reads: false) { try queue.writeWithoutTransaction(body) }
  }
}
