import Findings
import Publishing
import SystemCalls

/// Puts gathered outputs together, or reports: goes through the records of all shards in the order of the inputs, and does what the run itself
/// would have done with each. So the result is that of one run, byte for byte.
final class RecordMerge {
  private let shards: ShardSet
  private let outlet: any Outlet
  private let report: RunReport?
  private var statistics: RunStatistics
  private let observer: (any RunObserver)?

  init(_ merge: MergeSettings, observer: any RunObserver) throws {
    self.observer = observer
    let spool = FrameSpool(folder: TemporaryFile.folder)
    shards = try ShardSet(merge.inputs, [.output, .report], spool)
    let outputs = OutputGuard(
      InputPaths(merge.inputs.map { Array($0.utf8) }), others: shards.readers.map(\.path), excluding: nil)
    let settings = try Self.settings(shards.header, merge)
    outlet = try Outlets.open(settings, guardedBy: outputs)
    report = try settings.report.map { try RunReport($0, settings: settings, guardedBy: outputs) }
    statistics = RunStatistics(settings.pipeline.checking, spool: spool)
  }

  func run() throws -> RunSummary {
    while let reader = next() {
      guard let (job, result, frames) = reader.next else { break }
      try conclude(InOrder.Held(job: job, result: result, frames: frames))
      try reader.advance()
    }
    try shards.checkEnds()
    let completion = statistics.hasDone ? try outlet.finish() : []
    if !statistics.hasDone { try outlet.abandon() }
    statistics.add(completion)
    for finding in completion { observer?.noticed(finding) }
    try report?.finish()
    var summary = statistics.summaryWithoutPlan
    if statistics.isEmpty {
      observer?.noticed(Finding(.runNothing))
      summary.status.formUnion(.incomplete)
    }
    return summary
  }

  private func conclude(_ held: InOrder.Held) throws {
    var held = held
    held.result = try outlet.conclude(held)
    let reported = try statistics.add(held)
    try report?.add(reported)
    try observer?.finished(reported)
  }

  /// The reader whose next input comes first.
  private func next() -> ShardReader? {
    var first: (reader: ShardReader, position: RunPosition)?
    for reader in shards.readers {
      guard let position = reader.next?.job.position else { continue }
      if first.map({ position < $0.position }) ?? true { first = (reader, position) }
    }
    return first?.reader
  }

  /// The settings of the run that the shards are shares of.
  private static func settings(_ header: ShardHeader, _ merge: MergeSettings) throws -> RunSettings {
    var settings = RunSettings()
    settings.language = Language(rawValue: header.language) ?? .chinese
    settings.format = header.format
    settings.layout = header.layout
    settings.reviews = header.reviews
    settings.replaces = merge.replaces
    if let path = header.profilePath { try settings.apply(ProfileText(path: path, bytes: header.profile)) }
    switch header.role {
    case .report: settings.report = merge.output
    default:
      let target = try OutputTarget(merge.output)
      guard case .file = target, target.formatByExtension == header.format else {
        throw WrongUsage(.usageMerge, ["path": merge.output])
      }
      settings.output = target
    }
    return settings
  }
}
