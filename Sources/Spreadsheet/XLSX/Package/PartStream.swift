import Findings

/// A part as UTF-8, checked: UTF-16 is converted, a byte order mark dropped, anything else refused.
///
/// ECMA-376 part 1, 8.1 (and part 2, 6.2.5) allow UTF-8 and UTF-16 only.
final class PartStream {
  let name: String
  private let source: any PartSource
  private var encoding: Encoding?
  private var check = UTF8Check()
  private var delivered = 0
  private var wide: WideDecoder?
  private var head: [UInt8] = []

  private enum Encoding { case utf8, utf16 }

  init(_ source: any PartSource, name: String) {
    self.source = source
    self.name = name
  }

  /// Fills the buffer from its beginning, in part or whole; 0 at the end. The buffer holds at least 64 bytes.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    if encoding == nil { try detectEncoding() }
    var count = 0
    if !head.isEmpty {
      count = min(head.count, buffer.count)
      buffer.copyBytes(from: head[..<count])
      head.removeFirst(count)
    } else if wide != nil {
      count = try readWide(into: buffer)
    } else {
      count = try source.read(into: buffer)
    }
    let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
    if let offset = check.firstInvalid(in: bytes, isLast: count == 0) {
      throw Refusal(
        .xlsxMalformed, at: Place(position: BytePosition(part: name, byteOffset: delivered + offset)),
        ["reason": "not UTF-8"])
    }
    delivered += count
    return count
  }

  /// The first four bytes decide (XML 1.0, appendix F).
  private func detectEncoding() throws(Refusal) {
    var first = [UInt8](repeating: 0, count: 4096)
    var count = 0
    while count < 4 {
      var more = 0
      var refusal: Refusal?
      first.withUnsafeMutableBytes { buffer in
        do throws(Refusal) {
          more = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
        } catch {
          refusal = error
        }
      }
      if let refusal { throw refusal }
      if more == 0 { break }
      count += more
    }
    first.removeLast(first.count - count)
    encoding = .utf8
    switch (first.first, first.dropFirst().first) {
    case (0xEF, 0xBB) where first.count > 2 && first[2] == 0xBF: first.removeFirst(3)
    case (0xFF, 0xFE): wide = WideDecoder(isLittleEndian: true, pending: Array(first.dropFirst(2)))
    case (0xFE, 0xFF): wide = WideDecoder(isLittleEndian: false, pending: Array(first.dropFirst(2)))
    case (0x3C, 0x00): wide = WideDecoder(isLittleEndian: true, pending: first)
    case (0x00, 0x3C): wide = WideDecoder(isLittleEndian: false, pending: first)
    default: break
    }
    if wide == nil { head = first } else { encoding = .utf16 }
  }

  private func readWide(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    var raw = [UInt8](repeating: 0, count: buffer.count / 2)
    while true {
      var refusal: Refusal?
      let room = raw.count
      let count = raw.withUnsafeMutableBytes { bytes in
        do throws(Refusal) {
          return try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<min(room, max(64, room / 2))]))
        } catch {
          refusal = error
          return 0
        }
      }
      if let refusal { throw refusal }
      guard let converted = wide?.convert(raw[..<count], isLast: count == 0) else {
        throw Refusal(
          .xlsxMalformed, at: Place(position: BytePosition(part: name, byteOffset: delivered)), ["reason": "not UTF-16"]
        )
      }
      if converted.isEmpty, count > 0 { continue }
      let fitting = min(converted.count, buffer.count)
      buffer.copyBytes(from: converted[..<fitting])
      head = Array(converted[fitting...])
      return fitting
    }
  }
}
