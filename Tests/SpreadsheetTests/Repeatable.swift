/// Numbers that are the same at every run (Marsaglia's xorshift64*), so that a failure can be looked at again.
struct Repeatable: RandomNumberGenerator {
  private var state: UInt64

  /// - Parameter state: Where to begin; not 0. Two that are alike give the same numbers.
  init(state: UInt64) { self.state = state }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
