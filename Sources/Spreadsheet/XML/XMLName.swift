/// A local name as one number: up to eight bytes exactly, longer ones mixed. Comparing names is comparing numbers.
struct XMLName: Hashable {
  private var packed: UInt64 = 0

  static let none = XMLName()

  init() {}

  init(_ name: StaticString) {
    for index in 0..<name.utf8CodeUnitCount { append(name.utf8Start[index]) }
  }

  init(_ name: UnsafeBufferPointer<UInt8>) {
    for byte in name { append(byte) }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    let spilled = packed >> 56
    packed = packed << 8 | UInt64(byte)
    if spilled != 0 { packed ^= spilled &* 0x9E37_79B9_7F4A_7C15 }
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 13 || byte == 9 }
}

extension XMLName {
  static let alternateContent = XMLName("AlternateContent")
  static let choice = XMLName("Choice")
  static let fallback = XMLName("Fallback")
  static let worksheet = XMLName("worksheet")
  static let macrosheet = XMLName("macrosheet")
  static let chartsheet = XMLName("chartsheet")
  static let dialogsheet = XMLName("dialogsheet")
  static let cols = XMLName("cols")
  static let col = XMLName("col")
  static let sheetData = XMLName("sheetData")
  static let row = XMLName("row")
  static let c = XMLName("c")
  static let v = XMLName("v")
  static let f = XMLName("f")
  static let inlineString = XMLName("is")
  static let mergeCells = XMLName("mergeCells")
  static let mergeCell = XMLName("mergeCell")
  static let sst = XMLName("sst")
  static let si = XMLName("si")
  static let t = XMLName("t")
  static let r = XMLName("r")
  static let s = XMLName("s")
  static let hidden = XMLName("hidden")
  static let min = XMLName("min")
  static let max = XMLName("max")
  static let ref = XMLName("ref")
  static let phoneticRun = XMLName("rPh")
  static let workbook = XMLName("workbook")
  static let workbookProperties = XMLName("workbookPr")
  static let sheets = XMLName("sheets")
  static let sheet = XMLName("sheet")
  static let relationship = XMLName("Relationship")
  static let title = XMLName("title")
  static let keywords = XMLName("keywords")
  static let cellFormats = XMLName("cellXfs")
  static let cellFormat = XMLName("xf")
  static let fonts = XMLName("fonts")
  static let font = XMLName("font")
  static let fontID = XMLName("fontId")
  static let runProperties = XMLName("rPr")
  static let numberFormats = XMLName("numFmts")
  static let numberFormat = XMLName("numFmt")
  static let numberFormatID = XMLName("numFmtId")
  static let formatCode = XMLName("formatCode")
  static let name = XMLName("name")
  static let id = XMLName("id")
  static let state = XMLName("state")
  static let date1904 = XMLName("date1904")
  static let relationshipID = XMLName("Id")
  static let relationshipType = XMLName("Type")
  static let relationshipTarget = XMLName("Target")
  static let relationshipTargetMode = XMLName("TargetMode")
}
