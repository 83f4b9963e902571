import Findings

/// The styles of a page's cells, each registered with the workbook once.
struct PageStyles {
  private let file: XLSXFile
  private let settings: PageSettings
  private var plain = [XLSXFile.Style?](repeating: nil, count: PageLayout.Look.allCases.count)
  private var numbers: [String: XLSXFile.Style] = [:]

  let textSize: Double

  /// - Parameter textSize: Of everything but the title, in points.
  init(_ file: XLSXFile, _ settings: PageSettings, textSize: Double) {
    self.file = file
    self.textSize = textSize
    self.settings = settings
  }

  /// The style for a cell with this look and value, changed as wished.
  mutating func style(
    _ look: PageLayout.Look, _ value: PageValue, change: ((inout CellStyle) -> Void)? = nil
  ) throws(Refusal) -> XLSXFile.Style {
    if let change { return try file.style(description(look, value).with(change)) }
    if case .number(_, let format) = value {
      if let known = numbers[format] { return known }
      let style = try file.style(description(look, value))
      numbers[format] = style
      return style
    }
    if let known = plain[look.rawValue] { return known }
    let style = try file.style(description(look, value))
    plain[look.rawValue] = style
    return style
  }

  private func description(_ look: PageLayout.Look, _ value: PageValue) -> CellStyle {
    var style = CellStyle()
    style.font = look == .title ? settings.titleFont : settings.textFont
    style.size = look == .title ? settings.titleSize : textSize
    style.hasBorder = look != .title && look != .period
    style.isBold = look == .title
    style.horizontal = look == .prose ? .left : .center
    style.indent = look == .prose ? 1 : 0
    switch (look, value) {
    case (_, .number(_, let format)):
      style.numberFormat = format
      style.wraps = false
      style.shrinks = true
    case (.amount, .blank): style.numberFormat = "0.00####"
    default: style.numberFormat = "@"
    }
    return style
  }
}
