import Foundation
import Testing

/// A README: its sections in order, each with the commands of its fenced blocks of `sh`, and what it names in backquotes.
struct Readme: CustomTestStringConvertible {
  /// A line of a fenced block, and the exit status that its comment announces; 0 where it announces none.
  struct Line: Equatable {
    let command: String
    let status: Int32

    init(_ text: Substring) {
      let parts = text.split(separator: #/\s+#\s/#, maxSplits: 1)
      command = String(parts[0])
      status = parts.dropFirst().first?.firstMatch(of: #/(?:exit status|退出状态) (\d+)/#).flatMap { Int32($0.1) } ?? 0
    }

    /// The outputs and reports that the command names.
    var outputs: [String] {
      command.matches(of: #/(?:-o|--report) (\S+)/#).map { String($0.1) }
    }
  }

  struct Section {
    let title: String
    /// 1 for the title of the page.
    let level: Int
    var lines: [Line] = []
    /// The rows of its tables, each as its cells.
    var rows: [[String]] = []
    var names: [String] = []
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let names = ["README.md", "README.zh-Hans.md"]

  let name: String
  let sections: [Section]

  var testDescription: String { name }
  var lines: [Line] { sections.flatMap(\.lines) }

  init(_ name: String) throws {
    self.name = name
    var sections: [Section] = []
    var isCode = false
    var isShell = false
    let text = try String(contentsOf: Self.root.appendingPathComponent(name), encoding: .utf8)
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") {
        isCode.toggle()
        isShell = line == "```sh"
      } else if isCode {
        if isShell { sections[sections.count - 1].lines.append(Line(line)) }
      } else if let heading = line.wholeMatch(of: #/(#+) (.+)/#) {
        sections.append(Section(title: String(heading.2), level: heading.1.count))
      } else if !sections.isEmpty, !line.hasPrefix("    ") {
        sections[sections.count - 1].names += line.matches(of: #/`([^`]+)`/#).map { String($0.1) }
        if line.hasPrefix("|") {
          let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
          sections[sections.count - 1].rows.append(cells)
        }
      }
    }
    self.sections = sections
  }
}
