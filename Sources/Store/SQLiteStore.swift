import Conversion
import Findings
import TrackingModel

/// Forms in an SQLite database: see `Documentation/Store.md` for its tables.
///
/// Given to `PipelineSettings.store`, a store can be read like any other input; given to `RunSettings.store` as well, it can be written.
public struct SQLiteStore: FormStore {
  private let schema: StoreSchema

  /// - Parameter family: The forms that are known.
  public init(_ family: FormFamily = .standard) { schema = StoreSchema(family) }

  public var fileExtensions: [String] { ["sqlite", "db"] }

  /// "SQLite format 3" and a NUL (SQLite file format, 1.3.1).
  public func begins(_ head: [UInt8]) -> Bool { head.starts(with: Array("SQLite format 3\0".utf8)) }

  public func read(_ path: String, _ receive: (TrackingForm) throws -> Void) throws {
    try StoreReader(path, schema).forEachForm(receive)
  }

  public func open(_ path: String, _ mode: StoreMode, language: Language) throws(Refusal) -> any FormStoreWriter {
    try StoreWriter(path, mode, schema, language: language)
  }
}
