/// The styles of a workbook, each once, and the part that describes them (ECMA-376 part 1, 18.8.39).
struct StyleTable {
  /// Number formats that every program knows by number (18.8.30), as far as they mean the same everywhere.
  private static let builtIn = ["General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "@": 49]
  private static let firstOwnFormat = 164

  private let defaultFont: Font
  private var numbers: [CellStyle: Int] = [:]
  private var styles: [CellStyle] = []

  private struct Font: Hashable {
    var name: String
    var size: Double
    var isBold = false
    var color = 0
  }

  init(defaultFont: (name: String, size: Double)) {
    self.defaultFont = Font(name: defaultFont.name, size: defaultFont.size)
  }

  /// The number of a style, from 1; 0 is the style of cells that have none.
  mutating func number(of style: CellStyle) -> Int {
    if let known = numbers[style] { return known }
    styles.append(style)
    numbers[style] = styles.count
    return styles.count
  }

  func part() -> XMLBytes {
    var fonts = Listed<Font>(defaultFont)
    var fills = Listed<Int?>(nil)
    var formats = Listed<String>()
    var cells = XMLBytes(capacity: 4096)
    for style in styles {
      let font = Font(name: style.font, size: style.size, isBold: style.isBold, color: style.color)
      let format = Self.builtIn[style.numberFormat] ?? (Self.firstOwnFormat + formats.number(of: style.numberFormat))
      // The second fill of every workbook is the pattern gray125.
      let fill = style.fill.map { fills.number(of: $0) + 1 } ?? 0
      Self.write(style, format: format, font: fonts.number(of: font), fill: fill, to: &cells)
    }
    var xml = XMLBytes(capacity: 8192)
    xml.raw(XMLBytes.declaration)
    xml.raw("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
    Self.write(formats: formats.items, to: &xml)
    xml.list("fonts", fonts.items.count)
    for font in fonts.items { Self.write(font, to: &xml) }
    xml.raw("</fonts>")
    xml.list("fills", fills.items.count + 1)
    xml.raw("<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>")
    for color in fills.items.compactMap(\.self) {
      xml.raw("<fill><patternFill patternType=\"solid\"><fgColor")
      xml.color(color)
      xml.raw("/><bgColor indexed=\"64\"/></patternFill></fill>")
    }
    xml.raw("</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>")
    for side in ["left", "right", "top", "bottom"] {
      xml.plain("<\(side) style=\"thin\"><color auto=\"1\"/></\(side)>")
    }
    xml.raw("<diagonal/></border></borders><cellStyleXfs count=\"1\">")
    xml.raw("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
    xml.list("cellXfs", styles.count + 1)
    xml.raw("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>")
    xml.append(cells)
    xml.raw("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>")
    xml.raw("<dxfs count=\"0\"/><tableStyles count=\"0\" defaultTableStyle=\"TableStyleMedium9\"")
    xml.raw(" defaultPivotStyle=\"PivotStyleLight16\"/></styleSheet>")
    return xml
  }

  private static func write(formats: [String], to xml: inout XMLBytes) {
    guard !formats.isEmpty else { return }
    xml.list("numFmts", formats.count)
    for (index, format) in formats.enumerated() {
      xml.raw("<numFmt numFmtId=\"")
      xml.number(firstOwnFormat + index)
      xml.raw("\" formatCode=\"")
      xml.text(format, inAttribute: true)
      xml.raw("\"/>")
    }
    xml.raw("</numFmts>")
  }

  private static func write(_ font: Font, to xml: inout XMLBytes) {
    xml.raw(font.isBold ? "<font><b/><sz val=\"" : "<font><sz val=\"")
    xml.decimal(font.size)
    xml.raw("\"/>")
    if font.color != 0 {
      xml.raw("<color")
      xml.color(font.color)
      xml.raw("/>")
    }
    xml.raw("<name val=\"")
    // At most 31 characters, as Excel allows.
    xml.text(String(font.name.prefix(31)), inAttribute: true)
    // Family 1 is roman; character set 134 is GB2312, by which a program without the font finds another Chinese one.
    xml.raw(
      font.name.utf8.allSatisfy { $0 < 0x80 }
        ? "\"/><family val=\"1\"/></font>" : "\"/><family val=\"3\"/><charset val=\"134\"/></font>")
  }

  private static func write(_ style: CellStyle, format: Int, font: Int, fill: Int, to xml: inout XMLBytes) {
    let border = style.hasBorder ? 1 : 0
    let numbers: [(StaticString, StaticString, Int)] = [
      ("<xf numFmtId=\"", " applyNumberFormat=\"1\"", format), ("\" fontId=\"", " applyFont=\"1\"", font),
      ("\" fillId=\"", " applyFill=\"1\"", fill), ("\" borderId=\"", " applyBorder=\"1\"", border),
    ]
    for (markup, _, number) in numbers {
      xml.raw(markup)
      xml.number(number)
    }
    xml.raw("\" xfId=\"0\"")
    for (_, apply, number) in numbers where number > 0 { xml.raw(apply) }
    xml.raw(" applyAlignment=\"1\"")
    if style.isUnlocked { xml.raw(" applyProtection=\"1\"") }
    switch style.horizontal {
    case .left: xml.raw("><alignment horizontal=\"left\"")
    case .center: xml.raw("><alignment horizontal=\"center\"")
    case .right: xml.raw("><alignment horizontal=\"right\"")
    }
    xml.raw(style.isCenteredVertically ? " vertical=\"center\"" : " vertical=\"top\"")
    if style.wraps { xml.raw(" wrapText=\"1\"") }
    if style.shrinks, !style.wraps { xml.raw(" shrinkToFit=\"1\"") }
    xml.raw(style.isUnlocked ? "/><protection locked=\"0\"/></xf>" : "/></xf>")
  }
}

/// Things in the order in which they were first asked for, each once.
private struct Listed<Item: Hashable> {
  private(set) var items: [Item] = []
  private var numbers: [Item: Int] = [:]

  init() {}

  init(_ first: Item) { _ = number(of: first) }

  mutating func number(of item: Item) -> Int {
    if let known = numbers[item] { return known }
    items.append(item)
    numbers[item] = items.count - 1
    return items.count - 1
  }
}

extension XMLBytes {
  fileprivate mutating func list(_ name: String, _ count: Int) { plain("<\(name) count=\"\(count)\">") }

  fileprivate mutating func color(_ color: Int) {
    let digits = String(color & 0xFFFFFF, radix: 16, uppercase: true)
    plain(" rgb=\"FF" + String(repeating: "0", count: 6 - digits.count) + digits + "\"")
  }
}
