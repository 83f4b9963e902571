import CLinux
import Glibc

/// Turns the signals by which users stop a program into something that can be waited for.
final class Interruption {
  /// Becomes readable when a signal has come; -1 where signals are left alone.
  let descriptor: Int32
  private var before = sigset_t()

  /// - Parameter catches: Whether to take the signals at all; a library leaves them to its host.
  init(catches: Bool) {
    guard catches else {
      descriptor = -1
      return
    }
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, &before)
    descriptor = signalfd(-1, &signals, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  /// Whether a signal has come since the last time.
  func hasCome() -> Bool {
    guard descriptor >= 0 else { return false }
    var info = signalfd_siginfo()
    return read(descriptor, &info, MemoryLayout<signalfd_siginfo>.size) > 0
  }
}
