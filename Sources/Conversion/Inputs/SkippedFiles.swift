import Findings

/// What a walk passed over, counted by reason.
public struct SkippedFiles: Hashable, Sendable {
  /// `~$…`: what Excel and WPS leave beside an open file.
  public var lockFiles = 0
  /// Hidden files and what operating systems leave in folders.
  public var systemFiles = 0
  /// Symbolic links to folders, and links that lead out of the input folder or nowhere.
  public var links = 0
  /// Pipes, sockets and devices.
  public var specialFiles = 0
  /// Program code, notes, settings, sound and the like, recognized by their names: nothing that a form can come as.
  public var otherFiles = 0
  /// Reports and logs of this program, recognized by their content.
  public var ownReports = 0

  public var total: Int { lockFiles + systemFiles + links + specialFiles + otherFiles + ownReports }

  /// The counts as a sentence.
  public var finding: Finding {
    Finding(
      .runSkipped,
      [
        "locks": String(lockFiles), "system": String(systemFiles), "links": String(links),
        "special": String(specialFiles), "other": String(otherFiles), "reports": String(ownReports),
      ])
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
