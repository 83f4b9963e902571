/// What a profile can tell the official page.
public struct PageSettings: Sendable, Hashable {
  /// Millimeters.
  public struct Margins: Sendable, Hashable {
    public var left = 12.0
    public var right = 12.0
    public var top = 16.0
    public var bottom = 17.0

    public init() {}
  }

  /// The font of all texts. 宋体 is SimSun; programs without it take their own song typeface.
  public var textFont = "宋体"
  /// The font of the title.
  public var titleFont = "黑体"
  /// Points, 6 to 16; up to one point smaller on a form that then fits on one page.
  public var textSize = 10.0
  /// Points, 8 to 36.
  public var titleSize = 16.0
  public var margins = Margins()
  /// A title in place of the form's own.
  public var title: String?
  /// What is to be signed below the form (填报人, 单位负责人, 日期), each with space behind it; nothing by default.
  public var signOff: [String] = []

  public init() {}
}
