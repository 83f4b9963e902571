import Findings

/// The code page of a workbook: the one it names, else what its texts look like.
///
/// Tables that programs write with a few lines of code name none. Their texts are UTF-8 where all of them can be, else code page
/// 936, which is what simplified Chinese Excel takes them for.
struct CodePageChoice {
  let codePage: CodePage
  let findings: [Finding]

  init(_ globals: WorkbookGlobals) throws(Refusal) {
    if globals.version == .biff8 {
      codePage = .utf8
      findings = []
      return
    }
    if let number = globals.codePage, let named = CodePage(number) {
      codePage = named
      findings = []
      return
    }
    var survey = TextSurvey()
    try survey.look(through: BIFFRecords(globals.stream))
    codePage = survey.isUTF8 ? .utf8 : CodePage(936) ?? .utf8
    let found = globals.codePage.map { String($0) } ?? "-"
    findings =
      survey.isASCII ? [] : [Finding(.xlsCodePageGuessed, ["found": found, "encoding": codePage.name])]
  }
}

/// What the texts of a stream of records consist of.
private struct TextSurvey {
  private(set) var isASCII = true
  private(set) var isUTF8 = true

  mutating func look(through records: BIFFRecords) throws(Refusal) {
    while try records.next() {
      let data = records.data
      switch records.type {
      case BIFFRecordType.label, BIFFRecordType.richString:
        look(at: data, from: 8, count: data.count >= 8 ? data.uint16(at: 6) : 0)
      case BIFFRecordType.string: look(at: data, from: 2, count: data.count >= 2 ? data.uint16(at: 0) : 0)
      case BIFFRecordType.boundSheet: look(at: data, from: 7, count: data.count >= 7 ? data.uint8(at: 6) : 0)
      case BIFFRecordType.format: look(at: data, from: 3, count: data.count >= 3 ? data.uint8(at: 2) : 0)
      default: continue
      }
      if !isUTF8 { return }
    }
  }

  private mutating func look(at data: UnsafeRawBufferPointer, from offset: Int, count: Int) {
    guard data.count > offset else { return }
    let text = UnsafeRawBufferPointer(rebasing: data[offset...].prefix(count))
    if text.allSatisfy({ $0 < 0x80 }) { return }
    isASCII = false
    var check = UTF8Check()
    if check.firstInvalid(in: text, isLast: true) != nil { isUTF8 = false }
  }
}
