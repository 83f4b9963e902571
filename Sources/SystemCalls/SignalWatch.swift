import CLinux
import Glibc
import Synchronization

/// What a process does with the signals that end others.
///
/// SIGPIPE and SIGXFSZ are ignored: the write that caused them fails, and says so. SIGHUP, SIGINT, SIGQUIT and SIGTERM are taken by a
/// thread that does nothing else. A run that can stop in good order asks for them with `Receiver`; where none does, or one does not
/// listen, the thread removes what is not complete, says so, and ends the process with 128 + the signal's number.
///
/// A signal that was ignored when the process started, as by `nohup`, stays ignored.
package final class SignalWatch: Sendable {
  private struct State {
    weak var receiver: Receiver?
    var isHeard = true
  }

  private static let started = Mutex<SignalWatch?>(nil)
  private let state = Mutex(State())
  private let say: @Sendable (Int32) -> Void

  private init(say: @escaping @Sendable (Int32) -> Void) { self.say = say }

  /// Begins to watch, once for the process and before it has other threads.
  ///
  /// - Parameter say: Says that the process ends by this signal; called on the watching thread.
  package static func start(say: @escaping @Sendable (Int32) -> Void) {
    let watch = SignalWatch(say: say)
    started.withLock { $0 = watch }
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    var signals = ending
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    DetachedThread.start { watch.wait() }
  }

  /// What workers of a process that watches do: those signals are for their parent, and they end with it.
  package static func leaveToParent() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    var signals = ending
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  private static var ending: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] where !isIgnored(number) { sigaddset(&signals, number) }
    return signals
  }

  /// A signal that is ignored would be taken all the same once it is blocked.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  private func wait() -> Never {
    var signals = Self.ending
    while true {
      var number: Int32 = 0
      guard sigwait(&signals, &number) == 0, !deliver(number) else { continue }
      // What they write would be left behind.
      ChildProcess.killAll()
      UnfinishedFiles.ofProcess.removeAll {
        say(number)
        _exit(128 + number)
      }
    }
  }

  /// False where no handler is installed.
  private func deliver(_ number: Int32) -> Bool {
    state.withLock {
      guard let receiver = $0.receiver, $0.isHeard else { return false }
      $0.isHeard = false
      receiver.post(number)
      return true
    }
  }

  private func heard() { state.withLock { $0.isHeard = true } }

  /// Takes signals for a run that stops in good order. A second signal that comes before the first was taken ends the process.
  package final class Receiver: Sendable {
    /// Becomes readable when a signal has come; -1 where the process does not watch.
    package let descriptor: Int32
    private let watch: SignalWatch?
    private let pending = Mutex<[Int32]>([])

    package init() {
      watch = SignalWatch.started.withLock { $0 }
      descriptor = watch == nil ? -1 : eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC))
      watch?.state.withLock {
        $0.receiver = self
        $0.isHeard = true
      }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    fileprivate func post(_ number: Int32) {
      pending.withLock { $0.append(number) }
      eventfd_write(descriptor, 1)
    }

    /// The signal that came since the last time; nil where none did.
    package func next() -> Int32? {
      guard let number = pending.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return nil }
      var count: eventfd_t = 0
      eventfd_read(descriptor, &count)
      watch?.heard()
      return number
    }
  }
}
