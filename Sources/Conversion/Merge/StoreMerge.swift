import Findings
import SystemCalls

/// Puts stores together: each keeps its inputs with all that belongs to them.
enum StoreMerge {
  static func run(_ settings: MergeSettings, _ store: any FormStore) throws -> RunSummary {
    let shards = try ShardSet(settings.inputs, [.store], FrameSpool(folder: TemporaryFile.folder))
    try shards.checkEnds()
    let outputs = OutputGuard(InputPaths(settings.inputs.map { Array($0.utf8) }), excluding: nil)
    if let objection = outputs.objection(to: settings.output, mayReplace: settings.replaces) {
      throw Refusal(objection)
    }
    let writer = try store.open(settings.output, .anew, language: .chinese)
    var summary = RunSummary()
    do {
      for input in settings.inputs {
        let taken = try writer.addAll(of: input)
        summary.files += taken.files
        summary.forms += taken.forms
        summary.done += taken.files - taken.refused
        summary.failed += taken.refused
        summary.counts.add(taken.findings)
      }
    } catch {
      // A part of a whole that looks like one is worse than none.
      try? writer.close()
      Rename.remove(settings.output)
      throw error
    }
    try writer.close()
    summary.status = shards.status
    return summary
  }
}
