/// How a run ended, as the number that the command exits with.
public enum ExitStatus: Int32, Sendable, Comparable {
  /// Everything done; warnings are allowed.
  case done = 0
  /// Everything done, but some form has error findings.
  case formErrors = 1
  /// Some input could not be read or recognised, or some output could not be written; everything else was done.
  case incomplete = 2
  /// The command was used wrongly; nothing was done.
  case usage = 64
  /// Stopped by the user. What was in flight was finished.
  case interrupted = 130

  public static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }

  /// Adds another cause; the graver one wins.
  public mutating func formUnion(_ other: ExitStatus) { self = max(self, other) }
}
