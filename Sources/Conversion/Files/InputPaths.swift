import Findings
import SystemCalls

/// The inputs as they were named, before any folder is walked.
struct InputPaths {
  /// Paths of files and folders, `-` for standard input.
  let paths: [[UInt8]]

  /// - Parameters:
  ///   - named: The inputs named one by one.
  ///   - list: A file that lists further ones; `-` is standard input.
  /// - Throws: A refusal where the list of files cannot be read.
  init(named: [String], list: String? = nil) throws(Refusal) {
    var paths = named.map { Self.withoutSlash(Array($0.utf8)) }
    if let list {
      do throws(Refusal) {
        let file = list == "-" ? try OpenFile(descriptor: StandardStreams.input) : try OpenFile(path: list)
        paths += Self.split(try file.readToEnd(atMost: Self.longestList, named: "listBytes"))
      } catch {
        throw error.within(Place(file: list))
      }
    }
    self.paths = paths
  }

  /// Bytes of a list of files: a million paths.
  static let longestList = 64 << 20

  init(_ paths: [[UInt8]]) { self.paths = paths }

  /// NUL-separated where there is a NUL, as `find -print0` writes; else one a line, as editors of any system write.
  static func split(_ list: [UInt8]) -> [[UInt8]] {
    if list.contains(0) { return list.split(separator: 0).map { Array($0) } }
    return list.split(separator: 10)
      .map { Array($0.last == 13 ? $0.dropLast() : $0) }
      .filter { !$0.isEmpty }
  }

  private static func withoutSlash(_ path: [UInt8]) -> [UInt8] {
    path.count > 1 && path.last == UInt8(ascii: "/") ? withoutSlash(path.dropLast()) : path
  }
}
