import Findings
import TrackingModel

/// JSON Lines too large to be taken into memory: one form a line, handed over one by one.
enum JSONLines {
  private static let pieceSize = 1 << 18
  /// A line longer than this is no form: 64 MiB.
  static let longestLine = 64 << 20

  /// Whether the first line of a file is a form of its own.
  static func isBeginning(of path: String) throws(Refusal) -> Bool {
    var first: ArraySlice<UInt8>?
    let file = try OpenFile(path: path)
    var head: [UInt8] = []
    while first == nil, head.count <= longestLine, case let piece = try file.read(upTo: pieceSize), !piece.isEmpty {
      let searched = head.count
      head += piece
      first = head[searched...].firstIndex(of: 10).map { head[..<$0] }
    }
    guard let line = first else { return false }
    return (try? CanonicalJSON.checkedLine(withoutMark(line))) != nil
  }

  /// - Throws: A refusal with the line where it is no form; what `receive` throws.
  static func read(_ path: String, _ receive: (TrackingForm) throws -> Void) throws {
    let file = try OpenFile(path: path)
    var rest: [UInt8] = []
    var number = 0
    func parseLine(_ line: ArraySlice<UInt8>) throws {
      number += 1
      let text = number == 1 ? withoutMark(line) : line
      if text.allSatisfy({ $0 == 32 || $0 == 13 || $0 == 9 }) { return }
      let form: TrackingForm
      do throws(Refusal) {
        form = try CanonicalJSON.checkedLine(text)
      } catch {
        throw error.within(Place(position: BytePosition(line: number)))
      }
      try receive(form)
    }
    while case let piece = try file.read(upTo: pieceSize), !piece.isEmpty {
      var searched = rest.count
      rest += piece
      var begin = 0
      while let end = rest[searched...].firstIndex(of: 10) {
        try parseLine(rest[begin..<end])
        begin = end + 1
        searched = begin
      }
      rest.removeFirst(begin)
      if rest.count > longestLine {
        throw Refusal(.jsonSyntax, at: Place(position: BytePosition(line: number + 1)), ["reason": "line > 64 MiB"])
      }
    }
    if !rest.isEmpty { try parseLine(rest[...]) }
  }

  private static func withoutMark(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
  }
}
