import Findings
import Foundation
import Spreadsheet
import Testing

@testable import Conversion

/// Archives of fixtures/archives, which `make.py` there writes; see its words for what each shows.
@Suite struct ArchiveTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../fixtures/archives").standardized.path

  /// What a walk gives: names of files, and rules in front of what is refused.
  private static func steps(_ archive: String) -> (names: [String], skipped: SkippedFiles) {
    var list = InputList([Array("\(folder)/\(archive)".utf8)], excluding: nil)
    var names: [String] = []
    while let step = list.next() {
      switch step {
      case .file(let input): names.append(input.name)
      case .refusal(let refusal):
        names.append(refusal.finding.rule.name + " " + (refusal.finding.place.file ?? "").dropFirst(folder.count + 1))
      }
    }
    return (names, list.skipped)
  }

  @Test(arguments: [
    ("names-in-utf8.zip", ["一科/表.csv", "二科/表.csv", "表.csv"]),
    ("names-in-gbk.zip", ["一科/表.csv", "二科/表.csv", "表.csv"]),
    ("names-in-utf8-without-the-flag.zip", ["一科/表.csv", "二科/表.csv", "表.csv"]),
    ("latin-names-with-the-flag.zip", ["é.csv"]),
    ("gbk-that-looks-like-utf8.zip", ["谩谩.csv"]),
    ("backslashes.zip", ["一科/表.csv"]), ("names-from-here.zip", ["一科/表.csv", "表.csv"]),
    ("archive-in-an-archive.zip", ["内.zip/表.csv", "外.csv"]),
  ]) func namesAsPeopleSeeThem(_ archive: String, _ names: [String]) {
    #expect(Self.steps(archive).names.sorted() == names.map { "\(archive)/\($0)" }.sorted())
  }

  @Test func whatMeansHarmIsNamed() {
    #expect(Self.steps("archive-three-deep.zip").names == ["file.archive-nested archive-three-deep.zip/二.zip/三.zip"])
    #expect(
      Self.steps("paths-that-lead-out.zip").names.sorted()
        == [
          "file.archive-path paths-that-lead-out.zip/../外.csv", "file.archive-path paths-that-lead-out.zip//etc/表.csv",
          "file.archive-path paths-that-lead-out.zip/C:/表.csv", "paths-that-lead-out.zip/好.csv",
        ].sorted())
    #expect(
      Self.steps("one-name-twice.zip").names == [
        "one-name-twice.zip/别的.csv", "file.archive-duplicate one-name-twice.zip/表.csv",
      ])
  }

  @Test func forksOfAMacAndLocksArePassedOver() {
    let (names, skipped) = Self.steps("made-on-a-mac.zip")
    #expect(names == ["made-on-a-mac.zip/表.csv"])
    #expect(skipped.systemFiles == 3)
    #expect(skipped.lockFiles == 1)
  }

  /// A bomb is refused by whoever reads it, as the archive that it is.
  @Test func bombsAndWhatIsNoArchiveStayInputs() throws {
    #expect(Self.steps("bomb.zip").names == ["bomb.zip"])
    #expect(Self.steps("workbook.zip").names == ["workbook.zip"])
    #expect { try FileArchive(.file("\(Self.folder)/bomb.zip")) } throws: {
      ($0 as? Refusal)?.finding.values["limit"] == "inflationRatio"
    }
  }

  @Test func filesAreReadByTheirPaths() throws {
    let archives = ArchivedFiles()
    for (name, text) in [
      ("names-in-gbk.zip/一科/表.csv", "一科,1\n"), ("names-in-gbk.zip/表.csv", "表,3\n"),
      ("archive-in-an-archive.zip/内.zip/表.csv", "内,2\n"), ("names-from-here.zip/表.csv", "2\n"),
    ] {
      let opened = try #require(try archives.open(Array("\(Self.folder)/\(name)".utf8)))
      #expect(try opened.source.bytes() == Array(text.utf8))
    }
    #expect(try archives.open(Array("\(Self.folder)/make.py".utf8))?.source == nil)
    #expect { try archives.open(Array("\(Self.folder)/names-in-gbk.zip/没有.csv".utf8)) } throws: {
      ($0 as? Refusal)?.finding.rule == .fileMissing
    }
    #expect { try archives.open(Array("\(Self.folder)/with-a-password.zip/表.csv".utf8)) } throws: {
      ($0 as? Refusal)?.finding.rule == .fileIsEncrypted
    }
  }

  /// An archive under another name gives its forms, says so, and names the file in it.
  @Test func anArchiveUnderAnotherName() throws {
    var forms: [CheckedForm] = []
    let summary = try Pipeline().read(.file("\(Self.folder)/archive-called.xlsx"), named: "archive-called.xlsx") {
      forms.append($0)
    }
    #expect(forms.map { $0.form.source?.file } == ["archive-called.xlsx/收件/表.csv"])
    #expect(summary.findings.contains { $0.rule == .archiveOtherName && $0.values["count"] == "1" })
  }

  @Test func aNamedInputIsTheOnlyFileOfItsArchive() throws {
    #expect(try NamedInput("\(Self.folder)/latin-names-with-the-flag.zip").source.bytes() == Array("1\n".utf8))
    #expect { try NamedInput("\(Self.folder)/names-in-utf8.zip") } throws: {
      ($0 as? Refusal)?.finding.rule == .archiveOfMany
    }
  }

  /// What LibreOffice, Numbers and OFD make are ZIP files too: one input, and no archive of its parts.
  @Test(arguments: ["opendocument.zip", "opendocument-without-its-type.zip", "numbers.zip", "ofd.zip"])
  func aDocumentOfAnotherProgramIsNoArchive(_ name: String) throws {
    let path = "\(Self.folder)/\(name)"
    #expect(try FileArchive(.file(path)).isPackage)
    #expect(try NamedInput(path).source.bytes() == Array(Data(contentsOf: URL(filePath: path))))
    #expect(try !FileArchive(.file("\(Self.folder)/documents-unpacked.zip")).isPackage)
  }
}
