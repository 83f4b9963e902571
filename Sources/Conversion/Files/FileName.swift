import Glibc

/// Names of files as they are found.
enum FileName {
  /// The name for people: UTF-8, else GB18030 as Windows archives write names, else with the unreadable bytes replaced.
  static func display(_ name: [UInt8]) -> String {
    if let text = String(validating: name, as: UTF8.self) { return text }
    return gb18030(name) ?? String(decoding: name, as: UTF8.self)
  }

  /// The last component of a path, for people.
  static func last(of path: [UInt8]) -> String {
    let slash = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return display(Array(path[slash...]))
  }

  /// Hidden files and those that operating systems put into folders by themselves.
  static func isSystem(_ path: [UInt8]) -> Bool {
    let slash = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let name = path[slash...]
    if name.first == UInt8(ascii: ".") { return true }
    guard name.count <= 25 else { return false }
    let lowercased = String(decoding: name, as: UTF8.self).lowercased()
    return ["thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin", "system volume information", "__macosx"]
      .contains(lowercased)
  }

  /// Whether a browser, a download manager or a cloud drive names a file so that is not all there.
  static func isUnfinishedDownload(_ name: [UInt8]) -> Bool {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0, name.count - dot <= 12 else { return false }
    return extensionsOfDownloads.contains(String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased())
  }

  private static let extensionsOfDownloads: Set<String> = [
    "aria2", "crdownload", "download", "downloading", "icloud", "opdownload", "part", "partial", "td", "xltd",
  ]

  /// Whether the extension alone says that no form can be in the file: program code, notes, settings, logs, programs, fonts, sound and film.
  ///
  /// Everything that somebody may have sent a form as is no such file, even where it cannot be read: documents, pictures, scans, archives,
  /// web pages, old workbooks. A person has to be told of these.
  static func isNoForm(_ name: [UInt8]) -> Bool {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0, name.count - dot <= 12 else { return false }
    return extensionsOfNoForm.contains(String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased())
  }

  private static let extensionsOfNoForm: Set<String> = [
    // Code and notes.
    "bas", "bat", "c", "cmd", "cpp", "cs", "css", "go", "h", "java", "js", "md", "php", "pl", "ps1", "py", "pyc", "r",
    "rb", "rs",
    "sh", "sql", "swift", "ts", "vbs",
    // Settings and logs, and the findings of another run.
    "cfg", "conf", "findings", "ini", "lock", "log", "toml", "yaml", "yml",
    // Programs and fonts.
    "dll", "exe", "msi", "ttc", "ttf",
    // Sound and film.
    "avi", "flac", "m4a", "mkv", "mov", "mp3", "mp4", "wav", "wmv",
  ]

  /// nil where the bytes are not valid GB18030 either.
  static func gb18030(_ name: [UInt8]) -> String? {
    guard let converter = iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = name.map { CChar(bitPattern: $0) }
    let capacity = 3 * name.count + 4
    var failed = true
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      input.withUnsafeMutableBufferPointer { source in
        buffer.withMemoryRebound(to: CChar.self) { target in
          var from = source.baseAddress
          var to = target.baseAddress
          var left = source.count
          var remaining = capacity
          failed = iconv(converter, &from, &left, &to, &remaining) == -1
          count = capacity - remaining
        }
      }
    }
    return failed ? nil : String(validating: bytes, as: UTF8.self)
  }
}
