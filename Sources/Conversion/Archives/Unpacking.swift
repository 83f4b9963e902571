import Findings
import Spreadsheet
import SystemCalls

/// An archive on its way through bsdtar (libarchive), which reads RAR and 7z and writes all that is in them to a file without a name.
///
/// It is read by a process of its own, whose memory, time and output are limited, and which ends with this one. The archive comes on its
/// standard input, so that no name of a file is ever taken for an option; nothing is written anywhere by a name that the archive says.
///
/// bsdtar passes over damage when it makes one archive of another. Of 7z it says so where it takes files out, so it is asked for that too: it
/// looks at the checksums that stand with the files, where 7-Zip and libarchive write them, and at no others. Of RAR
/// it does not always say so even then, and links make it go on for ever: what comes of one is held against `RARListing`.
final class Unpacking {
  private let archive: Descriptor
  private let isRAR: Bool
  private let process: ChildProcess
  private let output: Descriptor
  private let messages: Descriptor
  private let archiveSize: Int
  private let limits: Limits
  private let seconds: Double
  private let startedAt = MonotonicClock.seconds

  /// Output that is worth as many seconds once more: a large archive may take its time, one of which nothing comes may not.
  private static let bytesOfTurn = 1 << 28

  /// - Parameters:
  ///   - archive: Open for reading, at its beginning.
  ///   - program: The path of `bsdtar`.
  ///   - limits: What a package may hold.
  ///   - costs: What one file may cost.
  /// - Throws: `file.archive-failed` where it cannot be started.
  init(_ archive: Descriptor, by program: String, limits: Limits, costs: FileLimits) throws(Refusal) {
    self.archive = archive
    isRAR = (try? archive.read(upTo: 8, at: 0)).flatMap { ArchiveKind($0) } == .rar
    self.limits = limits
    seconds = costs.seconds
    do throws(SystemFailure) {
      archiveSize = try archive.status().size
      output = try TemporaryFile.nameless(in: TemporaryFile.folder)
      messages = try TemporaryFile.nameless(in: TemporaryFile.folder)
      let most = Self.mostOutput(archiveSize, limits)
      // In kilobytes of memory and blocks of 512 bytes. What the system does not limit is limited by looking at it.
      let limiting = """
        ulimit -v \((2 * costs.memory + (1 << 30)) >> 10); ulimit -f \(most >> 9 + 1)
        \(isRAR ? Self.unpackingRAR : Self.unpacking)
        """
      process = try ChildProcess(
        inGroupOfItsOwn: ["/bin/sh", "-c", limiting, "sh", program],
        descriptors: [(0, archive), (1, output), (2, messages)],
        // Names that are not ASCII need a character set to be written in.
        setting: ["LC_ALL": "C.UTF-8", "TZ": "UTC0"])
    } catch {
      throw .unpackingFailed(error.words)
    }
  }

  private static let unpacking = """
    "$1" -c --format=newc -f - @-; status=$?
    "$1" -x -O -f /proc/self/fd/0 >/dev/null || [ $status != 0 ] || status=1
    exit $status
    """
  /// By a pipe, because bsdtar takes one that ends with a ZIP for that where it can look at its end.
  private static let unpackingRAR = """
    cat | "$1" -c --format=newc -f - @-
    """

  /// What has come of it; nil while it goes on.
  func outcome() -> Result<UnpackedArchive, Refusal>? {
    let size = (try? output.status().size) ?? 0
    if let ending = process.endedAlready() {
      do throws(Refusal) {
        return .success(try finished(ending, size))
      } catch {
        return .failure(error)
      }
    }
    let isTooMuch = size > Self.mostOutput(archiveSize, limits)
    let turns = Double(1 + size / Self.bytesOfTurn)
    guard isTooMuch || MonotonicClock.seconds - startedAt > seconds * turns else { return nil }
    stop()
    return .failure(isTooMuch ? tooMuch : .unpackingFailed(timeReason))
  }

  /// The same, once it has come.
  func wait() throws(Refusal) -> UnpackedArchive {
    while true {
      if let outcome = outcome() { return try outcome.get() }
      MonotonicClock.pause(seconds: 0.01)
    }
  }

  /// Ends it, and all that it has started.
  func stop() {
    process.killGroup()
    _ = process.wait()
  }

  deinit { if process.endedAlready() == nil { stop() } }

  private func finished(_ ending: ChildProcess.Ending, _ size: Int) throws(Refusal) -> UnpackedArchive {
    let read: RARListing.Reading = { [archive] place, count in (try? archive.read(upTo: count, at: place)) ?? [] }
    let listing = RARListing(read)
    if listing?.isEncrypted ?? false { throw Refusal(.fileIsEncrypted) }
    if listing?.isVolume ?? false { throw .unpackingFailed("Multi-disk archives not supported") }
    if ending.status == 0 {
      let unpacked = try UnpackedArchive(output, limits: limits)
      if let listing {
        try unpacked.verify(listing)
      } else if isRAR {
        throw .unpackingFailed("Bad RAR file")
      }
      return unpacked
    }
    if size >= Self.mostOutput(archiveSize, limits) { throw tooMuch }
    let said = (try? messages.read(upTo: 4096, at: 0)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let lowered = said.lowercased()
    if lowered.contains("crypt") || lowered.contains("passphrase") || lowered.contains("password") {
      throw Refusal(.fileIsEncrypted)
    }
    // `bsdtar: Error opening archive: Unrecognized archive format`.
    if ending.signal != nil { throw .unpackingFailed(ending.words) }
    let reasons = said.split(whereSeparator: \.isNewline).compactMap { line in
      line.split(separator: ": ").first { !$0.hasSuffix("bsdtar") && !$0.hasPrefix("Error ") && $0 != "(null)" }
    }
    throw .unpackingFailed(reasons.first.map { String($0.prefix(200)) } ?? ending.words)
  }

  private var tooMuch: Refusal { .exceeded("inflationRatio", limits.inflationRatio) }

  /// Bytes that may come of an archive, as of one that is a ZIP.
  private static func mostOutput(_ size: Int, _ limits: Limits) -> Int {
    let most = size.multipliedReportingOverflow(by: max(1, limits.inflationRatio))
    return max(limits.inflatedBytesTogetherWithoutRatio, most.overflow ? .max >> 1 : most.partialValue)
  }

  /// What is said of one that took too long.
  var timeReason: String { "\(Int(seconds.rounded())) s" }
}
