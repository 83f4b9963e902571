import ArgumentParser
import Conversion

/// The options of every command that reads forms: how they are to be read, by which other programs, and the language of the answer.
struct InputOptionGroup: ParsableArguments {
  @OptionGroup var reading: ReadingOptionGroup
  @OptionGroup var office: OfficeOptionGroup
  @OptionGroup var unpacker: UnpackerOptionGroup
  @OptionGroup var language: LanguageOptions

  /// Fills in what these options say. The other programs are started by the run, and by none of its workers.
  func apply(to settings: inout RunSettings, isWorker: Bool) throws {
    settings.language = language.ofFiles
    try reading.apply(to: &settings, isWorker: isWorker)
    if isWorker { return }
    try office.apply(to: &settings)
    settings.unpacker = try unpacker.program
  }
}
