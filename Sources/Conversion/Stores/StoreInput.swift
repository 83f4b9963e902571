import Findings
import Spreadsheet
import SystemCalls
import TrackingModel

/// Reads a store wherever its bytes are: a database is opened by a path, and what has none is laid into a file for as long as it is read.
enum StoreInput {
  private static let name = "store.sqlite"

  static func read(
    _ store: any FormStore, from source: ByteSource, _ input: InputBytes, _ receive: (TrackingForm) throws -> Void
  ) throws {
    if case .file(let path) = source { return try store.read(path, receive) }
    let bytes = try input.wholeBytes()
    do {
      let folder = try PrivateFolder.make(in: TemporaryFile.folder)
      defer { PrivateFolder.removeAll(folder) }
      try PrivateFolder.write(bytes, to: folder + "/" + name)
      try store.read(folder + "/" + name, receive)
    } catch let failure as SystemFailure {
      throw Refusal(.runSystem, ["reason": failure.words])
    }
  }
}
