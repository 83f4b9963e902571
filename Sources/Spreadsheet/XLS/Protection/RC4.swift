/// The stream of bytes that RC4 makes of a key; what is obfuscated with it is exclusive-or with them.
struct RC4 {
  private var state: [UInt8]
  private var i: UInt8 = 0
  private var j: UInt8 = 0

  init(key: [UInt8]) {
    state = (0...255).map { UInt8($0) }
    var j: UInt8 = 0
    for i in 0..<256 {
      j = j &+ state[i] &+ key[i % key.count]
      state.swapAt(i, Int(j))
    }
  }

  mutating func next() -> UInt8 {
    i = i &+ 1
    j = j &+ state[Int(i)]
    state.swapAt(Int(i), Int(j))
    return state[Int(state[Int(i)] &+ state[Int(j)])]
  }

  mutating func apply(to bytes: [UInt8]) -> [UInt8] { bytes.map { $0 ^ next() } }
}
