import Findings
import SystemCalls

/// What kind of thing is put together.
enum MergeKind {
  case folders
  case stores(any FormStore)
  /// Gathered outputs, or reports, each with its record.
  case records

  /// - Throws: `WrongUsage` where inputs are of several kinds.
  init(of first: String, _ settings: MergeSettings) throws(WrongUsage) {
    if Folder.exists(first) {
      self = .folders
    } else if let store = settings.store, store.isNamed(settings.output) {
      self = .stores(store)
    } else {
      self = .records
    }
    for input in settings.inputs {
      let isRight =
        switch self {
        case .folders: Folder.exists(input)
        case .stores(let store): store.isNamed(input)
        case .records: !Folder.exists(input) && settings.store?.isNamed(input) != true
        }
      guard isRight else { throw WrongUsage(.usageMerge, ["path": input]) }
    }
  }
}
