// What the fuzz targets have in common.

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int) -> Int

/// Puts a mutated input in the place of the fuzzer's, and says how long it is; where there is none that fits, the fuzzer mutates by itself.
func replace(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int, by mutated: [UInt8]?) -> Int {
  guard let mutated, mutated.count <= maximum else { return mutateBytes(data, size, maximum) }
  for (index, byte) in mutated.enumerated() { data[index] = byte }
  return mutated.count
}

/// Mutates two inputs in three in a way of the target's own, the third in the fuzzer's.
func mutate(
  _ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int, _ seed: CUnsignedInt,
  by change: ([UInt8], inout SeededGenerator) -> [UInt8]
) -> Int {
  var random = SeededGenerator(seed: UInt64(seed))
  guard random.next() % 3 > 0 else { return replace(data, size, maximum, by: nil) }
  return replace(data, size, maximum, by: change(Array(UnsafeBufferPointer(start: data, count: size)), &random))
}

/// A precondition that says in an optimized build, too, what was broken.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if condition { return }
  print(message())
  fatalError(message())
}
