import Findings
import SystemCalls

/// All inputs of a run, one by one, in the order in which they were named; folders are walked as they come up.
struct InputList {
  private var named: ArraySlice<[UInt8]>
  private var walk: FolderWalk?
  private var archive: ArchiveWalk?
  private let excluded: FileIdentity?
  private var skippedBefore = SkippedFiles()

  /// - Parameter excluded: The output folder, which is passed over where it lies inside of an input.
  init(_ inputs: [[UInt8]], excluding excluded: FileIdentity?) {
    named = inputs[...]
    self.excluded = excluded
  }

  /// What walks have passed over so far.
  var skipped: SkippedFiles { skippedBefore + (walk?.skipped ?? SkippedFiles()) }

  /// The next input, or why a folder cannot be walked; nil after the last. An archive is walked as a folder is.
  mutating func next() -> FolderWalk.Step? {
    while true {
      if let step = archive?.next() { return step }
      archive = nil
      guard let step = nextOutside() else { return nil }
      guard case .file(let input) = step, ArchiveIndex.isArchive(input.name), let found = ArchiveWalk(input) else {
        return step
      }
      skippedBefore = skippedBefore + found.skipped
      archive = found
    }
  }

  private mutating func nextOutside() -> FolderWalk.Step? {
    while true {
      if let step = walk?.next() { return step }
      if let walk { skippedBefore = skippedBefore + walk.skipped }
      walk = nil
      guard let path = named.popFirst() else { return nil }
      guard Folder.exists(path) else { return .file(InputFile(path: path, name: InputPaths.lastComponent(path))) }
      do throws(Refusal) {
        walk = try FolderWalk(path, excluding: excluded)
      } catch {
        return .refusal(error.within(Place(file: FileName.display(path))))
      }
    }
  }
}

/// The inputs as they were named, before any folder is walked.
struct InputPaths {
  /// Paths of files and folders, `-` for standard input.
  let paths: [[UInt8]]

  /// - Throws: A refusal where the list of files cannot be read.
  init(_ settings: RunSettings) throws(Refusal) {
    var paths = settings.inputs.map { Self.withoutSlash(Array($0.utf8)) }
    if let list = settings.filesFrom {
      do throws(Refusal) {
        let file = list == "-" ? try OpenFile(descriptor: StandardStreams.input) : try OpenFile(path: list)
        paths += Self.split(try file.readToEnd(atMost: Self.longestList, named: "listBytes"))
      } catch {
        throw error.within(Place(file: list))
      }
    }
    self.paths = paths
  }

  /// Bytes of a list of files: a million paths.
  static let longestList = 64 << 20

  init(_ paths: [[UInt8]]) { self.paths = paths }

  /// NUL-separated where there is a NUL, as `find -print0` writes; else one a line, as editors of any system write.
  static func split(_ list: [UInt8]) -> [[UInt8]] {
    if list.contains(0) { return list.split(separator: 0).map { Array($0) } }
    return list.split(separator: 10)
      .map { Array($0.last == 13 ? $0.dropLast() : $0) }
      .filter { !$0.isEmpty }
  }

  static func lastComponent(_ path: [UInt8]) -> String {
    let slash = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return FileName.display(Array(path[slash...]))
  }

  private static func withoutSlash(_ path: [UInt8]) -> [UInt8] {
    path.count > 1 && path.last == UInt8(ascii: "/") ? withoutSlash(path.dropLast()) : path
  }
}

extension SkippedFiles {
  static func + (left: SkippedFiles, right: SkippedFiles) -> SkippedFiles {
    var sum = left
    sum.lockFiles += right.lockFiles
    sum.systemFiles += right.systemFiles
    sum.links += right.links
    sum.specialFiles += right.specialFiles
    sum.otherFiles += right.otherFiles
    sum.ownReports += right.ownReports
    return sum
  }
}
