import SystemCalls

/// Where the files of an archive lie once it is unpacked, to read one of them.
struct UnpackedPlace: Sendable, Equatable {
  /// The path of the archive, as the paths of its files begin.
  let archive: [UInt8]
  /// A path under which processes of this user can open the list.
  let path: String
  /// Keeps it there; nil in another process than the one that has it.
  let keptOpen: Descriptor?

  init(archive: [UInt8], path: String, keptOpen: Descriptor? = nil) {
    self.archive = archive
    self.path = path
    self.keptOpen = keptOpen
  }

  static func == (left: UnpackedPlace, right: UnpackedPlace) -> Bool {
    left.archive == right.archive && left.path == right.path
  }
}
