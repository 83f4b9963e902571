import Findings

/// An object of a workbook before Excel 97: all of it stands in one record, OBJ of BIFF5, and in those that continue it.
///
/// [MS-XLS] does not have it. The source is OpenOffice.org's Documentation of the Microsoft Excel File Format, and what LibreOffice reads
/// of the same files: 34 bytes that all objects have, ten of lines and colors, then what the kind of the object wants.
struct OlderObject {
  let kind: SheetObject.Kind
  /// The cell of the upper left corner; nil outside of the grid.
  let anchor: CellRange?
  /// As it is stored, in the workbook's code page.
  let text: [UInt8]

  /// nil where it is an object that has no text, a chart or a picture, and where the record is too short to say what it is.
  ///
  /// - Parameter records: At OBJ, which is the current record.
  init?(_ records: BIFFRecords) throws(Refusal) {
    var bytes = ContinuedBytes(records)
    guard try bytes.skip(4), let type = try bytes.uint16(), try bytes.skip(4), let column = try bytes.uint16(),
      try bytes.skip(2), let row = try bytes.uint16(), try bytes.skip(10), let macroLength = try bytes.uint16(),
      try bytes.skip(2), let nameLength = try bytes.uint16(), try bytes.skip(2)
    else { return nil }
    anchor = column <= CellRange.lastColumnOfXLS ? CellRange(CellReference(row: row, column: column)) : nil
    switch type {
    case 0x06:
      kind = .textBox
      text = try Self.text(ofBox: &bytes, nameLength, macroLength) ?? []
    case 0x0B, 0x0C:
      // A box whose state is cut off is an object about which nothing is said.
      let box = try Self.checkBox(&bytes, isOption: type == 0x0C, nameLength)
      kind = box.map { .checkBox(isTicked: $0.isTicked) } ?? .textBox
      text = box?.text ?? []
    // Lines, rectangles, ovals, arcs and polygons.
    case 0x01...0x04, 0x09:
      kind = .textBox
      text = []
    default: return nil
    }
  }

  private static let frameLength = 10

  private static func text(
    ofBox bytes: inout ContinuedBytes, _ nameLength: Int, _ macroLength: Int
  ) throws(Refusal) -> [UInt8]? {
    guard try bytes.skip(frameLength), let count = try bytes.uint16(), try bytes.skip(24),
      try skipName(&bytes, nameLength) != nil, try bytes.skip(macroLength)
    else { return nil }
    return try bytes.prefix(count)
  }

  private static func checkBox(
    _ bytes: inout ContinuedBytes, isOption: Bool, _ nameLength: Int
  ) throws(Refusal) -> (isTicked: Bool, text: [UInt8])? {
    guard try bytes.skip(frameLength + (isOption ? 44 : 32)), let name = try skipName(&bytes, nameLength),
      let macro = try bytes.uint16(), try bytes.skip(macro), let link = try bytes.uint16(), try bytes.skip(link),
      let count = try bytes.uint16(), let text = try bytes.prefix(count)
    else { return nil }
    // What follows a text begins at an even byte of the record.
    if count > 0, (name + macro + link + count) % 2 == 1 { guard try bytes.skip(1) else { return nil } }
    guard let state = try bytes.uint16() else { return nil }
    return (state == 1, text)
  }

  /// Passes over the name, which has its length in front once more; says how many bytes it took, an even number.
  private static func skipName(_ bytes: inout ContinuedBytes, _ length: Int) throws(Refusal) -> Int? {
    guard length > 0 else { return 0 }
    guard let count = try bytes.byte().map({ Int($0) }) else { return nil }
    let rest = count + (count + 1) % 2
    return try bytes.skip(rest) ? rest + 1 : nil
  }
}
