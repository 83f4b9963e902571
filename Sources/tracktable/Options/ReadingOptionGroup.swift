import ArgumentParser
import Conversion
import Spreadsheet

/// `--encoding` and `--profile`: how inputs are to be read.
struct ReadingOptionGroup: ParsableArguments {
  @Option(help: "Character set of text files by its iconv name, such as GB18030; found out where not given.")
  var encoding: String?

  @Option(
    help: "A profile (YAML) with what is special about these files.", completion: .file(extensions: ["yaml", "yml"]))
  var profile: String?

  /// What these options say, for every room.
  func settings() throws -> CorridorSettings {
    var settings = CorridorSettings()
    settings.reading.encoding = encoding
    try readProfile()?.apply(to: &settings)
    return settings
  }

  /// The profile named; nil where none is.
  func readProfile() throws -> Profile? { try profile.map { try Profile.read(path: $0) } }

  /// The corridor with these settings.
  func corridor() throws -> Corridor { Corridor(settings: try settings()) }
}
