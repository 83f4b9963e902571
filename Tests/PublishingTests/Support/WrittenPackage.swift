import CZip
import Foundation

/// The parts of a written XLSX file, taken out with libzip.
struct WrittenPackage {
  var parts: [String: [UInt8]] = [:]
  /// Names that the archive has more than once.
  private(set) var duplicates: [String] = []
  /// What the local headers need that WPS refuses: ZIP64, data descriptors.
  private(set) var unusualHeaders: [String] = []

  struct Unreadable: Error {}

  init(_ bytes: [UInt8]) throws {
    var error = zip_error_t()
    try bytes.withUnsafeBytes { buffer in
      guard let source = zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, &error),
        let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error)
      else { throw Unreadable() }
      defer { zip_discard(archive) }
      for index in 0..<UInt64(zip_get_num_entries(archive, 0)) {
        guard let name = zip_get_name(archive, index, 0), let file = zip_fopen_index(archive, index, 0) else {
          throw Unreadable()
        }
        defer { zip_fclose(file) }
        var part: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
          let got = zip_fread(file, &chunk, UInt64(chunk.count))
          guard got >= 0 else { throw Unreadable() }
          if got == 0 { break }
          part += chunk[..<Int(got)]
        }
        let key = String(cString: name)
        if parts.updateValue(part, forKey: key) != nil { duplicates.append(key) }
      }
    }
    readLocalHeaders(bytes)
  }

  func text(_ part: String) -> String { String(decoding: parts[part] ?? [], as: UTF8.self) }

  /// The sheets' parts in order.
  var sheets: [String] {
    parts.keys.filter { $0.hasPrefix("xl/worksheets/sheet") }.sorted {
      ($0.count, $0) < ($1.count, $1)
    }
  }

  private mutating func readLocalHeaders(_ bytes: [UInt8]) {
    var offset = 0
    while offset + 30 <= bytes.count, bytes[offset...].starts(with: [0x50, 0x4B, 3, 4]) {
      func number(_ at: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[offset + at + $1]) << (8 * $1) }
      }
      let name = String(decoding: bytes[(offset + 30)..<(offset + 30 + number(26, 2))], as: UTF8.self)
      if number(4, 2) >= 45 || number(6, 2) & 8 != 0 { unusualHeaders.append(name) }
      offset += 30 + number(26, 2) + number(28, 2) + number(18, 4)
    }
  }
}
