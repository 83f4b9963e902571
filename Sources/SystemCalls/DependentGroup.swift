import CLinux
import Glibc

/// How a program is started so that it ends, with all that it has started, as soon as this process does, however that comes.
///
/// The kernel's signal on the death of a parent reaches the child alone, and LibreOffice's is a script that starts a program that starts
/// another. So a shell stands at the head of the group: it has the program run, and a second one kills the group when a pipe closes of
/// whose other end this process alone has hold.
enum DependentGroup {
  /// The number by which the group has its end of the pipe.
  static let lifeline: Int32 = 3
  private static let shell = "/bin/sh"

  /// A program in the background would have no standard input: it goes by way of 4. Of what the program writes to, the shells keep nothing,
  /// so that its end can be seen.
  private static let script = """
    exec 4<&0 0</dev/null
    "$@" <&4 3<&- 4<&- & program=$!
    exec 4<&- 1>/dev/null 2>&1
    { read -r nothing; kill -9 0; } <&3 &
    exec 3<&-
    wait $program
    """

  /// Has the group begin with a session of its own, and with signals as a program expects them: threads of a pool may have them blocked, and a
  /// shell would wait for its children for ever.
  static func prepare(_ attributes: inout posix_spawnattr_t) {
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(clinux_own_session) | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
  }

  static func command(_ program: [String]) -> [String] { [shell, "-c", script, "sh"] + program }
}
