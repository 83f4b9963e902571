import ArgumentParser
import Conversion
import Spreadsheet
import Store

/// `--encoding` and `--profile`: how inputs are to be read.
struct ReadingOptionGroup: ParsableArguments {
  @Option(help: "Character set of text files by its iconv name, such as GB18030; found out where not given.")
  var encoding: String?

  @OptionGroup var profile: ProfileOptionGroup

  /// What these options say, for every module; the encoding named here counts for more than the profile's.
  func settings() throws -> PipelineSettings {
    var settings = PipelineSettings()
    settings.reading.encoding = encoding
    settings.store = SQLiteStore()
    try profile.text()?.profile().apply(to: &settings)
    return settings
  }

  /// Fills in what these options say; the profile is read here, and nowhere else. A worker gets it from its run.
  func apply(to settings: inout RunSettings, isWorker: Bool) throws {
    settings.pipeline.reading.encoding = encoding
    settings.pipeline.store = SQLiteStore()
    if !isWorker, let text = try profile.text() { try settings.apply(text) }
  }
}

/// `--profile`: what is special about the files of a department.
struct ProfileOptionGroup: ParsableArguments {
  @Option(
    name: .customLong("profile"), help: "A profile (YAML) with what is special about these files.",
    completion: .file(extensions: ["yaml", "yml"]))
  var path: String?

  /// The profile named; nil where none is.
  func text() throws -> ProfileText? { try path.map { try ProfileText(path: $0) } }
}
