import Conversion
import Findings

/// The help of a command in either language, in lines no wider than a terminal.
struct HelpText {
  let command: CommandDescription
  /// What is typed in front of the command's own name.
  let parents: [String]
  let language: Language
  let width: Int

  /// Where the explanation of an option begins.
  private static let indent = 26

  var text: String {
    var parts = [wrapped(command.abstract ?? "", indent: 0), usage]
    if let discussion = command.discussion, !discussion.isEmpty {
      parts.append(section("示例：", "Examples:", discussion.split(separator: "\n").map { "  " + $0 }))
    }
    let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
    parts.append(section("参数：", "Arguments:", arguments.filter { $0.kind == .positional }.map(line)))
    parts.append(section("选项：", "Options:", arguments.filter { $0.kind != .positional }.map(line)))
    let commands = (command.subcommands ?? []).filter { $0.commandName != "help" }
    parts.append(
      section("命令：", "Commands:", commands.map { entry($0.commandName, $0.abstract ?? "") }))
    if !commands.isEmpty {
      parts.append(
        language.pick("各命令的用法见“\(path) help 命令”。", "See '\(path) help COMMAND' for how each is used."))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var path: String { (parents + [command.commandName]).joined(separator: " ") }

  /// The one line that says how the command is written.
  var usage: String {
    let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
    var words = [path]
    if command.subcommands?.isEmpty == false { words.append(language.pick("<命令>", "<command>")) }
    if arguments.contains(where: { $0.kind != .positional && $0.isOptional }) {
      words.append(language.pick("[选项]", "[options]"))
    }
    for argument in arguments where argument.kind == .positional {
      let value = "<\(argument.valueName ?? "")>" + (argument.isRepeating ? " …" : "")
      words.append(argument.isOptional ? "[\(value)]" : value)
    }
    for argument in arguments where argument.kind == .option && !argument.isOptional {
      words.append("\(argument.preferredName?.written ?? "") <\(argument.valueName ?? "")>")
    }
    return language.pick("用法：", "Usage: ") + words.joined(separator: " ")
  }

  private func section(_ chinese: String, _ english: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : ([language.pick(chinese, english)] + lines).joined(separator: "\n")
  }

  private func line(_ argument: CommandDescription.Argument) -> String {
    let names = (argument.names ?? []).sorted { $0.written.utf8.count < $1.written.utf8.count }.map(\.written)
    let value = argument.kind == .flag ? "" : "<\(argument.valueName ?? "")>"
    let left = ([names.joined(separator: ", "), value].filter { !$0.isEmpty }).joined(separator: " ")
    return entry(left, explanation(of: argument))
  }

  private func explanation(of argument: CommandDescription.Argument) -> String {
    // What the parser itself adds has words in one language only.
    if argument.preferredName?.name == "help" { return language.pick("显示本帮助。", "Show this help.") }
    if argument.preferredName?.name == "version" { return language.pick("显示版本。", "Show the version.") }
    var words = argument.abstract ?? ""
    if let values = argument.allValues, !values.isEmpty {
      let list = values.joined(separator: language.pick("、", ", "))
      words += language.pick("（可用：\(list)）", " (one of \(list))")
    }
    if let value = argument.defaultValue { words += language.pick("（默认：\(value)）", " (default: \(value))") }
    return words
  }

  private func entry(_ left: String, _ right: String) -> String {
    let lines = wrapped(right, indent: Self.indent)
    let used = 2 + DisplayWidth.of(left, atMost: width)
    guard used + 2 <= Self.indent else {
      return "  " + left + "\n" + String(repeating: " ", count: Self.indent) + lines
    }
    return "  " + left + String(repeating: " ", count: Self.indent - used) + lines
  }

  /// The words in lines; all but the first are indented. A line ends at a blank, or in front of a Chinese character that may begin one.
  private func wrapped(_ words: String, indent: Int) -> String {
    var lines: [String] = [""]
    var used = 0
    for piece in Self.pieces(of: words) {
      let columns = DisplayWidth.of(piece, atMost: width)
      if used + columns > width - indent, used > 0 {
        while lines[lines.count - 1].hasSuffix(" ") { lines[lines.count - 1].removeLast() }
        lines.append("")
        used = 0
      }
      if used == 0, piece == " " { continue }
      lines[lines.count - 1] += piece
      used += columns
    }
    return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
  }

  /// What is not taken apart: a word of letters and signs, a blank, a Chinese character with the marks that cling to it.
  private static func pieces(of words: String) -> [String] {
    var pieces: [String] = []
    var joinsNext = false
    for character in words {
      let isWide = DisplayWidth.of(String(character), atMost: 2) == 2 || "“”‘’—…".contains(character)
      let clings = "，。；：？！、）》”’…—".contains(character)
      let joins = joinsNext || clings || !isWide && character != " " && pieces.last.map(Self.isOfLetters) == true
      if joins, !pieces.isEmpty { pieces[pieces.count - 1].append(character) } else { pieces.append(String(character)) }
      joinsNext = "（《“‘".contains(character)
    }
    return pieces
  }

  private static func isOfLetters(_ piece: String) -> Bool {
    piece != " " && piece.last.map { DisplayWidth.of(String($0), atMost: 2) == 1 && !"“”‘’—…".contains($0) } == true
  }
}
