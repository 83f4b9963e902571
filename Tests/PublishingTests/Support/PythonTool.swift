import Foundation

/// A script of `Tests/Tools` asked about a written file, by the Python that `TRACKTABLE_PYTHON` names.
enum PythonTool {
  struct Failed: Error { let words: String }

  /// What the script prints of the bytes as a file.
  static func run(_ script: String, on bytes: [UInt8], _ arguments: [String] = []) throws -> Data {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".xlsx")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Tools/\(script)")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let python = ProcessInfo.processInfo.environment["TRACKTABLE_PYTHON"] ?? "python3"
    process.arguments = [python, path.standardized.path, file.path] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.bytesToEnd()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failed(words: "\(script) ended with \(process.terminationStatus)")
    }
    return data
  }
}

/// What LibreOffice computes in a written file.
enum Recalculation {
  /// - Parameters:
  ///   - cells: What is filled in first, by address on the first sheet.
  ///   - addresses: The cells to show; those without a number are left out.
  static func run(
    _ bytes: [UInt8], _ cells: [String: Double], show addresses: [String]
  ) throws -> [String: Double] {
    let arguments = cells.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } + ["--"] + addresses
    let data = try PythonTool.run("recalculate.py", on: bytes, arguments)
    return try JSONDecoder().decode([String: Double?].self, from: data).compactMapValues { $0 }
  }
}
