import SystemCalls

/// Where results go.
public enum OutputTarget: Hashable, Sendable {
  /// An output for each input, at the input's relative path.
  case folder(String)
  /// All inputs gathered in one file.
  case file(String)
  case standardOutput

  /// Reads OUTPUT: `-` is standard output; a folder exists as one, ends in `/`, or has no known extension.
  public init(_ output: String) {
    if output == "-" {
      self = .standardOutput
    } else if output.hasSuffix("/") || Folder.exists(output) || OutputFormat(extensionOf: output) == nil {
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
    let name = path.pathComponents.last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    self.init(rawValue: name[name.index(after: dot)...].lowercased())
  }
}
