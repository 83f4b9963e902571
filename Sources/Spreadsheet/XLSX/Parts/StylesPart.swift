import Findings

/// The number formats of a workbook's cell styles (ECMA-376 part 1, 18.8): all that is needed of its styles.
///
/// A format is made when the first cell asks for it: of hundreds of styles in an office file a sheet uses a few.
final class StylesPart {
  /// What a style does to a cell. An object, because a copy of the three would be counted three times for every cell.
  final class Style {
    /// nil for General.
    let format: NumberFormat?
    /// The same where it says something about texts: most formats leave them alone.
    let formatOfTexts: NumberFormat?
    /// How its font sets a text; nil where plainly.
    let type: TextType?

    init(format: NumberFormat?, type: TextType?) {
      self.format = format
      formatOfTexts = format?.forText
      self.type = type
    }
  }

  /// A style that lives as long as the part does: cells of a binary workbook keep the part alive, and need not count their formats.
  private struct KnownStyle {
    let style: Unmanaged<Style>
    let format: Unmanaged<NumberFormat>?
    let formatOfTexts: Unmanaged<NumberFormat>?
  }

  /// By style index, the number of its format.
  @exclusivity(unchecked) private var ids: [Int] = []
  /// By style index, the number of its font.
  @exclusivity(unchecked) private var fontIDs: [Int] = []
  @exclusivity(unchecked) private var fonts: [TextType] = []
  /// The codes that the workbook defines, by the number of the format.
  @exclusivity(unchecked) private var codes: [Int: String] = [:]
  let is1904: Bool
  private let limits: Limits
  // Belongs to one workbook, and that to one thread at a time.
  /// Those that have been asked for; they stay.
  @exclusivity(unchecked) private var made: [Style] = []
  /// The same by style index; nil until it has been asked for.
  @exclusivity(unchecked) private var known = UnsafeMutableBufferPointer<KnownStyle?>(start: nil, count: 0)
  @exclusivity(unchecked) private var formats: [Int: NumberFormat] = [:]

  private let general = Style(format: nil, type: nil)

  /// A workbook without styles: everything is General.
  init(is1904: Bool) {
    self.is1904 = is1904
    limits = .standard
  }

  /// The styles of a binary workbook, which lists the formats of all and defines codes in the same way.
  init(
    formatIDs: [Int], codes: [Int: String], fontIDs: [Int], fonts: [TextType], is1904: Bool, limits: Limits
  ) {
    ids = formatIDs
    self.fontIDs = fontIDs
    self.fonts = fonts
    self.codes = codes
    self.is1904 = is1904
    self.limits = limits
    grow()
  }

  deinit { known.deallocate() }

  private func grow() {
    known = .allocate(capacity: ids.count)
    known.initialize(repeating: nil)
  }

  /// - Throws: `file.too-large` for more than `Limits.styles` of them, `xlsx.malformed`, `xlsx.doctype`.
  init(_ stream: PartStream, is1904: Bool, limits: Limits) throws(Refusal) {
    self.is1904 = is1904
    self.limits = limits
    var elements = ElementReader(stream, limits: limits)
    var isInFonts = false
    while try elements.next() {
      if elements.name == .cellFormat, elements.parent == .cellFormats {
        var id: Int?
        var font: Int?
        try elements.forEachAttribute { name, value in
          if name == .numberFormatID { id = CellParser.integer(value) }
          if name == .fontID { font = CellParser.integer(value) }
        }
        ids.append(id ?? 0)
        fontIDs.append(font ?? 0)
      } else if elements.name == .font {
        // Differential formats have fonts too.
        isInFonts = elements.parent == .fonts
        if isInFonts { fonts.append(.plain) }
      } else if elements.parent == .font, isInFonts, !fonts.isEmpty {
        fonts[fonts.count - 1].add(elements.name, elements.attributes)
      } else if elements.name == .numberFormat, elements.parent == .numberFormats {
        var id: Int?
        var code: String?
        try elements.forEachAttribute { name, value in
          if name == .numberFormatID { id = CellParser.integer(value) }
          // A reference takes up to ten bytes; what is longer is too long as well.
          if name == .formatCode { code = XMLText.attributeValue(value, atMost: 10 * limits.formatBytes + 10) }
        }
        if let id { codes[id] = code }
      }
      guard ids.count <= limits.styles, codes.count <= limits.styles, fonts.count <= limits.styles else {
        throw .exceeded("styles", limits.styles, part: stream.name)
      }
    }
    grow()
  }

  /// What the format of a style says about texts; nil where it leaves them alone. It is there as long as the part.
  @inline(__always)
  func knownFormatOfTexts(_ index: Int) throws(Refusal) -> Unmanaged<NumberFormat>? { try known(index)?.formatOfTexts }

  /// The format of a style; nil for General. It is there as long as the part.
  @inline(__always)
  func knownFormat(_ index: Int) throws(Refusal) -> Unmanaged<NumberFormat>? { try known(index)?.format }

  @inline(__always)
  private func known(_ index: Int) throws(Refusal) -> KnownStyle? {
    guard index >= 0, index < known.count else { return nil }
    if let style = known[index] { return style }
    _ = try make(index)
    return known[index]
  }

  /// The style with an index; General where there is none.
  ///
  /// - Throws: `file.too-large` where its format is longer than `Limits.formatBytes`, or one more than `Limits.formats`.
  @inline(__always)
  func style(_ index: Int) throws(Refusal) -> Style {
    guard index >= 0, index < known.count else { return general }
    if let style = known[index] { return style.style.takeUnretainedValue() }
    return try make(index)
  }

  private func make(_ index: Int) throws(Refusal) -> Style {
    let format = try format(ids[index])
    let fontID = fontIDs.indices.contains(index) ? fontIDs[index] : 0
    let font = fonts.indices.contains(fontID) ? fonts[fontID] : .plain
    let style = Style(format: format, type: font == .plain ? nil : font)
    made.append(style)
    known[index] = KnownStyle(
      style: .passUnretained(style), format: style.format.map { .passUnretained($0) },
      formatOfTexts: style.formatOfTexts.map { .passUnretained($0) })
    return style
  }

  private func format(_ id: Int) throws(Refusal) -> NumberFormat? {
    if let format = formats[id] { return format }
    let code = codes[id] ?? BuiltInFormats.code(id) ?? ""
    guard code.utf8.count <= limits.formatBytes else { throw .exceeded("formatBytes", limits.formatBytes) }
    if code.isEmpty || code.utf8.count == "general".utf8.count && code.lowercased() == "general" { return nil }
    guard formats.count < limits.formats else { throw .exceeded("formats", limits.formats) }
    let format = KnownFormats.format(code, is1904: is1904)
    formats[id] = format
    return format
  }
}
