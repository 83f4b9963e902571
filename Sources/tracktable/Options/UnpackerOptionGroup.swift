import ArgumentParser
import Conversion

/// `--bsdtar`: the program that unpacks what is no ZIP.
struct UnpackerOptionGroup: ParsableArguments {
  @Option(
    help: .words(
      "bsdtar 的路径，用来解 .rar 和 .7z；“none”表示不用；不写则在 PATH 里找。",
      "The path of bsdtar, for .rar and .7z; none never to start it; by default that in the path.", value: "路径"),
    completion: .file())
  var bsdtar: String?

  /// The path of the program; nil where there is none.
  var program: String? { get throws { try UnpackerProgram.locate(bsdtar) } }
}
