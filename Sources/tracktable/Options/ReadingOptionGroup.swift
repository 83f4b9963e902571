import ArgumentParser
import Conversion
import Spreadsheet

/// `--encoding` and `--profile`: how inputs are to be read.
struct ReadingOptionGroup: ParsableArguments {
  @Option(help: "Character set of text files by its iconv name, such as GB18030; found out where not given.")
  var encoding: String?

  @OptionGroup var profile: ProfileOptionGroup

  /// What these options say, for every room; the encoding named here counts for more than the profile's.
  func settings() throws -> CorridorSettings {
    var settings = CorridorSettings()
    settings.reading.encoding = encoding
    try profile.apply(to: &settings)
    return settings
  }
}

/// `--profile`: what is special about the files of a department.
struct ProfileOptionGroup: ParsableArguments {
  @Option(
    name: .customLong("profile"), help: "A profile (YAML) with what is special about these files.",
    completion: .file(extensions: ["yaml", "yml"]))
  var path: String?

  /// The profile named; nil where none is.
  func read() throws -> Profile? { try path.map { try Profile.read(path: $0) } }

  /// Adds what the profile says, where one is named.
  func apply(to settings: inout CorridorSettings) throws { try read()?.apply(to: &settings) }

  /// What tells the profile from others when a run is resumed; empty where none is named.
  func identity() throws -> String { try path.map { try RunSettings.identity(ofProfile: $0) } ?? "" }
}
