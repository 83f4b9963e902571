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
  @OptionGroup var reading: ReadingOptionGroup
  @OptionGroup var office: OfficeOptionGroup
  @OptionGroup var unpacker: UnpackerOptionGroup
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let console = Console(language: language.ofTerminal)
    try console.run {
      var settings = RunSettings()
      try inputs.apply(to: &settings)
      try output.apply(to: &settings)
      try reading.apply(to: &settings, isWorker: inputs.worker)
      if !inputs.worker {
        try office.apply(to: &settings)
        settings.unpacker = try unpacker.program
      }
      settings.resumes = resume
      settings.language = language.ofFiles
      return try inputs.perform(settings, console)
    }
  }
}
