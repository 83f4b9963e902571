import Testing

@testable import Conversion

@Suite("Bringing results back into order")
struct InOrderTests {
  @Test(arguments: [1, 5, 3_000_000])
  func whateverTheSize(size: Int) throws {
    let folder = try TemporaryFolder()
    let order = InOrder(folder: folder.path)
    var seen: [Int] = []
    func take() throws {
      while let (result, pieces) = try order.takeNext() {
        let number = Int(result[0])
        seen.append(number)
        var count = 0
        try pieces.forEach { piece in
          #expect(piece == [UInt8](repeating: UInt8(10 * number + count), count: size))
          count += 1
        }
        #expect(count == number % 3)
      }
    }
    for number in [3, 1, 4, 0, 9, 2, 6, 5, 8, 7] {
      for piece in 0..<(number % 3) {
        try order.hold(piece: [UInt8](repeating: UInt8(10 * number + piece), count: size), of: number)
      }
      try order.hold(result: [UInt8(number)], of: number)
      try take()
    }
    #expect(seen == Array(0..<10))
    #expect(order.count == 0)
    #expect(try folder.names().isEmpty, "what is held on disk has no name")
  }
}
