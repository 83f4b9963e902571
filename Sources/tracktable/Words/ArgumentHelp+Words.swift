import ArgumentParser

extension ArgumentHelp {
  /// What an option or an argument is for, in both languages.
  ///
  /// - Parameter value: What the value is called in Chinese; in English it has the option's name.
  static func words(_ chinese: String, _ english: String, value: String? = nil) -> ArgumentHelp {
    guard CommandLanguage.current == .chinese else { return ArgumentHelp(english) }
    return ArgumentHelp(chinese, valueName: value)
  }
}

extension String {
  /// What a command is for, in both languages.
  static func words(_ chinese: String, _ english: String) -> String { CommandLanguage.current.pick(chinese, english) }

  /// What a command is used for, and how: lines of what for, and the command in the line below.
  static func examples(_ examples: (chinese: String, english: String, command: String)...) -> String {
    examples.map { CommandLanguage.current.pick($0.chinese, $0.english) + "\n  " + $0.command }.joined(separator: "\n")
  }
}
