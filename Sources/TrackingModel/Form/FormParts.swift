/// A project, department or unit: a name, with the code that some systems print before it (`219-某某局`).
public struct NamedEntity: Hashable, Sendable {
  public var code: String?
  public var name: String?

  public init(code: String? = nil, name: String? = nil) {
    self.code = code
    self.name = name
  }

  /// `code-name` as forms print it; nil where both are absent.
  package var printed: String? {
    switch (code, name) {
    case (nil, nil): nil
    case (let code?, nil): code
    case (nil, let name?): name
    case (let code?, let name?): code + "-" + name
    }
  }
}

/// 年度总体目标: what was promised for the year and what has been done so far.
public struct Goals: Hashable, Sendable {
  /// 预期目标.
  public var expected: String?
  /// 跟踪期实际完成情况.
  public var actual: String?

  public init(expected: String? = nil, actual: String? = nil) {
    self.expected = expected
    self.actual = actual
  }
}

/// Something the input has and the model has no field for, kept with its label.
public struct Extra: Hashable, Sendable {
  public var label: String
  public var text: String
  /// The A1 address in the input; nil where the input has no cells.
  public var cell: String?

  public init(label: String, text: String, cell: String? = nil) {
    self.label = label
    self.text = text
    self.cell = cell
  }
}

/// Where a form came from.
public struct Source: Hashable, Sendable {
  /// The path relative to the input folder, else the file's name, `-` for standard input.
  public var file: String?
  /// SHA-256 of the input's bytes, 64 lower-case hexadecimal digits.
  public var sha256: String?
  /// The sheet; nil for text files.
  public var sheet: String?
  /// The smallest rectangle around the form's non-empty cells, such as `A3:H27`.
  public var cells: String?

  public init(file: String? = nil, sha256: String? = nil, sheet: String? = nil, cells: String? = nil) {
    self.file = file
    self.sha256 = sha256
    self.sheet = sheet
    self.cells = cells
  }
}
