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

  init(_ inputs: InputPaths, settings: RunSettings) {
    self.inputs = inputs
    self.settings = settings
    let excluded = settings.outputFolder.flatMap { FileIdentity($0) }
    list = InputList(inputs.paths, excluding: excluded)
    counting = list
  }

  /// How many inputs there are; nil until they have been counted.
  var total: Int? { countedAll ? counted : nil }
  var skipped: SkippedFiles { list.skipped }

  func next() -> Step? {
    guard let step = list.next() else {
      isExhausted = true
      return nil
    }
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

  /// Counts some inputs ahead of their turn, for whoever shows how much is left.
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
