import Findings
import Spreadsheet
import SystemCalls

/// The archives of a run that have to be unpacked first: one after the other, while the workers read what needs no unpacking.
///
/// They come up behind all other inputs, so that no other input waits for them. Where the program does nothing for as long as one file may take,
/// the archive is refused, and after two in a row all others are at once: the program is broken.
final class UnpackingQueue {
  enum Step {
    /// The next one is not unpacked yet.
    case waiting
    case files(ArchiveWalk)
    case refusal(InputFile, Refusal)
  }

  private let unpacker: Unpacker
  private let archives = ArchivedFiles()
  private var waiting: ArraySlice<InputFile> = []
  private var current: (input: InputFile, unpacking: Unpacking)?
  private var done: ArraySlice<(input: InputFile, result: Result<UnpackedArchive, Refusal>)> = []
  /// Archives in a row at which nothing was done.
  private var idle = 0
  private var lastReason = ""

  private static let mostIdle = 2
  /// Archives that lie unpacked before their turn has come.
  private static let mostDone = 2

  init(_ unpacker: Unpacker) { self.unpacker = unpacker }

  var isEmpty: Bool { waiting.isEmpty && current == nil && done.isEmpty }

  /// Whether an input is an archive that has to be unpacked.
  func knows(_ input: InputFile) -> Bool { input.isNestedArchive || unpacker.accepts(input.path) }

  /// Queues an archive.
  func add(_ input: InputFile) { waiting.append(input) }

  /// The files of the next archive; nil where there is none.
  func next() -> Step? {
    advance()
    guard let (input, result) = done.popFirst() else { return current == nil ? nil : .waiting }
    advance()
    switch result {
    case .success(let archive):
      return .files(ArchiveWalk(archive, of: input, isNested: input.isNestedArchive))
    case .failure(let refusal): return .refusal(input, refusal.within(Place(file: input.label)))
    }
  }

  /// Sees after the program; never waits.
  func advance() {
    while true {
      if let (input, unpacking) = current {
        guard let result = unpacking.outcome() else { return }
        current = nil
        if case .failure(let refusal) = result, refusal.finding.values["reason"] == unpacking.timeReason {
          idle += 1
          lastReason = unpacking.timeReason
        } else {
          idle = 0
        }
        done.append((input, result))
      }
      guard done.count < Self.mostDone, let input = waiting.popFirst() else { return }
      begin(input)
    }
  }

  func stop() {
    current?.unpacking.stop()
    current = nil
    waiting = []
    done = []
  }

  private func begin(_ input: InputFile) {
    do throws(Refusal) {
      if idle >= Self.mostIdle { throw .unpackingFailed(lastReason) }
      if let opened = try archives.open(input) {
        defer { withExtendedLifetime(opened.keptOpen) {} }
        current = (input, try unpacker.begin(opened.source))
      } else {
        current = (input, try unpacker.begin(path: input.path))
      }
    } catch {
      done.append((input, .failure(error)))
    }
  }
}
