/// GB 18030 of one, two and four bytes a character, and 0x80 as the euro sign, as code page 936 has it.
final class GB18030Transcoder: Transcoder {
  let expansion = 3
  private let table = GB18030Table.shared
  /// How this file writes the euro sign: code page 936 in one byte, GB 18030 in two, and none in both ways.
  private var euroLength: Int?
  /// Whether every character so far that is not ASCII took two bytes.
  private var onlyPairs = true
  private static let euroPair = GB18030Table.shared.pairs[0x21 * GB18030Table.trails + 0xE3 - 0x40]

  func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutablePointer<UInt8>) -> Transcoding {
    table.pairs.withUnsafeBufferPointer { decode(input, into: output, pairs: $0) }
  }

  private func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutablePointer<UInt8>, pairs: UnsafeBufferPointer<UInt32>
  ) -> Transcoding {
    var read = 0
    var written = 0
    let count = input.count
    let euroPair = Self.euroPair
    while read < count {
      let lead = input[read]
      if lead < 0x80 {
        let length = Self.copyASCII(input, from: read, to: output + written)
        read += length
        written += length
        continue
      }
      if lead == 0x80 {
        guard euroLength != 2 else { return Transcoding(read: read, written: written, isMalformed: true) }
        euroLength = 1
        onlyPairs = false
        written += UTF8Bytes.write(GB18030Table.euro, to: output + written)
        read += 1
        continue
      }
      guard lead != 0xFF else { return Transcoding(read: read, written: written, isMalformed: true) }
      guard read + 1 < count else { break }
      let trail = input[read + 1]
      if trail >= 0x40, trail != 0xFF {
        let packed = pairs[Int(lead - 0x81) * GB18030Table.trails + Int(trail - 0x40)]
        if packed == 0 || packed == euroPair {
          guard packed != 0, euroLength != 1 else {
            return Transcoding(read: read, written: written, isMalformed: true)
          }
          euroLength = 2
        }
        output[written] = UInt8(truncatingIfNeeded: packed)
        output[written + 1] = UInt8(truncatingIfNeeded: packed >> 8)
        output[written + 2] = UInt8(truncatingIfNeeded: packed >> 16)
        written += Int(packed >> 24)
        read += 2
        continue
      }
      switch quadruple(input, at: read) {
      case .character(let scalar):
        onlyPairs = false
        written += UTF8Bytes.write(scalar, to: output + written)
        read += 4
      case .cutOff: return Transcoding(read: read, written: written)
      case .none: return Transcoding(read: read, written: written, isMalformed: true)
      }
    }
    return Transcoding(read: read, written: written)
  }

  /// Copies the ASCII bytes from an index on, eight at a time.
  ///
  /// - Returns: How many they are.
  @inline(__always)
  private static func copyASCII(
    _ input: UnsafeRawBufferPointer, from start: Int, to output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let rest = input.count - start
    var length = 0
    while length + 8 <= rest {
      let word = input.loadUnaligned(fromByteOffset: start + length, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { break }
      UnsafeMutableRawPointer(output + length).storeBytes(of: word, as: UInt64.self)
      length += 8
    }
    while length < rest, input[start + length] < 0x80 {
      output[length] = input[start + length]
      length += 1
    }
    return length
  }

  var measure: SourceMeasure? { onlyPairs ? .pairs : .gb18030(euroLength: euroLength ?? 2) }

  func sourceLength(of text: UnsafeBufferPointer<UInt8>) -> Int { measure?.length(of: text) ?? text.count }

  private enum Quadruple {
    case character(UInt32)
    case cutOff
    case none
  }

  private func quadruple(_ input: UnsafeRawBufferPointer, at index: Int) -> Quadruple {
    let digits: ClosedRange<UInt8> = 0x30...0x39
    guard digits.contains(input[index + 1]) else { return .none }
    guard index + 2 < input.count else { return .cutOff }
    guard (0x81...0xFE).contains(input[index + 2]) else { return .none }
    guard index + 3 < input.count else { return .cutOff }
    guard digits.contains(input[index + 3]) else { return .none }
    let linear =
      ((Int(input[index]) - 0x81) * 10 + Int(input[index + 1]) - 0x30) * 1260
      + (Int(input[index + 2]) - 0x81) * 10 + Int(input[index + 3]) - 0x30
    if linear < GB18030Table.quadrupleCount {
      let scalar = table.quadruples[linear]
      return scalar == 0 ? .none : .character(UInt32(scalar))
    }
    let supplementary = linear - GB18030Table.firstSupplementary
    guard supplementary >= 0, supplementary < 0x100000 else { return .none }
    return .character(0x10000 + UInt32(supplementary))
  }
}
