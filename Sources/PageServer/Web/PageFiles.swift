import CPageFiles

/// The files of the page.
enum PageFiles {
  struct File: Sendable {
    let bytes: [UInt8]
    let type: String
  }

  static let byName: [String: File] = {
    var files: [String: File] = [:]
    var number = 0
    while case let file = page_file_at(number), let name = file.name, let bytes = file.bytes {
      let name = String(cString: name)
      files[name] = File(bytes: Array(UnsafeBufferPointer(start: bytes, count: file.count)), type: type(of: name))
      number += 1
    }
    return files
  }()

  private static func type(of name: String) -> String {
    if name.hasSuffix(".html") { return MediaType.html }
    if name.hasSuffix(".css") { return "text/css; charset=utf-8" }
    if name.hasSuffix(".json") { return MediaType.json }
    return "text/javascript; charset=utf-8"
  }
}
