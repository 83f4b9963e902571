import ArgumentParser
import Conversion
import Spreadsheet
import Store

/// `--encoding` and `--profile`: how inputs are to be read.
struct ReadingOptionGroup: ParsableArguments {
  @Option(
    help: .words(
      "文本文件的编码，用 iconv 的名称，如 GB18030；不写则自动判断。",
      "Character set of text files by its iconv name, such as GB18030; found out where not given.", value: "编码"))
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
    name: .customLong("profile"),
    help: .words(
      "配置文件（YAML），写明这批文件的特别之处。", "A profile (YAML) with what is special about these files.", value: "文件"),
    completion: .file(extensions: ["yaml", "yml"]))
  var path: String?

  /// The profile named; nil where none is.
  func text() throws -> ProfileText? { try path.map { try ProfileText(path: $0) } }
}
