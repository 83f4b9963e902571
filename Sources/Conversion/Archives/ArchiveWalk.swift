import Findings
import Spreadsheet
import SystemCalls

/// The files of an archive, one by one, as if it were a folder; those of archives within it too, but not of archives within these.
struct ArchiveWalk {
  private var steps: ArraySlice<FolderWalk.Step>
  private(set) var skipped = SkippedFiles()

  /// - Parameter input: A file whose name says that it is an archive.
  /// - Returns: nil where it is none, or cannot be opened: then it is an input like any other, and its reader says what it is.
  init?(_ input: InputFile) {
    guard let path = String(validating: input.path, as: UTF8.self),
      FileStatus(following: input.path)?.kind == .file,
      let archive = try? FileArchive(.file(path)), !archive.isPackage
    else { return nil }
    steps = []
    var found: [(components: [[UInt8]], step: FolderWalk.Step)] = []
    add(ArchiveIndex(archive), below: input, isNested: false, to: &found)
    order(found)
  }

  /// - Parameters:
  ///   - archive: What was unpacked.
  ///   - input: As which it came.
  ///   - isNested: Whether it came out of an archive itself.
  init(_ archive: UnpackedArchive, of input: InputFile, isNested: Bool) {
    steps = []
    var input = input
    input.unpacked = UnpackedPlace(archive, of: input.path)
    input.isNestedArchive = false
    skipped.links += archive.links
    var found: [(components: [[UInt8]], step: FolderWalk.Step)] = []
    add(ArchiveIndex(archive), below: input, isNested: isNested, to: &found)
    order(found)
  }

  private mutating func order(_ found: [(components: [[UInt8]], step: FolderWalk.Step)]) {
    steps = found.sorted { Self.precedes($0.components, $1.components) }.map(\.step)[...]
  }

  /// How many files and refusals are left.
  var count: Int { steps.count }

  /// The next file, or why one is none; nil after the last.
  mutating func next() -> FolderWalk.Step? { steps.popFirst() }

  private mutating func add(
    _ index: ArchiveIndex, below input: InputFile, isNested: Bool,
    to found: inout [(components: [[UInt8]], step: FolderWalk.Step)]
  ) {
    func refuse(_ name: String, _ rule: Rule, _ values: [String: String] = [:]) {
      let place = Place(file: input.label + "/" + name)
      found.append((Self.components(input.name + "/" + name), .refusal(Refusal(rule, at: place, values))))
    }
    for name in index.duplicates.sorted() { refuse(name, .archiveDuplicate) }
    for (name, member) in index.members {
      guard Self.staysInside(name) else {
        refuse(name, .archivePathOutside)
        continue
      }
      if skips(name) { continue }
      var file = input
      file.path += Array("/\(name)".utf8)
      file.name += "/" + name
      guard ArchiveKind.isNamed(name) else {
        found.append((Self.components(file.name), .file(file)))
        continue
      }
      if isNested {
        refuse(name, .archiveNested)
        continue
      }
      // One that has to be unpacked first is an input of its own until then.
      if ArchiveKind.isNamedForUnpacking(name) {
        file.isNestedArchive = true
        found.append((Self.components(file.name), .file(file)))
        continue
      }
      do throws(Refusal) {
        let nested = try ArchivedFiles.nested(member, in: index.archive)
        // A workbook may be called .zip as well.
        if nested.isPackage {
          found.append((Self.components(file.name), .file(file)))
        } else {
          add(ArchiveIndex(nested), below: file, isNested: true, to: &found)
        }
      } catch {
        found.append((Self.components(file.name), .refusal(error.within(Place(file: file.label)))))
      }
    }
  }

  /// What a walk through a folder passes over, and the resource forks that a Mac adds for each file.
  private mutating func skips(_ name: String) -> Bool {
    let components = name.pathComponents.map { Array($0.utf8) }
    guard let last = components.last else { return true }
    if components.contains(where: FileName.isSystem) {
      skipped.systemFiles += 1
    } else if last.starts(with: "~$".utf8) {
      skipped.lockFiles += 1
    } else if FileName.isNoForm(last) {
      skipped.otherFiles += 1
    } else {
      return false
    }
    return true
  }

  /// Whether a name leads to somewhere below the archive: an archive that says otherwise was made to write somewhere else.
  static func staysInside(_ name: String) -> Bool {
    let components = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    return !components.contains("..") && !components.contains("") && !(components.first ?? "").contains(":")
  }

  private static func components(_ name: String) -> [[UInt8]] { name.pathComponents.map { Array($0.utf8) } }

  /// The order in which a walk comes to them: by the bytes of their names, folder by folder.
  private static func precedes(_ left: [[UInt8]], _ right: [[UInt8]]) -> Bool {
    left.lexicographicallyPrecedes(right) { $0.lexicographicallyPrecedes($1) }
  }
}
