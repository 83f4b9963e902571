import Findings
import Publishing
import SystemCalls

/// Puts output folders together: every output that a journal vouches for, and the journals, so that `--resume` into the new folder goes on
/// with all of it.
final class FolderMerge {
  private let folders: [String]
  private let target: RunFolder
  private let placement: Placement
  private let journal: Journal
  private let spool: FrameSpool
  private let shards: ShardSet
  private let observer: any RunObserver
  private var summary = RunSummary()
  private var taken: Set<UInt64> = []

  init(_ settings: MergeSettings, observer: any RunObserver) throws {
    self.observer = observer
    folders = settings.inputs
    guard case .folder(let path) = try OutputTarget(settings.output) else {
      throw WrongUsage(.usageMerge, ["path": settings.output])
    }
    spool = FrameSpool(folder: TemporaryFile.folder)
    shards = try ShardSet(settings.inputs, [.folder], spool)
    try shards.checkEnds()
    let outputs = OutputGuard(InputPaths(settings.inputs.map { Array($0.utf8) }), excluding: path)
    if outputs.outputIsInput { throw WrongUsage(.usageOutputIsInputFolder, ["path": path]) }
    target = try RunFolder(output: path, guardedBy: outputs)
    placement = Placement(folder: path, replaces: settings.replaces, guardedBy: outputs)
    journal = try Journal(target, startingAnew: settings.replaces)
  }

  func run() throws -> RunSummary {
    for folder in folders {
      let index = JournalIndex(path: "\(folder)/\(RunFolder.name)/journal")
      for path in index.paths {
        guard let entry = index[path] else { continue }
        guard taken.insert(Fingerprint.of(path)).inserted else {
          throw Refusal(.mergeTwice, ["path": FileName.display(path)])
        }
        try merge(entry, index, from: folder)
        if let failure = journal.advance() { throw refusal(failure) }
      }
    }
    if let failure = journal.finish() { throw refusal(failure) }
    target.clear()
    summary.status.formUnion(shards.status)
    return summary
  }

  private func merge(_ entry: JournalEntry, _ index: JournalIndex, from folder: String) throws {
    var log = FrameLog(in: spool)
    try index.forEachForm(of: entry) { try log.append(.form, $0) }
    for output in entry.result.outputs {
      let source = folder + "/" + output.path
      guard Verification.hash(of: Array(source.utf8)) == output.sha256 else {
        let finding = Finding(.mergeOutputChanged, ["path": source])
        observer.noticed(finding)
        summary.failed += 1
        summary.status.formUnion(.incomplete)
        return
      }
      if let objection = placement.objection(to: output.path) { throw Refusal(objection) }
      try placement.copy(source, to: output.path)
    }
    try journal.add(entry, log.frames)
    summary.add(entry.result)
  }

  private func refusal(_ failure: SystemFailure) -> Refusal {
    Refusal(.runJournalFailed, ["path": target.journal, "reason": failure.words])
  }
}
