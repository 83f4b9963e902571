import Conversion
import SystemCalls

/// Has LibreOffice convert documents, many at a time by one process, in a folder and under a profile of its own.
///
/// A batch has one kind of documents, in the order in which they came. Each may take so many seconds: where none is done for as long, the
/// process and all that it has started are killed, the document that it was at fails, and a new process goes on behind it. The same where
/// the process dies. After three processes that did nothing at all no further one is started: the program is broken.
public final class OfficeConverter: DocumentConverter {
  private let program: String
  private let seconds: Double
  private let scratch: ScratchFolder
  private var waiting: [OfficeFilter: [Int]] = [:]
  private var order: [OfficeFilter] = []
  private var names: [Int: String] = [:]
  private var batch: OfficeBatch?
  private var done: [(number: Int, result: Result<String, ConversionFailure>)] = []
  /// Processes in a row that did nothing.
  private var idleProcesses = 0
  private var lastReason = ""

  static let mostInBatch = 20
  private static let mostIdleProcesses = 3

  /// - Parameters:
  ///   - program: The path of `soffice`.
  ///   - seconds: That one document may take.
  /// - Throws: Where no scratch folder can be made.
  public init(program: String, seconds: Double) throws(ConversionFailure) {
    self.program = program
    self.seconds = seconds
    do throws(SystemFailure) {
      scratch = try Self.preparedFolder()
    } catch {
      throw ConversionFailure(error.words)
    }
  }

  private static func preparedFolder() throws(SystemFailure) -> ScratchFolder {
    let scratch = try ScratchFolder()
    try scratch.makeFolder("in")
    try scratch.makeFolder("out")
    try scratch.makeFolder("profile")
    try scratch.makeFolder("profile/user")
    try scratch.write(Array(OfficeProfile.registry.utf8), to: "profile/user/registrymodifications.xcu")
    return scratch
  }

  public func submit(_ bytes: [UInt8], as kind: OfficeKind, number: Int) {
    guard idleProcesses < Self.mostIdleProcesses else { return fail(number, lastReason) }
    let filter = OfficeFilter(kind)
    do throws(SystemFailure) {
      let content = kind == .html ? WebArchive.page(in: bytes) ?? bytes : bytes
      try scratch.write(content, to: "in/\(number).\(kind.rawValue)")
    } catch {
      return fail(number, error.words)
    }
    names[number] = "\(number).\(kind.rawValue)"
    waiting[filter, default: []].append(number)
    if !order.contains(filter) { order.append(filter) }
    startNext()
  }

  public func finished() -> [(number: Int, result: Result<String, ConversionFailure>)] {
    advance()
    defer { done = [] }
    return done
  }

  public func discard(_ number: Int) {
    for name in ["out/\(number).xlsx", "out/\(number).docx"] { scratch.remove(name) }
  }

  public func stop() {
    batch?.process.killGroup()
    _ = batch?.process.wait()
    batch = nil
    scratch.removeAll()
  }

  deinit { stop() }

  /// Looks after the process, and starts the next where it is done.
  private func advance() {
    guard var current = batch else { return startNext() }
    let ending = current.process.endedAlready()
    for number in current.removeConverted(in: scratch, isOver: ending != nil) { succeed(number, current.filter) }
    let isLate = ending == nil && MonotonicClock.seconds - current.progressAt > seconds
    batch = current
    guard ending != nil || isLate else { return }
    if isLate {
      current.process.killGroup()
      _ = current.process.wait()
      for number in current.removeConverted(in: scratch, isOver: true) { succeed(number, current.filter) }
    } else {
      // What the process has started may have outlived it.
      current.process.killGroup()
    }
    batch = nil
    conclude(current, isLate ? "\(Int(seconds)) s" : ending?.words ?? "")
    startNext()
  }

  /// What becomes of the documents that a process has left.
  private func conclude(_ batch: OfficeBatch, _ reason: String) {
    idleProcesses = batch.convertedCount == 0 ? idleProcesses + 1 : 0
    lastReason = reason
    var left = batch.left
    // A process that ended in good order has passed over what it could not read.
    if reason == OfficeBatch.goodEnding {
      for number in left { fail(number, "no output") }
      return
    }
    if !left.isEmpty { fail(left.removeFirst(), reason) }
    if idleProcesses < Self.mostIdleProcesses {
      waiting[batch.filter, default: []].insert(contentsOf: left, at: 0)
      if !left.isEmpty, !order.contains(batch.filter) { order.insert(batch.filter, at: 0) }
    } else {
      for number in left + order.flatMap({ waiting[$0] ?? [] }) { fail(number, reason) }
      waiting = [:]
      order = []
    }
  }

  private func startNext() {
    guard batch == nil, let filter = order.first else { return }
    let numbers = Array(waiting[filter, default: []].prefix(Self.mostInBatch))
    waiting[filter]?.removeFirst(numbers.count)
    if waiting[filter]?.isEmpty ?? true { order.removeFirst() }
    let files = numbers.compactMap { names[$0] }.map { scratch.path + "/in/" + $0 }
    let command =
      [
        program, "-env:UserInstallation=file://\(scratch.path)/profile", "--headless", "--invisible", "--nologo",
        "--nodefault",
        "--norestore", "--nolockcheck", "--nofirststartwizard",
      ] + filter.arguments + ["--outdir", scratch.path + "/out"] + files
    do throws(SystemFailure) {
      let nowhere = try Descriptor.writing("/dev/null")
      let nothing = try Descriptor.reading(Array("/dev/null".utf8))
      let process = try ChildProcess(
        inGroupOfItsOwn: command, descriptors: [(0, nothing), (1, nowhere), (2, nowhere)],
        setting: ["HOME": scratch.path, "TMPDIR": scratch.path, "SAL_USE_VCLPLUGIN": "svp"])
      batch = OfficeBatch(process: process, filter: filter, left: numbers, progressAt: MonotonicClock.seconds)
    } catch {
      idleProcesses = Self.mostIdleProcesses
      lastReason = error.words
      for number in numbers + order.flatMap({ waiting[$0] ?? [] }) { fail(number, error.words) }
      waiting = [:]
      order = []
    }
  }

  private func succeed(_ number: Int, _ filter: OfficeFilter) {
    let name = "out/\(number).\(filter.fileExtension)"
    // Anything but a package would be read as text.
    guard scratch.holdsPackage(name) else {
      scratch.remove(name)
      return fail(number, "no document")
    }
    removeInput(number)
    done.append((number, .success("\(scratch.path)/\(name)")))
  }

  private func fail(_ number: Int, _ reason: String) {
    removeInput(number)
    done.append((number, .failure(ConversionFailure(reason))))
  }

  private func removeInput(_ number: Int) {
    if let name = names.removeValue(forKey: number) { scratch.remove("in/" + name) }
  }
}

/// The documents that one process converts, one after the other.
struct OfficeBatch {
  let process: ChildProcess
  let filter: OfficeFilter
  /// Those of which nothing has come yet, in the order in which the process takes them.
  private(set) var left: [Int]
  /// When the last one was done, or the process began.
  private(set) var progressAt: Double
  private(set) var convertedCount = 0

  static let goodEnding = "exit 0"

  init(process: ChildProcess, filter: OfficeFilter, left: [Int], progressAt: Double) {
    self.process = process
    self.filter = filter
    self.left = left
    self.progressAt = progressAt
  }

  /// Removes from `left` and returns the documents that have been written to their end: all that are there once the process is over, else all but the last.
  mutating func removeConverted(in scratch: ScratchFolder, isOver: Bool) -> [Int] {
    var found = left.filter { scratch.hasBytes("out/\($0).\(filter.fileExtension)") }
    if !isOver, !found.isEmpty { found.removeLast() }
    guard !found.isEmpty else { return [] }
    left.removeAll { found.contains($0) }
    convertedCount += found.count
    progressAt = MonotonicClock.seconds
    return found
  }
}
