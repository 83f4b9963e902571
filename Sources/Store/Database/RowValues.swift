import GRDB

/// Values of a row that may be of another kind than the table's own program would have put there: GRDB ends the process for such.
extension Row {
  /// - Throws: `StoreFault` where it is no text.
  func text(_ column: Int) throws(StoreFault) -> String? {
    switch (self[column] as DatabaseValue).storage {
    case .null: return nil
    case .string(let text): return text
    default: throw fault(column)
    }
  }

  /// - Throws: `StoreFault` where it is no whole number.
  func integer(_ column: Int) throws(StoreFault) -> Int? {
    switch (self[column] as DatabaseValue).storage {
    case .null: return nil
    case .int64(let number): return Int(number)
    default: throw fault(column)
    }
  }

  /// - Throws: `StoreFault` where there is none.
  func requiredText(_ column: Int) throws(StoreFault) -> String {
    guard let text = try text(column) else { throw fault(column) }
    return text
  }

  func requiredInteger(_ column: Int) throws(StoreFault) -> Int {
    guard let number = try integer(column) else { throw fault(column) }
    return number
  }

  func texts(_ columns: Range<Int>) throws(StoreFault) -> [String?] {
    var texts: [String?] = []
    for column in columns { texts.append(try text(column)) }
    return texts
  }

  private func fault(_ column: Int) -> StoreFault {
    StoreFault("\(Array(columnNames)[column]) = \(self[column] as DatabaseValue)")
  }
}
