import ArgumentParser
import Conversion
import Findings

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Says what has to be corrected in forms, and writes nothing else.")

  @OptionGroup var inputs: RunOptionGroup
  @Flag(help: "Replace a report that exists already.")
  var force = false
  @OptionGroup var input: InputOptionGroup

  func run() throws {
    let console = Console(language: input.language.ofTerminal)
    try console.run {
      var settings = RunSettings()
      settings.replaces = force
      try inputs.apply(to: &settings)
      try input.apply(to: &settings, isWorker: inputs.worker)
      let observer = CheckObserver(console, rules: settings.pipeline.checking)
      let status = try inputs.perform(settings, console, observer: observer)
      if !inputs.worker { try observer.conclude() }
      return status
    }
  }
}
