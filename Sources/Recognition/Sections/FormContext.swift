import TrackingModel

/// What holds for a form as a whole while it is read: its sheet, the words and settings by which it is read, and what cells outside of its
/// blocks state.
struct FormContext {
  let grid: Grid
  let synonymIndex: SynonymIndex
  let settings: RecognitionSettings
  /// The unit of amounts that the form states for itself as a whole, and the cell that does.
  var unit: (unit: AmountUnit, cell: GridCell)?
  /// Whether a label names the project, with a name or without.
  var namesProject = false
  /// Whether a label names 实施单位 itself.
  var namesImplementingUnit = false
  /// Whether a label names 项目单位 or the like, which is the implementing unit where no label says so.
  var namesPossibleUnit = false
  /// The year that a title or a cell of its own gives.
  var statedYear: Int?
  /// The cell that states nothing but a year.
  var yearCell: GridCell?
  var titleCell: GridCell?
  /// The cell that states nothing but the end of the period.
  var lastMonthCell: GridCell?
  /// Whether a cell states a period that could not be read: then none is made up from elsewhere.
  var hasUnreadablePeriod = false
  /// Months named by column headings (1-7月执行数), the first one first.
  var headedMonths: [GridCell] = []

  init(grid: Grid, synonymIndex: SynonymIndex, settings: RecognitionSettings) {
    self.grid = grid
    self.synonymIndex = synonymIndex
    self.settings = settings
  }

  var sheet: String? { grid.sheet.info.name }

  /// The year of months that do not name one: the form's, else that of the settings.
  var year: Int? { statedYear ?? settings.year }

  /// Whether the line is one of the first below the title, where a year stands without further words.
  func isBelowTitle(_ line: Line) -> Bool {
    guard let title = titleCell else { return false }
    return (title.area.last.row + 1...title.area.last.row + 3).contains(line.row)
  }
}
