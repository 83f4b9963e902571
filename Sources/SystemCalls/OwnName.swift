import Glibc

/// Names that this program gives to files which are not complete, so that it can tell its own from those of others.
///
/// `.tracktable-<machine>-<boot>-<process>-<random>.part`: what a killed process left differs from what a living one, or one on
/// another machine that shares the folder, is still writing.
enum OwnName {
  private static let prefix = ".tracktable-"
  private static let suffix = ".part"

  static func temporary() -> String {
    "\(prefix)\(machine)-\(boot)-\(getpid())-\(hexadecimal(UInt64.random(in: 0...UInt64.max)))\(suffix)"
  }

  /// Whether a file of this name was left by a process of this machine that has ended.
  static func isLeftover(_ name: [UInt8]) -> Bool {
    guard name.count < 200, name.starts(with: prefix.utf8) else { return false }
    let text = String(decoding: name, as: UTF8.self)
    guard text.hasSuffix(suffix) else { return false }
    let parts = text.dropFirst(prefix.count).dropLast(suffix.count).split(separator: "-")
    guard parts.count == 4, parts[0] == machine, let process = pid_t(parts[2]), parts[3].count == 16 else {
      return false
    }
    return parts[1] != boot || hasEnded(process)
  }

  /// Whether there is no such process of this boot, or one that has ended and only waits for its parent to ask how.
  ///
  /// A killed run leaves its workers to the first process of the system, and that of a container may take seconds to ask.
  static func hasEnded(_ process: pid_t) -> Bool {
    if kill(process, 0) != 0 && errno == ESRCH { return true }
    // `number (name) state …`, where a name may hold parentheses: proc(5).
    guard let line = try? Descriptor.reading(Array("/proc/\(process)/stat".utf8)).read(upTo: 1 << 10),
      let name = line.lastIndex(of: UInt8(ascii: ")")), name + 2 < line.endIndex
    else { return false }
    return [UInt8(ascii: "Z"), UInt8(ascii: "X")].contains(line[name + 2])
  }

  /// Sixteen hexadecimal digits.
  static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  static let machine = fingerprint("/etc/machine-id")
  static let boot = fingerprint("/proc/sys/kernel/random/boot_id")

  private static func fingerprint(_ path: String) -> String {
    let bytes = (try? Descriptor.reading(Array(path.utf8)).read(upTo: 256)) ?? []
    return hexadecimal(Fingerprint.of(bytes))
  }
}

/// FNV-1a over 64 bits: the same for the same bytes on every machine and in every run.
package enum Fingerprint {
  package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  package static func of(_ text: String) -> UInt64 { of(text.utf8) }
}
