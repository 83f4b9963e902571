import Findings
import SystemCalls

/// What a run over one shard keeps beside an output or a report, `OUTPUT.shard`, so that those of all shards can be put together: every input with
/// its place among the inputs of all shards, its result, its forms, and, beside an output, the pieces that it gave. Stores and folders hold their
/// inputs themselves; their records say which share of which run they are, and that it came to its end.
///
/// It appears when the run is at its end, and only then.
final class ShardRecord {
  static let suffix = ".shard"

  private let file: PlacedFile
  private let role: ShardHeader.Role

  /// - Throws: A refusal where the record exists and may not be replaced, or cannot be written.
  init(
    _ role: ShardHeader.Role, of path: String, _ settings: RunSettings, _ shard: Shard, guardedBy outputs: OutputGuard
  ) throws {
    self.role = role
    let record = Self.path(role, of: path)
    try outputs.claim(record)
    file = try PlacedFile(
      target: record, replaces: settings.replaces || settings.resumes || role == .folder, guardedBy: outputs)
    try file.append(Frame.bytes(.profile, ShardHeader(role, shard, settings).encoded()))
  }

  /// Where the record of an output or a report is.
  static func path(_ role: ShardHeader.Role, of path: String) -> String {
    role == .folder ? "\(path)/\(RunFolder.name)/shard" : path + suffix
  }

  /// The records of a run: one of its output, one of its report.
  static func all(_ settings: RunSettings, _ shard: Shard, guardedBy outputs: OutputGuard) throws -> [ShardRecord] {
    var records: [ShardRecord] = []
    func add(_ role: ShardHeader.Role, _ path: String) throws {
      records.append(try ShardRecord(role, of: path, settings, shard, guardedBy: outputs))
    }
    switch settings.output {
    case .file(let path)?: try add(settings.store == nil ? .output : .store, path)
    case .folder(let path)?: try add(.folder, path)
    case .standardOutput?, nil: break
    }
    if let report = settings.report { try add(.report, report) }
    return records
  }

  /// - Parameter frames: The forms and the pieces of the input.
  func add(_ job: Job, _ result: FileResult, _ frames: HeldFrames) throws {
    guard role.holdsInputs else { return }
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
