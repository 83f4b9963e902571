import CXLSXWriter

/// Says to the library what a style is.
enum FormatSetter {
  /// Of GB2312, by which a program without the font finds another Chinese one. Version 1.1.4 of the library takes it and does not write it.
  private static let chineseCharset: UInt8 = 134
  private static let roman: UInt8 = 1
  private static let modern: UInt8 = 3

  static func set(_ style: CellStyle, on format: UnsafeMutablePointer<lxw_format>) {
    setFont(of: format, name: style.font, size: style.size)
    if style.isBold { format_set_bold(format) }
    if style.color != 0 { format_set_font_color(format, lxw_color_t(style.color)) }
    if let fill = style.fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      // The library takes 0 for 'not set', which black would be.
      format_set_fg_color(format, fill == 0 ? lxw_color_t(LXW_COLOR_BLACK.rawValue) : lxw_color_t(fill))
    }
    switch style.horizontal {
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    let vertical = style.isCenteredVertically ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP
    format_set_align(format, UInt8(vertical.rawValue))
    if style.indent > 0 { format_set_indent(format, UInt8(clamping: style.indent)) }
    if style.wraps { format_set_text_wrap(format) }
    if style.shrinks, !style.wraps { format_set_shrink(format) }
    if style.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if style.numberFormat != "General" { format_set_num_format(format, style.numberFormat) }
    if style.isUnlocked { format_set_unlocked(format) }
  }

  /// - Parameter name: Its first 31 characters count, as Excel allows.
  static func setFont(of format: UnsafeMutablePointer<lxw_format>, name: String, size: Double) {
    format_set_font_name(format, String(name.prefix(31)))
    format_set_font_size(format, size)
    let isLatin = name.utf8.allSatisfy { $0 < 0x80 }
    format_set_font_family(format, isLatin ? roman : modern)
    if !isLatin { format_set_font_charset(format, chineseCharset) }
  }
}
