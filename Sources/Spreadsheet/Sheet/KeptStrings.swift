import Findings

/// The shared strings of a workbook, read when the first cell needs one. A table that cannot be read is not tried again for every sheet.
struct KeptStrings {
  private var result: Result<SharedStrings, Refusal>?

  /// - Throws: What the first reading threw.
  mutating func get(_ load: () throws(Refusal) -> SharedStrings) throws(Refusal) -> SharedStrings {
    if let result { return try result.get() }
    do {
      let loaded = try load()
      result = .success(loaded)
      return loaded
    } catch {
      result = .failure(error)
      throw error
    }
  }
}
