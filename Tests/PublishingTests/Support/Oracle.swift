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

  struct Failed: Error { let words: String }

  /// The sheets of a workbook, read by the Python that `TRACKTABLE_PYTHON` names.
  static func sheets(of bytes: [UInt8]) throws -> [Oracle] {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".xlsx")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Tools/read-back.py")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let python = ProcessInfo.processInfo.environment["TRACKTABLE_PYTHON"] ?? "python3"
    process.arguments = [python, script.standardized.path, file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failed(words: "read-back.py ended with \(process.terminationStatus)")
    }
    return try JSONDecoder().decode([Oracle].self, from: data)
  }
}
