import Foundation

/// What openpyxl and python-calamine read from a written file.
struct Oracle: Decodable {
  let name: String
  /// By address: kind, value, number format.
  let cells: [String: [String]]
  let calamine: [String: String]
  let merges: [String]
  let calamineMerges: [String]
  let heights: [Double?]
  let breaks: [Int]
  let printArea: String?

  /// The sheets of a workbook.
  static func sheets(of bytes: [UInt8]) throws -> [Oracle] {
    try JSONDecoder().decode([Oracle].self, from: PythonTool.run("read-back.py", on: bytes))
  }
}
