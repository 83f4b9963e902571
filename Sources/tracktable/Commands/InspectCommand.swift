import ArgumentParser
import Conversion
import Findings
import Foundation
import Spreadsheet
import SystemCalls

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Shows what was recognized where, and what became of every other non-empty cell.")

  /// When the grid has colors.
  enum Color: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Argument(help: "A spreadsheet; - for standard input.", completion: .file())
  var file: String

  @Flag(help: "Print a map from the paths of the canonical JSON to cells, and the role of every cell, as JSON.")
  var json = false

  @Flag(help: "Print a profile for a file that was only partly understood, to be checked and completed.")
  var suggestProfile = false

  @Option(help: "Colors in the grid: auto (on a terminal, unless NO_COLOR is set), always or never.")
  var color = Color.auto

  @OptionGroup var options: FileOptionGroup

  func run() throws {
    try options.read(file, limitsTime: true) { source, settings, console in
      if suggestProfile {
        try console.write(Array(ProfileSuggestion.yaml(for: source, named: file, settings: settings).utf8), .rawText)
        return .done
      }
      let inspection = try options.input.office.reading(source) { try Inspection(of: $0, settings: settings) }
      if json {
        try console.write(inspection.json(in: console.language), .json)
      } else {
        try console.write(text(of: inspection, console), .text)
      }
      if let refusal = inspection.refusal { throw refusal }
      return .done
    }
  }

  private func text(of inspection: Inspection, _ console: Console) -> [UInt8] {
    let isTerminal =
      StandardStreams.output.isTerminal && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
    let isColored = color == .always || color == .auto && isTerminal
    return Array(InspectionText(of: inspection, in: console.language, isColored: isColored).text.utf8)
  }
}
