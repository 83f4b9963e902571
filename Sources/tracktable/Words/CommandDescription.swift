import ArgumentParser
import Foundation

/// A command with its options and subcommands, as the argument parser describes it to programs.
struct CommandDescription: Decodable {
  /// A positional argument, an option with a value, or a flag.
  struct Argument: Decodable {
    enum Kind: String, Decodable {
      case positional, option, flag
    }

    struct Name: Decodable {
      let kind: String
      let name: String

      var written: String { kind == "long" ? "--" + name : "-" + name }
    }

    let kind: Kind
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let preferredName: Name?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?
  }

  let commandName: String
  let abstract: String?
  let discussion: String?
  let subcommands: [CommandDescription]?
  let arguments: [Argument]?

  /// The whole command; nil where the parser describes it in another way than this program knows.
  static func of(_ command: any ParsableCommand.Type) -> CommandDescription? {
    struct Tool: Decodable {
      let command: CommandDescription
    }
    return try? JSONDecoder().decode(Tool.self, from: Data(command._dumpHelp().utf8)).command
  }

  /// The subcommand of that name.
  subscript(name: String) -> CommandDescription? { subcommands?.first { $0.commandName == name } }
}
