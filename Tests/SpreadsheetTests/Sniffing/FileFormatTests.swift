import Findings
import Testing

@testable import Spreadsheet

@Suite struct FileFormatTests {
  @Test(arguments: [
    ([0x50, 0x4B, 3, 4, 0], FileFormat.xlsx), (Array("项目,金额\n".utf8), .csv), (Array("{\"schema\":1}".utf8), .json),
    (Array("[ {\"a\":1} ]".utf8), .json), (Array("\u{FEFF}\n{ \"a\": 1}".utf8), .json), (Array("[1],2".utf8), .csv),
    (Array("{a},b".utf8), .csv),
    ([0xCF, 0xEE, 0xC4, 0xBF, 0x2C], .csv), (Array("<5,>6".utf8), .csv), ([0xFF, 0xFE, 0x79, 0x98, 0x0A, 0x00], .csv),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .xls), ([9, 8, 8, 0, 0, 5], .xls), ([9, 8, 16, 0, 0, 6], .xls),
  ]) func tells(_ bytes: [UInt8], _ format: FileFormat) throws {
    #expect(try FileFormat(sniffing: bytes) == format)
  }

  @Test(arguments: [
    ("", "file.empty"), (" \r\n\u{FEFF}", "file.empty"), ("<HTML><body>", "file.html"),
    ("<!DOCTYPE html>", "file.html"),
    ("<table border=1>", "file.html"), ("MIME-Version: 1.0", "file.html"),
    ("Content-Type: multipart/related; boundary=x\r\nMIME-Version: 1.0\r\n", "file.html"),
    ("From: <由 Microsoft Internet Explorer 5 保存>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related", "file.html"),
    ("From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related", "file.html"),
    ("X-Mailer: 某\r\nMIME-Version: 1.0\r\nContent-Type: text/html", "file.html"),
    ("<?xml version='1.0'?><x/>", "file.unknown-format"),
    ("<?xml?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "file.xml-spreadsheet"),
    ("%PDF-1.7", "file.no-spreadsheet"), ("GIF89a", "file.no-spreadsheet"), ("II*\0\u{8}", "file.no-spreadsheet"),
    ("\0\0\0\u{18}ftypheic\0\0", "file.no-spreadsheet"), ("RIFF\0\0\0\0WEBPVP8", "file.no-spreadsheet"),
    (
      "<?xml version=\"1.0\"?><plist><dict><key>URL</key><string>https://a.b</string></dict></plist>", "file.cloud-link"
    ),
    ("Rar!\u{1A}", "file.archive"), ("BZh91AY", "file.archive"),
    ("{\"doc_id\": \"1\", \"email\": \"\"}", "file.cloud-link"), ("{\"url\":\"https://a.b/c\"}", "file.cloud-link"),
    ("[InternetShortcut]\r\nURL=https://a.b/c", "file.cloud-link"),
    ("{\\rtf1", "file.unknown-format"), ("ID;PWXL", "file.unknown-format"), ("From: <Saved by Blink>", "file.html"),
    ("\u{9}\u{4}\u{6}\0\0\u{4}", "file.legacy-excel"), ("\0\0\u{2}\0\u{6}\u{4}", "file.unknown-format"),
    (String(repeating: "\0", count: 5_000), "file.empty"),
  ]) func refuses(_ text: String, _ rule: String) {
    #expect { try FileFormat(sniffing: Array(text.utf8)) } throws: { ($0 as? Refusal)?.finding.rule.name == rule }
  }

  /// A header of 65 bytes and two records of 20, and neighbors that only look alike.
  @Test func aTableOfDBaseIsNoText() throws {
    let header: [UInt8] = [3, 123, 8, 31, 2, 0, 0, 0, 65, 0, 20, 0] + [UInt8](repeating: 0, count: 20)
    let table =
      header + Array("NAME".utf8) + [UInt8](repeating: 0, count: 28) + [13] + Array(repeating: 0x20, count: 40)
    for version: UInt8 in [3, 0x30, 0x83, 0xF5] {
      #expect { try FileFormat(sniffing: [version] + table.dropFirst()) } throws: {
        ($0 as? Refusal)?.finding.values["found"] == "dBASE"
      }
    }
    #expect(try FileFormat(sniffing: [3, 123, 13, 31] + table.dropFirst(4)) == .csv)
    #expect(try FileFormat(sniffing: Array("0,1,2,3\n".utf8) + table) == .csv)
  }

  @Test(arguments: [("", ""), ("xx E-SafeNet LOCK xx", " (E-SafeNet)")])
  func encryptedBytesAreNoText(_ mark: String, _ named: String) {
    var random = SeededGenerator(seed: 7)
    let bytes = Array(mark.utf8) + (0..<3000).map { _ in UInt8.random(in: 1...255, using: &random) }
    #expect { try Workbooks.open(.bytes([0x62, 0x14] + bytes)) } throws: {
      let finding = ($0 as? Refusal)?.finding
      return finding?.rule == .fileIsBinary && finding?.values["found"] == named
    }
  }

  @Test(arguments: ["a\u{1}b,c\n", "项目\u{7}名称,\u{1F}金额\n", "a,b\n1,\u{C}2\n\u{1A}"])
  func aFewControlCharactersAreText(_ text: String) throws {
    #expect(try Workbooks.open(.bytes(Array(text.utf8))).format == .csv)
  }

  @Test func aPackageMayBeginBehindSomethingElse() throws {
    let header: [UInt8] = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 22) + [5, 0, 0, 0] + Array("a.xml".utf8)
    #expect(try FileFormat(sniffing: [0xEF, 0xBB, 0xBF] + header) == .xlsx)
    #expect(try FileFormat(sniffing: [UInt8](repeating: 10, count: 4_000) + header) == .xlsx)
    #expect(try FileFormat(sniffing: [UInt8](repeating: 10, count: 5_000) + header) == .csv)
    #expect(try FileFormat(sniffing: [10] + header.prefix(30)) == .csv)
    #expect(try FileFormat(sniffing: Array("PK,PK\u{3}\u{4},\n".utf8)) == .csv)
  }

  @Test func htmlInUTF16() {
    let bytes: [UInt8] = [0xFF, 0xFE] + "<html>".utf8.flatMap { [$0, 0] }
    #expect { try FileFormat(sniffing: bytes) } throws: { ($0 as? Refusal)?.finding.rule == .fileIsHTML }
  }

  @Test func aMissingFileIsMissingAndAFolderUnreadable() {
    #expect { try Workbooks.open(.file("/nowhere/a.xlsx")) } throws: { ($0 as? Refusal)?.finding.rule == .fileMissing }
    #expect { try Workbooks.open(.file("/")) } throws: { ($0 as? Refusal)?.finding.rule == .fileUnreadable }
  }

  @Test func `what cannot be read is told what can`() throws {
    let refusal = try #require(throws: Refusal.self) { try FileFormat(sniffing: Array("ID;PWXL".utf8)) }
    for language in Language.allCases {
      let words = refusal.finding.message(in: language)
      for name in ["SYLK", "XLSX", "XLS", "DOCX", "CSV", "TSV", "JSON"] { #expect(words.contains(name), "\(words)") }
    }
  }
}
