import Findings
import SystemCalls

/// The records of all shards of one run.
struct ShardSet {
  let readers: [ShardReader]
  /// What all of them say alike.
  let header: ShardHeader

  /// - Parameters:
  ///   - inputs: What the records lie beside, or in.
  ///   - roles: What these may be; all are the same.
  /// - Throws: A refusal where a shard has no record, is missing, is there twice, or is of another run; `WrongUsage` where inputs are of
  ///   several kinds.
  init(_ inputs: [String], _ roles: Set<ShardHeader.Role>, _ spool: FrameSpool) throws {
    readers = try inputs.map { input in
      try ShardReader(ShardRecord.path(roles == [.folder] ? .folder : .output, of: input), spool: spool)
    }
    guard let header = readers.first?.header else { throw WrongUsage(.usageNoInput) }
    self.header = header
    var numbers: Set<Int> = []
    for (reader, input) in zip(readers, inputs) {
      let own = reader.header
      guard own.role == header.role, roles.contains(own.role), own.format == header.format || own.role == .report
      else { throw WrongUsage(.usageMerge, ["path": input]) }
      guard own.isOfSameRun(as: header) else { throw Refusal(.mergeDifferent, ["path": input]) }
      guard numbers.insert(own.shard.number).inserted else { throw Refusal(.mergeTwice, ["path": input]) }
    }
    let missing = (1...header.shard.count).filter { !numbers.contains($0) }
    guard missing.isEmpty else {
      throw Refusal(
        .mergeMissing,
        ["found": missing.prefix(20).map { String($0) }.joined(separator: ", "), "count": String(header.shard.count)])
    }
  }

  /// To be asked once all records have been read to their ends.
  ///
  /// - Throws: A refusal where shards saw other lists of inputs.
  func checkEnds() throws(Refusal) {
    guard let first = readers.first?.end else { return }
    for reader in readers.dropFirst() where reader.end?.isOfSameInputs(as: first) != true {
      throw Refusal(.mergeDifferent, ["path": reader.path])
    }
  }

  /// How one run over all inputs would have ended, once all records have been read to their ends.
  var status: ExitStatus {
    var status = ExitStatus.done
    for reader in readers { status.formUnion(reader.end?.status ?? .incomplete) }
    return status
  }
}
