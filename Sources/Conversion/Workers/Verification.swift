/// Whether what an earlier run did for an input still stands: the same input, and the same outputs, byte for byte.
enum Verification {
  static func holds(
    _ expected: Job.Expectation, for input: InputFile, below folder: String?, _ archives: ArchivedFiles
  ) -> Bool {
    guard hash(of: input, archives) == expected.inputSHA256 else { return false }
    return expected.outputs.allSatisfy { output in
      guard let folder else { return false }
      return hash(of: Array((folder + "/" + output.path).utf8)) == output.sha256
    }
  }

  /// nil where the input cannot be read.
  private static func hash(of input: InputFile, _ archives: ArchivedFiles) -> String? {
    guard let archived = try? archives.open(input) else { return hash(of: input.path) }
    return withExtendedLifetime(archived.keptOpen) { try? InputBytes(archived.source).sha256 }
  }

  /// nil where the file cannot be read.
  static func hash(of path: [UInt8]) -> String? {
    guard let file = try? OpenFile(path: path) else { return nil }
    let hash = SHA256()
    do {
      while case let piece = try file.read(upTo: 1 << 18), !piece.isEmpty { hash.update(piece) }
    } catch {
      return nil
    }
    return hash.finalize()
  }
}
