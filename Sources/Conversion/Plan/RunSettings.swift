import Findings
import SystemCalls

/// Everything that decides what a run does.
public struct RunSettings: Sendable {
  /// Files, folders, and `-` for standard input, in the order in which they are converted.
  public var inputs: [String] = []
  /// A file that names further inputs, NUL or line separated; `-` for standard input.
  public var filesFrom: String?
  /// Where results go; nil for a run that only checks.
  public var output: OutputTarget?
  public var format = OutputFormat.xlsx
  public var layout = OutputLayout.form
  /// The output, which is a file, is a store of this kind; nil for one in `format`.
  public var store: (any FormStore)?
  /// Into a folder, a workbook for each form, named by this pattern; nil for one output for each input.
  public var namePattern: NamePattern?
  /// Whether a copy of doubtful forms with every error and warning marked is written beside the clean one.
  public var reviews = false
  public var pipeline = PipelineSettings()
  /// The language of written files.
  public var language = Language.chinese
  /// Where findings and the list of files that need a person go; the extension tells the format.
  public var report: String?
  /// Where every step is logged as JSON Lines.
  public var log: String?
  /// Worker processes; 0 works within this process, without the limits.
  public var jobs = 0
  /// The command that starts a worker, its path first; needed where `jobs` is above 0.
  public var workerCommand: [String] = []
  /// What one input may cost in a worker process.
  public var limits = FileLimits()
  /// The share of the inputs that is worked on; nil for all of them.
  public var shard: Shard?
  /// Keep what an earlier run has finished and do the rest.
  public var resumes = false
  /// Replace outputs that exist already.
  public var replaces = false
  /// Stop at the first input that fails or has a form with errors.
  public var failsFast = false
  /// Whether signals end the run in good order; a library leaves them to its host.
  public var catchesInterrupts = false
  /// What the input `-` is read from.
  var standardInput = StandardStreams.input
  /// The profile as it was read; `pipeline` has what it says already.
  public var profile: ProfileText?

  /// Makes who converts documents that no reader takes, given the seconds that one may take; nil where they are refused.
  public var converter: (@Sendable (Double) -> (any DocumentConverter)?)?

  /// The path of `bsdtar`, which unpacks archives that are no ZIP; nil where they are refused.
  public var unpacker: String?

  public init() {}

  /// Whether one file, and not a folder or a list, was named.
  public var isForOneFile: Bool {
    filesFrom == nil && inputs.count == 1 && !inputs.contains { Folder.exists($0) }
  }

  /// Identifies tool, options and profile: what was done under another fingerprint is done again.
  var fingerprint: String {
    let parts = [
      Tool.version, store == nil ? format.rawValue : "store", layout.rawValue, namePattern?.text ?? "",
      pipeline.reading.encoding ?? "",
      profile?.sha256 ?? "", reviews ? language.rawValue : "",
    ]
    return parts.joined(separator: "|")
  }
}
