import TrackingModel

/// A column of a table: what SQL has to know of it, and what people call it.
struct StoreColumn: Hashable, Sendable {
  let name: String
  /// Its type and what it must satisfy: `TEXT NOT NULL`.
  let declaration: String
  /// What it is, in Chinese: for a field of the form its label.
  let label: String
  /// Where the value stands in canonical JSON; nil for what is no part of a form.
  let path: String?

  init(_ name: String, _ declaration: String = "TEXT", _ label: String, path: String? = nil) {
    self.name = name
    self.declaration = declaration
    self.label = label
    self.path = path
  }

  /// `supervisingDepartment.name` is `supervising_department_name`.
  static func name(of key: FieldKey) -> String { name(of: key.description) }

  static func name(of key: String) -> String {
    var name = ""
    for character in key {
      if character.isUppercase {
        name += "_" + character.lowercased()
      } else {
        name.append(character == "." ? "_" : character)
      }
    }
    return name
  }
}

/// A table: its columns, each with a comment in SQL's own words, and what holds between them.
struct StoreTable: Sendable {
  let name: String
  let label: String
  let columns: [StoreColumn]
  /// Keys, references and checks.
  let constraints: [String]
  /// Whether rows lie in the order of the primary key: for short rows that are looked up by it.
  let isSorted: Bool
  /// Columns that are searched besides the primary key.
  let indexes: [[String]]

  init(
    _ name: String, _ label: String, _ columns: [StoreColumn], constraints: [String], isSorted: Bool = false,
    indexes: [[String]] = []
  ) {
    self.name = name
    self.label = label
    self.columns = columns
    self.constraints = constraints
    self.isSorted = isSorted
    self.indexes = indexes
  }

  /// The statements that make the table and its indexes.
  var sql: [String] {
    let last = columns.count + constraints.count - 1
    var lines = columns.enumerated().map { index, column in
      let comment = column.label + (column.path.map { " (\($0))" } ?? "")
      return "  \"\(column.name)\" \(column.declaration)\(index < last ? "," : "") -- \(comment)"
    }
    lines += constraints.enumerated().map { index, constraint in
      "  \(constraint)\(columns.count + index < last ? "," : "")"
    }
    let table = "CREATE TABLE \"\(name)\" ( -- \(label)\n" + lines.joined(separator: "\n") + "\n)"
    return [isSorted ? table + " WITHOUT ROWID" : table]
      + indexes.map { columns in
        "CREATE INDEX \"\(name)_\(columns.joined(separator: "_"))\" ON \"\(name)\" ("
          + columns.map { "\"\($0)\"" }.joined(separator: ", ") + ")"
      }
  }

  /// The statement that puts a row into the table.
  var insertion: String {
    "INSERT INTO \"\(name)\" (" + columns.map { "\"\($0.name)\"" }.joined(separator: ", ") + ") VALUES ("
      + columns.map { _ in "?" }.joined(separator: ", ") + ")"
  }
}
