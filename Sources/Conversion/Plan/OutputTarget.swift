import Spreadsheet
import SystemCalls

/// Where results go.
public enum OutputTarget: Hashable, Sendable {
  /// An output for each input, at the input's relative path.
  case folder(String)
  /// All inputs gathered in one file.
  case file(String)
  case standardOutput

  /// Reads OUTPUT: `-` is standard output, as are its names as a device; a folder exists as one, ends in `/`, or has no known extension.
  ///
  /// - Parameter store: What else has extensions that are known.
  /// - Throws: `WrongUsage` where a new file would have the extension of a format that is read and not written.
  public init(_ output: String, store: (any FormStore)? = nil) throws(WrongUsage) {
    let isFolder = output.hasSuffix("/") || Folder.exists(output)
    if output == "-" || Self.devices.contains(output) {
      self = .standardOutput
    } else if isFolder || OutputFormat(extensionOf: output) == nil && store?.isNamed(output) != true {
      if !isFolder, let found = Self.otherExtension(of: output) {
        throw WrongUsage(.usageOutputExtension, ["path": output, "found": found, "expected": Self.written])
      }
      var path = output[...]
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
      self = .folder(String(path))
    } else {
      self = .file(output)
    }
  }

  private static let devices: Set<String> = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]

  /// Extensions that are not names of folders: of what is read, and of other documents, archives and pictures.
  private static let others: Set<String> = Set(Workbooks.fileExtensions).union([
    "xlsb", "ods", "odt", "doc", "wps", "rtf", "pdf", "htm", "html", "xml", "zip", "rar", "7z", "yaml", "yml", "png",
    "jpg",
  ])

  private static let written = OutputFormat.allCases.map { "." + $0.rawValue }.joined(separator: ", ")

  private static func otherExtension(of path: String) -> String? {
    guard let name = path.pathComponents.last, let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      return nil
    }
    let found = name[name.index(after: dot)...].lowercased()
    return others.contains(found) ? "." + found : nil
  }

  /// The format that a file's extension names; nil for folders and standard output.
  public var formatByExtension: OutputFormat? {
    if case .file(let path) = self { OutputFormat(extensionOf: path) } else { nil }
  }
}

extension OutputFormat {
  /// The format of a path's extension, in any case; nil where that is none of ours.
  init?(extensionOf path: String) {
    guard let name = path.lowercasedExtension else { return nil }
    self.init(rawValue: name)
  }
}

extension FormStore {
  /// Whether a file's extension says that it is such a store.
  public func isNamed(_ path: String) -> Bool { path.lowercasedExtension.map { fileExtensions.contains($0) } ?? false }
}

extension String {
  /// What stands behind the last dot of the last component; nil where there is none.
  fileprivate var lowercasedExtension: String? {
    let name = pathComponents.last ?? ""
    return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
  }
}
