import Testing

@testable import Conversion

@Suite("Bringing results back into order")
struct InOrderTests {
  private func job(_ number: Int) -> Job {
    Job(ordinal: number, input: InputFile(path: Array("\(number)".utf8), name: "\(number)"))
  }

  @Test(arguments: [1, 5, 3_000_000])
  func whateverTheSize(size: Int) throws {
    let folder = try TemporaryFolder()
    let order = InOrder(folder: folder.path)
    var seen: [Int] = []
    for number in [3, 1, 4, 0, 9, 2, 6, 5, 8, 7] {
      for piece in 0..<(number % 3) {
        try order.hold(.piece, [UInt8](repeating: UInt8(10 * number + piece), count: size), of: number)
      }
      order.finish(job(number), FileResult(.done))
      while let held = order.dequeue() {
        let number = held.job.ordinal
        seen.append(number)
        // Gone through as often as need be.
        for _ in 0..<2 {
          var count = 0
          try held.frames.forEach { frame in
            #expect(frame.content.elementsEqual([UInt8](repeating: UInt8(10 * number + count), count: size)))
            count += 1
          }
          #expect(count == number % 3)
        }
      }
    }
    #expect(seen == Array(0..<10))
    #expect(order.count == 0)
    #expect(order.spool.memory == 0 && order.spool.diskBytes == 0, "what is done with is given back")
    #expect(try folder.names().isEmpty, "what is held on disk has no name")
  }

  @Test func memoryStaysBelowItsLimitAndTheRestIsOnDisk() throws {
    let folder = try TemporaryFolder()
    let order = InOrder(folder: folder.path)
    for number in 1...40 { try order.hold(.form, [UInt8](repeating: 7, count: 1 << 20), of: number) }
    #expect(order.spool.memory <= FrameSpool.memoryLimit)
    #expect(order.spool.diskBytes >= 20 << 20)
  }

  @Test func anInputIsWaitedForOnceMore() throws {
    let order = InOrder(folder: "/tmp")
    try order.hold(.form, [1], of: 0)
    order.finish(job(0), FileResult(.kept))
    let first = try #require(order.dequeue())
    order.requeue(first)
    #expect(order.dequeue() == nil)
    order.finish(job(0), FileResult(.done))
    let second = try #require(order.dequeue())
    #expect(second.frames.isEmpty, "what came the first time is void")
  }
}
