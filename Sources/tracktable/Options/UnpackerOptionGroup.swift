import ArgumentParser
import Conversion

/// `--bsdtar`: the program that unpacks what is no ZIP.
struct UnpackerOptionGroup: ParsableArguments {
  @Option(
    help: "The path of bsdtar, for .rar and .7z; none never to start it; by default that in the path.",
    completion: .file())
  var bsdtar: String?

  /// The path of the program; nil where there is none.
  var program: String? { get throws { try UnpackerProgram.locate(bsdtar) } }
}
