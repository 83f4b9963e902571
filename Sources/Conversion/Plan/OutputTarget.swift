import SystemCalls

/// Where results go.
public enum OutputTarget: Hashable, Sendable {
  /// An output for each input, at the input's relative path.
  case folder(String)
  /// All inputs gathered in one file.
  case file(String)
  case standardOutput

  /// Reads OUTPUT: `-` is standard output; a folder exists as one, ends in `/`, or has no known extension.
  ///
  /// - Parameter store: What else has extensions that are known.
  public init(_ output: String, store: (any FormStore)? = nil) {
    if output == "-" {
      self = .standardOutput
    } else if output.hasSuffix("/") || Folder.exists(output)
      || OutputFormat(extensionOf: output) == nil && store?.isNamed(output) != true
    {
      var path = output[...]
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
      self = .folder(String(path))
    } else {
      self = .file(output)
    }
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
