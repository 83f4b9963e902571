import Foundation
import Testing
import TrackingModel

/// Documents that LibreOffice would convert, with a few lines of shell in its place.
@Suite("Documents by way of LibreOffice")
struct OfficeTests {
  /// A document with a form, which the stand-in has ready.
  private static let document = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../fixtures/gallery/document-of-one-table.docx").standardized.path

  private static let page = "<html><body><table><tr><td>项目名称</td></tr></table></body></html>"

  private static func folder(_ script: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "soffice", "#!/bin/sh\nwhile [ \"$1\" != --outdir ]; do shift; done\nout=$2; shift 2\n\(script)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path + "/soffice")
    try folder.write("in/网页.xls", page)
    try folder.write("in/表.json", SampleForm.json("一"))
    return folder
  }

  @Test func theOriginalIsWhatIsNamedAndKept() throws {
    let folder = try Self.folder("for file; do cp \(Self.document) $out/$(basename $file .html).docx; done")
    let arguments = ["convert", "in", "-o", "out", "--to", "json", "--office", folder.path + "/soffice"]
    let outcome = try Command.run(arguments, in: folder)
    #expect(outcome.status <= 1, "\(outcome.words)")
    let form = try #require(CanonicalJSON.read(Array(folder.read("out/网页.json"))).first)
    #expect(form.source?.file == "网页.xls")
    #expect(form.project.name?.isEmpty == false)
    // What was converted is not converted again: the stand-in would fail now.
    try folder.write("soffice", "#!/bin/sh\nexit 1\n")
    let resumed = try Command.run(arguments + ["--resume"], in: folder)
    #expect(resumed.status == outcome.status, "\(resumed.words)")
  }

  @Test(arguments: ["exit 77", "sleep 600", "for file; do echo rubbish > $out/$(basename $file .html).docx; done"])
  func aBrokenProgramKeepsNobodyWaiting(_ script: String) throws {
    let folder = try Self.folder(script)
    let outcome = try Command.run(
      "convert", "in", "-o", "out", "--to", "json", "--office", folder.path + "/soffice", "--time-limit", "2",
      in: folder)
    #expect(outcome.status == 2)
    #expect(folder.files(in: "out").keys.contains("表.json"))
    #expect(!folder.files(in: "out").keys.contains("网页.json"))
    #expect(outcome.words.contains("LibreOffice"), "\(outcome.words)")
  }

  /// The document, LibreOffice's profile and what it has written so far lie in a folder of the run's own.
  @Test(arguments: ["cells", "inspect", "check", "convert -o out.json"], [("TERM", 143), ("HUP", 129)])
  func aSignalLeavesNoCopyOfTheDocument(_ command: String, _ signal: (name: String, status: Int)) throws {
    let folder = try Self.folder("while true; do echo half >> $out/half; sleep 0.01; done")
    let outcome = try Shell.run(
      """
      mkdir scratch; cd in; TMPDIR="$PWD/../scratch" "$T" \(command) 网页.xls --office "$PWD/../soffice" --time-limit 3 >/dev/null 2>&1 & run=$!; cd ..
      for i in $(seq 100); do [ -n "$(find scratch -name half)" ] && break; sleep 0.1; done
      basename $(find scratch -name 0.html); kill -\(signal.name) $run; wait $run; echo $?; ls -A scratch
      """, in: folder)
    #expect(outcome.text == "0.html\n\(signal.status)\n", "\(outcome.text)")
  }

  @Test func withoutItTheRefusalSaysWhatToInstall() throws {
    let folder = try Self.folder("exit 0")
    let outcome = try Command.run("convert", "in", "-o", "out", "--to", "json", "--office", "none", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.words.contains("apt install libreoffice"), "\(outcome.words)")
    let wrong = try Command.run("convert", "in", "-o", "out", "--office", "/nowhere/soffice", in: folder)
    #expect(wrong.status == 2)
  }
}
