import ArgumentParser
import Conversion
import Findings

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: .words("只说明各表要改什么，不写出别的。", "Says what has to be corrected in forms, and writes nothing else."),
    discussion: .examples(
      ("检查收件箱", "Check an inbox", "tracktable check 收件箱/"),
      ("写一份发回各单位的整改清单", "Write a list of corrections to send back", "tracktable check 收件箱/ --report 整改清单.xlsx")))

  @OptionGroup var inputs: RunOptionGroup
  @Flag(help: .words("覆盖已有的报告。", "Replace a report that exists already."))
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
