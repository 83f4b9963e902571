/// Numbers of binary files, the lowest byte first.
extension UnsafeRawBufferPointer {
  /// - Precondition: The bytes are there.
  @inline(__always)
  func uint8(at offset: Int) -> Int { Int(self[offset]) }

  @inline(__always)
  func uint16(at offset: Int) -> Int {
    Int(UInt16(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
  }

  @inline(__always)
  func uint32(at offset: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  @inline(__always)
  func uint64(at offset: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
