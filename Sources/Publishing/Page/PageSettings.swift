/// What a profile can tell the official page.
public struct PageSettings: Sendable {
  /// The font of all texts. 宋体 is SimSun; programs without it take their own song typeface.
  public var textFont = "宋体"
  /// The font of the title.
  public var titleFont = "黑体"

  public init() {}
}
