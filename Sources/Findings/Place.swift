/// Where a finding stands. Every part may be missing: a missing file has no sheet, a missing field has no cell.
public struct Place: Hashable, Sendable {
  /// The path of the input as the user named it, `-` for standard input.
  public var file: String?
  /// The sheet's name; nil for text files.
  public var sheet: String?
  /// The cells concerned.
  public var cells: CellRange?
  /// Where in the canonical form, such as `indicators[3].actual`.
  public var field: String?
  /// Where in the bytes: a line and column of a text file, a part of a package.
  public var position: BytePosition?

  public init(
    file: String? = nil, sheet: String? = nil, cells: CellRange? = nil, field: String? = nil,
    position: BytePosition? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.cells = cells
    self.field = field
    self.position = position
  }

  public init(sheet: String?, cell: CellReference) {
    self.init(sheet: sheet, cells: CellRange(cell))
  }

  /// This place, with what it leaves open filled in from an outer one: a reader knows the cell, the pipeline knows the file.
  public func within(_ outer: Place) -> Place {
    Place(
      file: file ?? outer.file, sheet: sheet ?? outer.sheet, cells: cells ?? outer.cells,
      field: field ?? outer.field, position: position ?? outer.position)
  }
}

/// A position in the bytes of a file.
public struct BytePosition: Hashable, Sendable {
  /// The name of the part in a package (`xl/worksheets/sheet1.xml`); nil for a text file.
  public var part: String?
  /// Line, from 1.
  public var line: Int?
  /// Column, from 1, counted in characters for text files and in bytes for parts of a package.
  public var column: Int?
  /// Offset from the first byte of the file or part.
  public var byteOffset: Int?

  public init(part: String? = nil, line: Int? = nil, column: Int? = nil, byteOffset: Int? = nil) {
    self.part = part
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
  }
}
