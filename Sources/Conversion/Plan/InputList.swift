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
      guard case .file(let input) = step, ArchiveKind.isNamed(input.name), let found = ArchiveWalk(input) else {
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
      guard Folder.exists(path) else { return .file(InputFile(path: path, name: FileName.last(of: path))) }
      do throws(Refusal) {
        walk = try FolderWalk(path, excluding: excluded)
      } catch {
        return .refusal(error.within(Place(file: FileName.display(path))))
      }
    }
  }
}
