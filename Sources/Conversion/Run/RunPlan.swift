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
      if case .file(let input) = step, let unpacking, unpacking.takes(input) { continue }
      return made(step)
    }
    return nextUnpacked()
  }

  private func nextUnpacked() -> Step? {
    while true {
      if let step = unpacked?.next() {
        if case .file(let input) = step, let unpacking, unpacking.takes(input) { continue }
        return made(step)
      }
      unpacked = nil
      switch unpacking?.next() {
      case .files(let walk)?:
        unpacked = walk
        skippedInArchives = skippedInArchives + walk.skipped
        countedInArchives += walk.count - 1
      case .refusal(let input, let refusal)?:
        defer { ordinal += 1 }
        return .refusal(Job(ordinal: ordinal, input: input), refusal)
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

  private func made(_ step: FolderWalk.Step) -> Step {
    defer { ordinal += 1 }
    switch step {
    case .file(let input):
      let job = Job(ordinal: ordinal, input: input)
      guard settings.outputFolder != nil, settings.namePattern == nil else { return .job(job, target: nil) }
      let stem = input.isStandardInput ? "stdin" : input.stem
      let output = names.claim(stem, fileExtension: settings.format.rawValue)
      let review = settings.reviews ? names.claimReview(beside: output, in: settings.language) : nil
      return .job(job, target: Target(output: output, review: review))
    case .refusal(let refusal):
      let path = Array((refusal.finding.place.file ?? "").utf8)
      return .refusal(
        Job(ordinal: ordinal, input: InputFile(path: path, name: FileName.last(of: path))), refusal)
    }
  }

  /// Counts some inputs ahead of their turn, to show how much is left.
  func countAhead() {
    guard !countedAll else { return }
    for _ in 0..<Self.countedAtOnce {
      guard counting.next() != nil else {
        countedAll = true
        return
      }
      counted += 1
    }
  }
}
