import Findings
import SystemCalls

/// The jobs of a run in the order of the inputs, each with the place of its output, made as they are asked for.
final class RunPlan {
  enum Step {
    /// - Parameter target: nil where no single output belongs to the input.
    case job(Job, target: Target?)
    case refusal(Job, Refusal)
  }

  /// Where the output of an input goes, and its review copy where such are made, relative to the output folder.
  struct Target {
    var output: String
    var review: String?

    var paths: [String] { [output] + (review.map { [$0] } ?? []) }
  }

  /// Entries counted ahead between two rounds of the run.
  private static let countedAtOnce = 500

  private let inputs: InputPaths
  private let settings: RunSettings
  private var list: InputList
  private var counting: InputList
  private var counted = 0
  private var countedAll = false
  private var names = OutputNames()
  private var ordinal = 0
  private var order = ListOrder()
  /// Where the archives stand that are to be unpacked, in the order of their turns.
  private var archives: [RunPosition] = []
  private var unpackedPosition = MemberPosition(of: RunPosition())
  private(set) var isExhausted = false
  /// Archives that come up when all other inputs have; nil where nothing unpacks them.
  private let unpacking: UnpackingQueue?
  private var unpacked: ArchiveWalk?
  private var skippedInArchives = SkippedFiles()
  /// Files in archives that were unpacked; the archives themselves have been counted.
  private var countedInArchives = 0

  init(_ inputs: InputPaths, settings: RunSettings) {
    self.inputs = inputs
    self.settings = settings
    let excluded = settings.outputFolder.flatMap { FileIdentity($0) }
    list = InputList(inputs.paths, excluding: excluded)
    counting = list
    unpacking = settings.unpacker.map { UnpackingQueue(Unpacker(program: $0, costs: settings.limits)) }
  }

  /// How many inputs there are; nil until they have been counted.
  var total: Int? { countedAll ? counted + countedInArchives : nil }
  var skipped: SkippedFiles { list.skipped + skippedInArchives }

  /// The next input; nil after the last, and while it is still being unpacked.
  func next() -> Step? {
    while let step = list.next() {
      let position = RunPosition([0, order.next(step)])
      if case .file(let input) = step, let unpacking, unpacking.knows(input) {
        // All that is in an archive goes with it.
        if isOwn(step) {
          unpacking.add(input)
          archives.append(RunPosition([1, position.numbers[1]]))
        }
        continue
      }
      if let made = made(step, position) { return made }
    }
    return nextUnpacked()
  }

  private func nextUnpacked() -> Step? {
    while true {
      if let step = unpacked?.next() {
        let position = unpackedPosition.next()
        if case .file(let input) = step, let unpacking, unpacking.knows(input) {
          unpacking.add(input)
          archives.append(RunPosition([2] + position.numbers.dropFirst()))
          continue
        }
        return made(step, position, isOwn: true)
      }
      unpacked = nil
      switch unpacking?.next() {
      case .files(let walk)?:
        unpacked = walk
        unpackedPosition = MemberPosition(of: archives.removeFirst())
        skippedInArchives = skippedInArchives + walk.skipped
        countedInArchives += walk.count - 1
      case .refusal(let input, let refusal)?:
        defer { ordinal += 1 }
        var job = Job(ordinal: ordinal, input: input)
        job.position = archives.removeFirst()
        return .refusal(job, refusal)
      case .waiting?: return nil
      case nil:
        isExhausted = true
        return nil
      }
    }
  }

  /// Whether the next input is being unpacked, and all workers wait for it.
  var isUnpacking: Bool { unpacking.map { !$0.isEmpty } ?? false }

  /// Sees after what goes on besides; never waits.
  func advance() { unpacking?.advance() }

  func stop() { unpacking?.stop() }

  /// - Returns: nil for an input of another shard, whose outputs have their names all the same.
  private func made(_ step: FolderWalk.Step, _ position: RunPosition, isOwn: Bool? = nil) -> Step? {
    let isOwn = isOwn ?? self.isOwn(step)
    var job: Job
    switch step {
    case .file(let input): job = Job(ordinal: ordinal, input: input)
    case .refusal(let refusal):
      let path = Self.path(of: refusal)
      job = Job(ordinal: ordinal, input: InputFile(path: path, name: FileName.last(of: path)))
    }
    job.position = position
    let target = target(of: step)
    guard isOwn else { return nil }
    ordinal += 1
    switch step {
    case .file: return .job(job, target: target)
    case .refusal(let refusal): return .refusal(job, refusal)
    }
  }

  /// nil where no single output belongs to the input.
  private func target(of step: FolderWalk.Step) -> Target? {
    guard case .file(let input) = step, settings.outputFolder != nil, settings.namePattern == nil else { return nil }
    let stem = input.isStandardInput ? "stdin" : input.stem
    let output = names.claim(stem, fileExtension: settings.format.rawValue)
    let review = settings.reviews ? names.claimReview(beside: output, in: settings.language) : nil
    return Target(output: output, review: review)
  }

  private func isOwn(_ step: FolderWalk.Step) -> Bool {
    guard let shard = settings.shard else { return true }
    switch step {
    case .file(let input): return shard.has(input.path)
    case .refusal(let refusal): return shard.has(Self.path(of: refusal))
    }
  }

  private static func path(of refusal: Refusal) -> [UInt8] { Array((refusal.finding.place.file ?? "").utf8) }

  /// How many inputs all shards have together, and which.
  var end: ShardEnd { order.end }

  /// Counts some inputs ahead of their turn, to show how much is left.
  func countAhead() {
    guard !countedAll else { return }
    for _ in 0..<Self.countedAtOnce {
      guard let step = counting.next() else {
        countedAll = true
        return
      }
      if isOwn(step) { counted += 1 }
    }
  }
}

/// Numbers the inputs of the list, and hashes their paths.
private struct ListOrder {
  private(set) var end = ShardEnd(inputs: 0, paths: Fingerprint.of(""))

  mutating func next(_ step: FolderWalk.Step) -> Int {
    let path: [UInt8] =
      switch step {
      case .file(let input): input.path
      case .refusal(let refusal): Array((refusal.finding.place.file ?? "").utf8)
      }
    // Each hash goes on from the one before it.
    end.paths = Fingerprint.of(Array(String(end.paths, radix: 16).utf8) + [0] + path)
    end.inputs += 1
    return end.inputs - 1
  }
}

/// Numbers the files of an archive.
private struct MemberPosition {
  private let archive: RunPosition
  private var count = 0

  init(of archive: RunPosition) { self.archive = archive }

  mutating func next() -> RunPosition {
    defer { count += 1 }
    return RunPosition(archive.numbers + [count])
  }
}
