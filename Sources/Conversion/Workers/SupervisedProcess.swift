import Findings
import SystemCalls

/// A command that reads one file, in a process of its own: what that costs is limited as it is for the files of a run.
package enum SupervisedProcess {
  /// Seconds between two looks at its memory.
  private static let watchInterval = 0.1
  /// The number of the signal by which the kernel ends a process whose processor time is used up.
  private static let processorTimeUsedUp: Int32 = 24

  /// Runs a command to its end; its standard streams are those of this process.
  ///
  /// - Returns: What it ended with.
  /// - Throws: A refusal where it was stopped, died, or could not be started.
  package static func run(_ command: [String], limits: FileLimits) throws(Refusal) -> ExitStatus {
    // What it keeps in files goes with it, however it ends.
    let scratch = try? PrivateFolder.make(in: TemporaryFile.folder)
    defer { if let scratch { PrivateFolder.removeAll(scratch) } }
    let ending: ChildProcess.Ending
    do throws(SystemFailure) {
      // It ends when the only writing end of this pipe, which it holds and never uses, is closed.
      let (child, end) = try start(command, scratch: scratch)
      while try !Poll.wait(for: [Poll.Wish(end.number)], atMost: watchInterval)[0].canRead {
        guard child.residentMemory > limits.memory else { continue }
        child.kill()
        _ = child.wait()
        throw .memoryUsedUp
      }
      ending = child.wait()
    } catch {
      if error == .memoryUsedUp { throw Refusal(.runMemoryLimit, ["megabytes": String(limits.memory >> 20)]) }
      throw Refusal(.runSystem, ["reason": error.words])
    }
    if ending.signal == processorTimeUsedUp {
      throw Refusal(.runTimeLimit, ["seconds": String(Int(limits.seconds.rounded()))])
    }
    guard let status = ending.status.flatMap({ ExitStatus(rawValue: $0) }) else {
      throw Refusal(.runWorkerDied, ["reason": ending.words])
    }
    return status
  }

  /// What the process does first.
  ///
  /// - Parameter limitsTime: Whether processor time is limited; a command that prints as it reads may be read slowly, and costs no more.
  package static func begin(limits: FileLimits, limitsTime: Bool) {
    OwnProcess.dieWithParent()
    SignalWatch.leaveToParent()
    OwnProcess.limitAddressSpace(to: 2 * limits.memory + (1 << 30))
    if limitsTime { OwnProcess.limitProcessorTime(to: Int(limits.seconds.rounded(.up))) }
  }

  /// - Returns: The process, and what ends when it does; of the other end this process keeps nothing.
  private static func start(
    _ command: [String], scratch: String?
  ) throws(SystemFailure) -> (ChildProcess, end: Descriptor) {
    let pipe = try ChildProcess.pipe()
    var variables = ["SWIFT_BACKTRACE": "enable=no"]
    if let scratch { variables[TemporaryFile.variable] = scratch }
    let child = try ChildProcess(
      command, descriptors: [(3, pipe.writing)], setting: variables, keepsOthers: true)
    return (child, pipe.reading)
  }
}

extension SystemFailure {
  /// Stands for a limit of this program's own.
  fileprivate static let memoryUsedUp = SystemFailure(number: -1)
}
