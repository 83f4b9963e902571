import Conversion
import Findings

/// What is wrong with an option or an argument.
struct UsageProblem {
  let text: String

  /// - Parameter message: The argument parser's sentence.
  init(_ message: String, of command: CommandDescription, in language: Language) {
    let message = Self.withValuesInOneLine(message)
    let sentence = Self.sentence(message, command, language) ?? message
    let suggestion =
      Self.suggestion(message, command).map { language.pick("是不是“\($0)”？", " Did you mean '\($0)'?") } ?? ""
    text = language.pick("用法错误：", "Wrong usage: ") + sentence + suggestion
  }

  /// The parser lists six values or more below each other, fewer in the sentence.
  private static func withValuesInOneLine(_ message: String) -> String {
    let lines = message.split(separator: "\n")
    let values = lines.dropFirst().compactMap { $0.wholeMatch(of: /\s*- (\S+)/).map { "'\($0.1)'" } }
    guard let first = lines.first, !values.isEmpty, values.count == lines.count - 1 else { return message }
    return String(first).replacing(/one of the following:\s*$/, with: "one of ") + values.joined(separator: ", ") + "."
  }

  private static func sentence(_ message: String, _ command: CommandDescription, _ language: Language) -> String? {
    if let commands = command.subcommands, !commands.isEmpty, let word = firstUnexpected(in: message) {
      return language.pick("没有“\(word)”这个命令。", "There is no command '\(word)'.")
    }
    guard language == .chinese else {
      let ended = message.prefix { $0 != "\n" }
      return ended.hasSuffix(".") || ended.hasSuffix("?")
        ? message : message.replacing(ended, with: ended + ".", maxReplacements: 1)
    }
    let lines = message.split(separator: "\n").map(String.init)
    let known = lines.compactMap(chinese)
    return known.count == lines.count ? known.joined() : nil
  }

  /// The parser's sentence in Chinese; nil where it is none that is known.
  private static func chinese(_ line: String) -> String? {
    if let match = line.wholeMatch(of: /Unknown option '(.+?)'(?:\. Did you mean '(.+?)'\?)?/) {
      return "没有“\(match.1)”这个选项。" + (match.2.map { "是不是“\($0)”？" } ?? "")
    }
    if let match = line.wholeMatch(of: /(?:\s*or: )?Missing value for '(\S+)(?: <.+>)?'(?: in '.+')?/) {
      return "选项“\(match.1)”后面缺少内容。"
    }
    if let match = line.wholeMatch(of: /The option '(.+?)' does not take any value, but '(.*)' was specified\./) {
      return "选项“\(match.1)”不带内容，却写了“\(match.2)”。"
    }
    if let match = line.wholeMatch(of: /(?:Unexpected argument|\d+ unexpected arguments:) '(.*)'/) {
      return "多余的参数：“\(match.1.replacing("', '", with: "”、“"))”。"
    }
    if let match = line.wholeMatch(
      of: /Value to be set with (?:flag|position) '(.+?)'.* had already been set with (?:flag|position) '(.+?)'.*/)
    {
      return "“\(match.1)”与前面的“\(match.2)”不能同时使用。"
    }
    if let match = line.wholeMatch(of: /Missing expected argument '(?:(-\S+) )?<?(.+?)>?(?: \.\.\.)?'/) {
      return match.1.map { "缺少选项“\($0)”。" } ?? "缺少“\(match.2)”。"
    }
    if let match = line.wholeMatch(of: /The value '(.*)' is invalid for '(?:(-\S+) )?<?(.+?)>?'(?:[.:] ?(.*))?/) {
      let name = match.2 ?? match.3
      guard let more = match.4, !more.isEmpty else { return "“\(match.1)”不能用作“\(name)”的内容。" }
      let values = more.matches(of: /'(.+?)'/).map { String($0.1) }
      return "“\(match.1)”不能用作“\(name)”的内容" + (values.isEmpty ? "。" : "；可用：\(values.joined(separator: "、"))。")
    }
    if let match = line.wholeMatch(of: /Invalid option: (.+)/) { return "选项“\(match.1)”的写法不对。" }
    if line == "Missing required subcommand." { return "缺少命令。" }
    return nil
  }

  /// What was probably meant, where the parser does not say it itself.
  private static func suggestion(_ message: String, _ command: CommandDescription) -> String? {
    if let commands = command.subcommands, !commands.isEmpty, let word = firstUnexpected(in: message) {
      return Nearest.word(to: word, among: commands.map(\.commandName))
    }
    guard let match = message.firstMatch(of: /The value '(.*)' is invalid for .*Please provide one of (.*)/) else {
      return nil
    }
    return Nearest.word(to: String(match.1), among: match.2.matches(of: /'(.+?)'/).map { String($0.1) })
  }

  private static func firstUnexpected(in message: String) -> String? {
    message.firstMatch(of: /(?:Unexpected argument|unexpected arguments:) '(.*?)'/).map { String($0.1) }
  }
}
