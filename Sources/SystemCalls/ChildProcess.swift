import CLinux
import Glibc
import Synchronization

/// A process that this one has started.
package final class ChildProcess {
  package let identifier: pid_t
  private var ending: Int32?
  private let isGroup: Bool
  /// What the group of processes lives by.
  private var lifeline: Descriptor?
  /// What to kill of the processes that this one has started and not seen end: they, or their groups.
  private static let running = Mutex<Set<pid_t>>([])

  /// - Parameters:
  ///   - command: The path of the program and its arguments.
  ///   - descriptors: By the number that a descriptor is to have in the child. 0, 1 and 2 are inherited where not named, nothing else is.
  ///   - variables: Environment variables to be set, over those of this process.
  ///   - keepsOthers: Whether the child inherits what else is open here and not marked to be closed on `exec`: for a process that does this one's
  ///     work and may be given `/dev/fd/63`, which a shell has opened. Not for a child of a server: the network library's sockets are not marked,
  ///     and a connection ends for its client only when no process has it open any more.
  package convenience init(
    _ command: [String], descriptors: [(number: Int32, Descriptor)], setting variables: [String: String] = [:],
    keepsOthers: Bool = false
  ) throws(SystemFailure) {
    try self.init(command, descriptors, variables, keepsOthers: keepsOthers, lifeline: nil)
  }

  /// Starts a program in a group of processes of its own, without a terminal: all that it starts can be killed with it, and is as soon as this
  /// process ends, be it by a signal that cannot be caught.
  ///
  /// - Parameter descriptors: Of 0, 1 and 2.
  package convenience init(
    inGroupOfItsOwn command: [String], descriptors: [(number: Int32, Descriptor)],
    setting variables: [String: String] = [:]
  ) throws(SystemFailure) {
    guard let program = command.first, ExecutableFile.isThere(program) else {
      throw SystemFailure(number: access(command.first ?? "", F_OK) == 0 ? EACCES : ENOENT)
    }
    let pipe = try Self.pipe()
    try self.init(
      DependentGroup.command(command), descriptors + [(DependentGroup.lifeline, pipe.reading)], variables,
      keepsOthers: false, lifeline: pipe.writing)
  }

  private init(
    _ command: [String], _ descriptors: [(number: Int32, Descriptor)], _ variables: [String: String],
    keepsOthers: Bool, lifeline: Descriptor?
  ) throws(SystemFailure) {
    self.lifeline = lifeline
    isGroup = lifeline != nil
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // A descriptor whose number another one is to have would be gone by its turn: all go through copies above these numbers.
    let highest = descriptors.map(\.number).reduce(2, max)
    var copies: [Descriptor] = []
    for (_, descriptor) in descriptors {
      guard descriptor.number <= highest else {
        copies.append(descriptor)
        continue
      }
      let copy = fcntl(descriptor.number, F_DUPFD_CLOEXEC, highest + 1)
      guard copy >= 0 else { throw .last }
      copies.append(Descriptor(copy, isOwned: true))
    }
    for ((number, _), copy) in zip(descriptors, copies) {
      posix_spawn_file_actions_adddup2(&actions, copy.number, number)
    }
    if !keepsOthers {
      for number in 3..<(highest + 1) where !descriptors.contains(where: { $0.number == number }) {
        posix_spawn_file_actions_addclose(&actions, number)
      }
      posix_spawn_file_actions_addclosefrom_np(&actions, highest + 1)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = Self.environment(setting: variables).map { strdup($0) } + [nil]
    defer { for pointer in arguments + environment { free(pointer) } }
    var process: pid_t = 0
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if lifeline != nil { DependentGroup.prepare(&attributes) }
    let failure = posix_spawn(&process, command.first ?? "", &actions, &attributes, &arguments, &environment)
    guard failure == 0 else { throw SystemFailure(number: failure) }
    identifier = process
    Self.running.withLock { _ = $0.insert(isGroup ? -process : process) }
  }

  private static func environment(setting own: [String: String]) -> [String] {
    var variables: [String] = []
    var entry = environ
    while let text = entry.pointee {
      variables.append(String(cString: text))
      entry += 1
    }
    return variables.filter { variable in !own.keys.contains { variable.hasPrefix($0 + "=") } }
      + own.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  /// A pipe between two processes: what is written to one end is read from the other.
  package static func pipe() throws(SystemFailure) -> (reading: Descriptor, writing: Descriptor) {
    var ends: [Int32] = [0, 0]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .last }
    return (Descriptor(ends[0], isOwned: true), Descriptor(ends[1], isOwned: true))
  }

  /// A pair of sockets: as a pipe, but writing to one whose other end is gone fails without a signal, whatever the process makes of signals.
  package static func socketPair() throws(SystemFailure) -> (reading: Descriptor, writing: Descriptor) {
    var ends: [Int32] = [0, 0]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .last }
    return (Descriptor(ends[0], isOwned: true), Descriptor(ends[1], isOwned: true))
  }

  /// Bytes of resident memory; 0 where the process is gone, or the system does not say.
  package var residentMemory: Int {
    guard let file = try? Descriptor.reading(Array("/proc/\(identifier)/statm".utf8)),
      let bytes = try? file.read(upTo: 200)
    else { return 0 }
    let fields = bytes.split(separator: 32)
    guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else { return 0 }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  package func kill() { if ending == nil { Glibc.kill(identifier, SIGKILL) } }

  /// Kills the group of processes that this one has begun, whether it is still there itself or not.
  package func killGroup() { Glibc.kill(-identifier, SIGKILL) }

  /// Kills all that are still there, for a process that is about to end.
  static func killAll() { running.withLock { for target in $0 { Glibc.kill(target, SIGKILL) } } }

  /// Waits for the end of the process.
  package func wait() -> Ending {
    if ending == nil {
      var status: Int32 = 0
      while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
      end(status)
    }
    return Ending(status: ending ?? 0, ofShell: isGroup)
  }

  /// How the process ended; nil while it goes on.
  package func endedAlready() -> Ending? {
    if let ending { return Ending(status: ending, ofShell: isGroup) }
    var status: Int32 = 0
    guard waitpid(identifier, &status, WNOHANG) == identifier else { return nil }
    end(status)
    return Ending(status: status, ofShell: isGroup)
  }

  /// What the process has started may have outlived it, and goes with it.
  private func end(_ status: Int32) {
    ending = status
    lifeline = nil
    Self.running.withLock { _ = $0.remove(isGroup ? -identifier : identifier) }
  }

  package struct Ending: Hashable, Sendable {
    /// The exit status; nil where a signal ended the process.
    package let status: Int32?
    package let signal: Int32?

    /// - Parameter isOfShell: Whether a shell says what its program ended with: a signal is 128 and its number.
    init(status: Int32, ofShell isOfShell: Bool) {
      var signal = status & 0x7f
      let exit = (status >> 8) & 0xff
      if isOfShell, signal == 0, exit > 128, exit <= 128 + 64 { signal = exit - 128 }
      self.signal = signal == 0 ? nil : signal
      self.status = signal == 0 ? exit : nil
    }

    /// `exit 3`, `signal 6`.
    package var words: String { signal.map { "signal \($0)" } ?? "exit \(status ?? 0)" }
  }
}

/// This process among others.
package enum OwnProcess {
  package static var identifier: Int { Int(getpid()) }
  package static var parent: Int { Int(getppid()) }

  /// A path that starts the program of this process once more; by its first argument where there is no `/proc`.
  package static var program: String {
    let own = "/proc/self/exe"
    if let path = FilePath.real(own) {
      // Under a program that plays the processor, such as valgrind, the link leads to that program and only says otherwise.
      return FileIdentity(own) == FileIdentity(path) ? own : path
    }
    let name = CommandLine.arguments.first ?? ""
    if name.utf8.contains(UInt8(ascii: "/")) { return name }
    let folders = (getenv("PATH").map { String(cString: $0) } ?? "").split(
      separator: ":", omittingEmptySubsequences: false)
    return folders.map { ($0.isEmpty ? "." : String($0)) + "/" + name }.first { access($0, X_OK) == 0 } ?? name
  }

  /// Has the kernel end this process when the one that started it ends.
  package static func dieWithParent() { _ = clinux_die_with_parent() }

  /// Limits the processor time, in seconds; the kernel ends the process by SIGXCPU.
  package static func limitProcessorTime(to seconds: Int) {
    var limit = rlimit(rlim_cur: rlim_t(seconds), rlim_max: rlim_t(seconds + 5))
    setrlimit(Int32(RLIMIT_CPU.rawValue), &limit)
  }

  /// Limits the address space. A build for a sanitizer maps terabytes that it never uses, and is left alone.
  package static func limitAddressSpace(to bytes: Int) {
    let program = dlopen(nil, RTLD_LAZY)
    guard dlsym(program, "__tsan_init") == nil, dlsym(program, "__asan_init") == nil else { return }
    var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
    setrlimit(Int32(RLIMIT_AS.rawValue), &limit)
  }
}

/// Waits for several descriptors at once.
package enum Poll {
  package struct Wish: Sendable {
    package let descriptor: Int32
    package let reads: Bool
    package let writes: Bool

    package init(_ descriptor: Int32, reads: Bool = true, writes: Bool = false) {
      self.descriptor = descriptor
      self.reads = reads
      self.writes = writes
    }
  }

  /// Waits until something can be read or written, or the time is up.
  ///
  /// - Returns: For each wish what can be done now; an end counts as something to read.
  package static func wait(
    for wishes: [Wish], atMost seconds: Double
  ) throws(SystemFailure) -> [(canRead: Bool, canWrite: Bool)] {
    var descriptors = wishes.map {
      pollfd(fd: $0.descriptor, events: Int16(($0.reads ? POLLIN : 0) | ($0.writes ? POLLOUT : 0)), revents: 0)
    }
    let count = poll(&descriptors, nfds_t(descriptors.count), Int32((seconds * 1000).rounded(.up)))
    guard count >= 0 || errno == EINTR else { throw .last }
    if count <= 0 { return wishes.map { _ in (false, false) } }
    return descriptors.map { one in
      let events = Int32(one.revents)
      return (events & ~Int32(POLLOUT) != 0, events & Int32(POLLOUT) != 0)
    }
  }
}
