import Findings
import Yams

/// What Yams says of YAML that is none, as a finding with line and column.
enum ProfileSyntax {
  static func finding(_ error: YamlError, in yaml: String, file: String?) -> Finding {
    func place(_ mark: Mark?) -> Place {
      Place(file: file, position: mark.map { BytePosition(line: $0.line, column: $0.column) })
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Finding(.profileSyntax, at: place(mark), ["reason": problem])
    case .reader(let problem, _, _, _): return Finding(.profileSyntax, at: place(nil), ["reason": problem])
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.sorted().first ?? ""
      let position = secondKey(key, in: yaml, from: context.mark.line)
      return Finding(.profileDuplicateKey, at: Place(file: file, position: position), ["found": key])
    default: return Finding(.profileSyntax, at: place(nil), ["reason": String(describing: error)])
    }
  }

  /// Where a key stands for the second time, which Yams does not say: the second line, from that of its mapping on, that begins with it.
  private static func secondKey(_ key: String, in yaml: String, from first: Int) -> BytePosition {
    var seen = 0
    for (index, line) in yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      guard index + 1 >= first else { continue }
      let words = line.drop { $0 == " " }
      let bare = words.hasPrefix("\"") || words.hasPrefix("'") ? words.dropFirst() : words
      guard bare.hasPrefix(key), let next = bare.dropFirst(key.count).first, ":'\" ".contains(next) else { continue }
      seen += 1
      if seen == 2 { return BytePosition(line: index + 1, column: line.count - words.count + 1) }
    }
    return BytePosition(line: first, column: 1)
  }
}
