import Findings

/// What is put together, and into what.
public struct MergeSettings: Sendable {
  /// Outputs, reports, stores or output folders of shards.
  public var inputs: [String] = []
  public var output = ""
  /// Replace an output that exists already.
  public var replaces = false
  /// How stores are put together; nil where they are refused.
  public var store: (any FormStore)?

  public init() {}
}

/// Puts together what runs over shards have made.
public enum Merge {
  /// - Returns: What one run over all inputs would have returned.
  /// - Throws: `WrongUsage` where what is named does not go together; a `Refusal` where a shard is missing, unfinished or of another run, or the
  ///   output cannot be written.
  public static func run(_ settings: MergeSettings, observer: any RunObserver) throws -> RunSummary {
    guard let first = settings.inputs.first else { throw WrongUsage(.usageNoInput) }
    switch try MergeKind(of: first, settings) {
    case .folders: return try FolderMerge(settings, observer: observer).run()
    case .stores(let store): return try StoreMerge.run(settings, store)
    case .records: return try RecordMerge(settings, observer: observer).run()
    }
  }
}
