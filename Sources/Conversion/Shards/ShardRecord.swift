import Findings
import SystemCalls

/// What a run over one shard keeps beside an output or a report, `OUTPUT.shard`, so that those of all shards can be put together: every input with
/// its place among the inputs of all shards, its result, its forms, and, beside an output, the pieces that it gave.
///
/// It appears when the run is at its end, and only then.
final class ShardRecord {
  static let suffix = ".shard"

  private let file: PlacedFile
  private let role: ShardHeader.Role

  /// - Throws: A refusal where the record exists and may not be replaced, or cannot be written.
  init(
    beside path: String, _ role: ShardHeader.Role, _ settings: RunSettings, _ shard: Shard,
    guardedBy outputs: OutputGuard
  ) throws {
    self.role = role
    try outputs.claim(path + Self.suffix)
    file = try PlacedFile(
      target: path + Self.suffix, replaces: settings.replaces || settings.resumes, guardedBy: outputs)
    try file.append(Frame.bytes(.profile, ShardHeader(role, shard, settings).encoded()))
  }

  /// The records of a run: one beside a gathered output, one beside a report.
  static func all(_ settings: RunSettings, _ shard: Shard, guardedBy outputs: OutputGuard) throws -> [ShardRecord] {
    var records: [ShardRecord] = []
    if case .file(let path)? = settings.output, settings.store == nil {
      records.append(try ShardRecord(beside: path, .output, settings, shard, guardedBy: outputs))
    }
    if let report = settings.report {
      records.append(try ShardRecord(beside: report, .report, settings, shard, guardedBy: outputs))
    }
    return records
  }

  /// - Parameter frames: The forms and the pieces of the input.
  func add(_ job: Job, _ result: FileResult, _ frames: HeldFrames) throws {
    try frames.forEach { frame in
      guard frame.kind == .form || frame.kind == .piece && role == .output else { return }
      try file.append(Frame.bytes(frame.kind, frame.content))
    }
    try file.append(Frame.bytes(.job, job.encodedWithPosition()))
    try file.append(Frame.bytes(.result, result.encoded()))
  }

  func finish(_ end: ShardEnd) throws(Refusal) {
    try file.append(Frame.bytes(.ready, end.encoded()))
    try file.moveIntoPlace()
  }
}

extension Job {
  fileprivate func encodedWithPosition() -> [UInt8] {
    var line = FieldLineWriter()
    line.add(position.numbers.count)
    for number in position.numbers { line.add(number) }
    return line.bytes + [9] + encoded()
  }
}
