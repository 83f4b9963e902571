/// How a run ended, as the number that the command exits with.
public enum ExitStatus: Int32, Sendable, Comparable {
  /// Everything done; warnings are allowed.
  case done = 0
  /// Everything done, but some form has error findings.
  case formErrors = 1
  /// Some input could not be read or recognized, or some output could not be written; everything else was done.
  case incomplete = 2
  /// The command was used wrongly; nothing was done.
  case usage = 64
  /// Stopped by SIGHUP, SIGINT, SIGQUIT or SIGTERM. What was in flight was finished.
  case hungUp = 129
  case interrupted = 130
  case quit = 131
  /// The reader of standard output has gone.
  case brokenPipe = 141
  case terminated = 143

  /// 128 + the signal's number; that of SIGTERM for one that is not listed.
  init(signal: Int32) { self = ExitStatus(rawValue: 128 + signal) ?? .terminated }

  var isSignal: Bool { rawValue > 128 }

  public static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }

  /// Adds another cause; the graver one wins.
  public mutating func formUnion(_ other: ExitStatus) { self = max(self, other) }
}
