import ArgumentParser
import Conversion
import Findings

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Reads forms and writes them as XLSX, JSON, JSON Lines, CSV or TSV.")

  @OptionGroup var inputs: RunOptionGroup
  @OptionGroup var output: OutputOptionGroup
  @Flag(help: "Go on with an earlier run into the same folder: what it finished is verified and kept.")
  var resume = false
  @OptionGroup var input: InputOptionGroup

  func run() throws {
    let console = Console(language: input.language.ofTerminal)
    try console.run {
      var settings = RunSettings()
      settings.resumes = resume
      try inputs.apply(to: &settings)
      try output.apply(to: &settings)
      try input.apply(to: &settings, isWorker: inputs.worker)
      return try inputs.perform(settings, console)
    }
  }
}
