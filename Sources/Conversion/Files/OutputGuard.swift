import Findings
import SystemCalls

/// The one guard that every file named for writing goes through, whatever the option: knows the inputs by what they are and not by what
/// they are called, so that none of them is ever written to.
///
/// Inputs are the files named, those of the folders named, the list of files, the profile, and the file behind standard input. A report of
/// this program inside of an input folder is no input. The output folder's own files are none either.
final class OutputGuard {
  private let folders: [String]
  private let files: Set<FileIdentity>
  private let excluded: String?
  /// The places of the outputs asked for so far.
  private var outputs: Set<String> = []

  /// - Parameters:
  ///   - paths: The inputs as they were named.
  ///   - others: Further files that are read, such as the profile.
  ///   - excluded: The output folder.
  init(_ paths: InputPaths, others: [String] = [], excluding excluded: String?) {
    folders = paths.paths.filter { Folder.exists($0) }.compactMap { FilePath.real($0) }
      .map { String(decoding: $0, as: UTF8.self) }
    var files = Set(paths.paths.compactMap { FileIdentity($0) } + others.compactMap { FileIdentity($0) })
    // A terminal or the null device is read and written at once without harm.
    if let status = try? StandardStreams.input.status(), status.kind == .file { files.insert(status.identity) }
    self.files = files
    self.excluded = excluded.flatMap { FilePath.real($0) }
  }

  /// For commands that have no inputs but these.
  convenience init(reading others: [String]) { self.init(InputPaths([]), others: others, excluding: nil) }

  /// Whether the output folder is itself an input.
  var outputIsInput: Bool { excluded.map { folders.contains($0) } ?? false }

  /// What stands against writing a file.
  ///
  /// - Parameters:
  ///   - mayReplace: Whether a file that is there already may be replaced.
  ///   - isAppended: Whether what is there stays and is added to.
  /// - Returns: nil where nothing does.
  func objection(to target: String, mayReplace: Bool, isAppended: Bool = false) -> Finding? {
    guard let status = FileStatus(ofName: target) else { return nil }
    if isInput(target) { return Finding(.outputIsInput, ["path": target]) }
    if isAppended { return nil }
    if !mayReplace { return Finding(.outputExists, ["path": target]) }
    guard status.kind == .folder else { return nil }
    return Finding(.outputFailed, ["path": target, "reason": SystemFailure.isFolder.words])
  }

  /// Notes a file named by an option for writing.
  ///
  /// - Throws: `WrongUsage` where another option names the same file.
  func claim(_ target: String) throws(WrongUsage) {
    // A device takes several outputs; a file that is there already is known by what it is.
    let status = FileStatus(following: target)
    if let status, status.kind != .file { return }
    let place = status.map { "\($0.identity)" } ?? FilePath.realPlace(of: target) ?? target
    guard outputs.insert(place).inserted else { throw WrongUsage(.usageTwoOutputs, ["path": target]) }
  }

  /// Whether writing here would change or replace an input.
  func isInput(_ target: String) -> Bool {
    guard let identity = FileIdentity(target) else { return false }
    if files.contains(identity) { return true }
    // What counts is where the file is, and where the name is that would be replaced.
    guard let places = [FilePath.real(target), FilePath.realPlace(of: target)] as? [String] else { return false }
    return places.contains { isInsideOfInput($0) } && !OwnReport.isCarried(by: target)
  }

  private func isInsideOfInput(_ real: String) -> Bool {
    let inputFolder = folders.filter { real.hasPrefix($0 == "/" ? $0 : $0 + "/") }.map(\.utf8.count).max()
    guard let inputFolder else { return false }
    // Inside of both: the inner one decides, because a walk passes over the output folder.
    guard let excluded, real.hasPrefix(excluded + "/") else { return true }
    return inputFolder > excluded.utf8.count
  }
}
