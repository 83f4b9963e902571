import SystemCalls

/// This very command once more, as a process that works for the one that starts it: its second argument says so.
enum WorkerCommand {
  private static let flag = "--worker"

  /// Whether this process is one.
  static var isOwn: Bool { CommandLine.arguments.dropFirst(2).first == flag }

  /// The command that starts one.
  static var words: [String] {
    let arguments = CommandLine.arguments.dropFirst()
    return [OwnProcess.program] + arguments.prefix(1) + [flag] + arguments.dropFirst()
  }
}
