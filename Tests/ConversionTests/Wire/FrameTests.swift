import Testing

@testable import Conversion

@Suite("Frames on the pipe between a run and its workers")
struct FrameTests {
  private let frames = [
    Frame.bytes(.ready, []), Frame.bytes(.piece, [1, 2, 3]), Frame.bytes(.result, [UInt8](repeating: 9, count: 70_000)),
  ]

  @Test(arguments: [1, 2, 5, 4096, 1 << 20])
  func comeOutWholeHoweverTheyAreCut(size: Int) throws {
    var buffer = FrameBuffer()
    var seen: [(Frame.Kind, Int)] = []
    var rest = frames.flatMap { $0 }[...]
    while !rest.isEmpty {
      buffer.append(rest.prefix(size))
      rest = rest.dropFirst(size)
      while let frame = try buffer.next() { seen.append((frame.kind, frame.content.count)) }
    }
    #expect(seen.map(\.0) == [.ready, .piece, .result])
    #expect(seen.map(\.1) == [0, 3, 70_000])
    #expect(buffer.pendingBytes == 0)
  }

  @Test(arguments: [[0, 0, 0, 0, 99], [255, 255, 255, 255, 3]] as [[UInt8]])
  func whatIsNoFrameIsRefused(bytes: [UInt8]) {
    var buffer = FrameBuffer()
    buffer.append(bytes)
    #expect(throws: FrameBuffer.Malformed.self) { try buffer.next() }
  }

  @Test func aJobCarriesWhatAWorkerNeeds() throws {
    let job = Job(
      ordinal: 7, input: InputFile(path: [255, 9, 10], name: "甲\t乙", isWalked: true),
      expected: Job.Expectation(inputSHA256: "00", outputs: [Job.ExpectedOutput(path: "a.xlsx", sha256: "11")]))
    let read = try Job(encoded: job.encoded())
    #expect(read.ordinal == 7 && read.input.path == [255, 9, 10] && read.input.name == "甲\t乙" && read.input.isWalked)
    #expect(read.expected?.inputSHA256 == "00" && read.expected?.outputs.first?.path == "a.xlsx")
  }
}
