/// The words of the form and of its relatives: which spellings stand for which label, by the place where they can stand.
///
/// The same words mean different things in different places (指标值 heads a column, 财政拨款 names a row), so each place has a list of
/// its own. Spellings are written as `LabelText` leaves them: without white space, colons, units, scores and codes in brackets.
/// `#月` stands for months at the front: 1-7月, 截至8月底, 1-X月.
enum Vocabulary {
  typealias Entries = KeyValuePairs<Label, [String]>

  /// How the texts begin that explain a form: to its reader, or to the person who fills it in.
  static let noteBeginnings = [
    "*注",
    "※",
    "备注:",
    "注.",
    "注1",
    "注:",
    "注意",
    "说明:",
    "附注",
  ]
  static let instructionBeginnings = [
    "使用说明",
    "填写要求",
    "填写说明",
    "填报要求",
    "填报说明",
    "填报须知",
    "填表要求",
    "填表说明",
    "填表须知",
    "操作说明",
    "本表",
    "此表",
    "编制说明",
    "请在",
    "请填写",
  ]
}
