import Findings
import Foundation
import Publishing
import Recognition
import Spreadsheet
import Yams

/// Reads the settings of a profile from its YAML, noting every fault with its line and column.
struct ProfileReader {
  private let file: String?
  private(set) var findings: [Finding] = []

  init(file: String?) { self.file = file }

  mutating func read(_ yaml: String) -> Profile {
    var profile = Profile()
    do {
      guard let root = try Yams.compose(yaml: yaml) else { return profile }
      settings(root, of: &profile)
    } catch let error as YamlError {
      findings.append(ProfileSyntax.finding(error, in: yaml, file: file))
    } catch {
      findings.append(Finding(.profileSyntax, at: Place(file: file), ["reason": String(describing: error)]))
    }
    return profile
  }

  private mutating func settings(_ root: Node, of profile: inout Profile) {
    let known = [
      "unit", "year", "sheet", "encoding", "synonyms", "columns", "header-row", "rules", "page", "limits", "name",
    ]
    var mapping = LedgerMapping()
    for (key, node) in members(of: root, called: "profile", known: known) {
      switch key {
      case "unit": profile.recognition.unit = unit(node)
      case "year": profile.recognition.year = integer(node, in: 1990...2099, key)
      case "sheet": profile.recognition.sheet = text(node, key)
      case "encoding": profile.encoding = text(node, key)
      case "synonyms": profile.recognition.synonyms = synonyms(node)
      case "columns": mapping.columns = columns(node)
      case "header-row":
        mapping.headerRow = integer(node, in: 1...CellReference.maximumRows, key).map { $0 - 1 }
      case "rules": rules(node, of: &profile)
      case "page": page(node, of: &profile.page)
      case "limits": limits(node, of: &profile.limits)
      case "name": profile.namePattern = pattern(node)
      default: break
      }
    }
    if !mapping.columns.isEmpty || mapping.headerRow != nil { profile.recognition.ledger = mapping }
  }

  // MARK: Settings

  private mutating func unit(_ node: Node) -> AmountUnit? {
    guard let words = text(node, "unit") else { return nil }
    if let unit = AmountUnit(rawValue: words) { return unit }
    add(.profileValue, node, ["key": "unit", "found": words, "expected": list(AmountUnit.allCases.map(\.rawValue))])
    return nil
  }

  private mutating func synonyms(_ node: Node) -> [String: [String]] {
    let known = Label.allCases.map(\.rawValue)
    var result: [String: [String]] = [:]
    for (label, words) in members(of: node, called: "synonyms", known: known, unknown: .profileUnknownLabel) {
      result[label] = texts(words, "synonyms.\(label)")
    }
    return result
  }

  private mutating func columns(_ node: Node) -> [(field: String, source: LedgerMapping.Source)] {
    var result: [(field: String, source: LedgerMapping.Source)] = []
    let members = members(
      of: node, called: "columns", known: LedgerMapping.fieldNames, unknown: .profileUnknownField)
    for (field, value) in members {
      guard let words = text(value, "columns.\(field)") else { continue }
      let isLetters = !words.isEmpty && words.utf8.count <= 3 && words.utf8.allSatisfy { (65...90).contains($0) }
      if isLetters, let cell = CellReference(words + "1") {
        result.append((field, .column(cell.column)))
      } else {
        result.append((field, .heading(words)))
      }
    }
    return result
  }

  private mutating func rules(_ node: Node, of profile: inout Profile) {
    let known = Rule.all.map(\.name)
    for (name, value) in members(of: node, called: "rules", known: known, unknown: .profileUnknownRule) {
      // YAML reads a bare `off` as false.
      guard let words = value.scalar?.string.lowercased() else {
        add(.profileType, value, ["key": "rules.\(name)", "expected": "off, error, warning, note"])
        continue
      }
      if ["off", "false", "no"].contains(words) {
        profile.checking.disabled.insert(name)
      } else if let severity = Severity(rawValue: words) {
        profile.checking.severities[name] = severity
      } else {
        add(
          .profileValue, value, ["key": "rules.\(name)", "found": words, "expected": "off, error, warning, note"])
      }
    }
  }

  private mutating func page(_ node: Node, of page: inout PageSettings) {
    let known = ["title", "title-font", "title-size", "text-font", "text-size", "margins", "sign-off"]
    for (key, value) in members(of: node, called: "page", known: known) {
      let path = "page." + key
      switch key {
      case "title": page.title = text(value, path)
      case "title-font": page.titleFont = text(value, path) ?? page.titleFont
      case "text-font": page.textFont = text(value, path) ?? page.textFont
      case "title-size": page.titleSize = number(value, in: 8...36, path) ?? page.titleSize
      case "text-size": page.textSize = number(value, in: 6...16, path) ?? page.textSize
      case "sign-off": page.signOff = texts(value, path)
      case "margins":
        for (side, length) in members(of: value, called: path, known: ["left", "right", "top", "bottom"]) {
          guard let length = number(length, in: 5...60, path + "." + side) else { continue }
          switch side {
          case "left": page.margins.left = length
          case "right": page.margins.right = length
          case "top": page.margins.top = length
          default: page.margins.bottom = length
          }
        }
      default: break
      }
    }
  }

  private mutating func limits(_ node: Node, of limits: inout Limits) {
    let paths = Dictionary(uniqueKeysWithValues: Limit.all.compactMap { limit in limit.key.map { ($0, limit.name) } })
    for (key, value) in members(of: node, called: "limits", known: paths.keys.sorted()) {
      guard let name = paths[key], let path = Limits.raisable[name] else { continue }
      limits[keyPath: path] = integer(value, in: 1...Self.highestLimit, "limits." + key) ?? limits[keyPath: path]
    }
  }

  /// A million million: more than any machine holds, and far from where sums of it overflow.
  private static let highestLimit = 1_000_000_000_000

  private mutating func pattern(_ node: Node) -> NamePattern? {
    guard let words = text(node, "name") else { return nil }
    do throws(WrongUsage) {
      return try NamePattern(words)
    } catch {
      findings.append(error.finding.within(place(of: node)))
      return nil
    }
  }

  // MARK: Values

  /// The members of a mapping whose keys are known; the others are noted.
  private mutating func members(
    of node: Node, called name: String, known: [String], unknown rule: Rule = .profileUnknownKey
  ) -> [(key: String, value: Node)] {
    // A key with nothing behind it is as good as none.
    if node.isBlank { return [] }
    guard case .mapping(let mapping) = node else {
      add(.profileType, node, ["key": name, "expected": "key: value"])
      return []
    }
    var result: [(key: String, value: Node)] = []
    for (key, value) in mapping {
      let words = key.scalar?.string ?? ""
      if known.contains(words) {
        result.append((words, value))
      } else {
        add(rule, key, ["found": words, "suggestion": Nearest.word(to: words, among: known) ?? list(known)])
      }
    }
    return result
  }

  private mutating func text(_ node: Node, _ key: String) -> String? {
    if let words = node.scalar?.string, !node.isBlank { return words }
    add(.profileType, node, ["key": key, "expected": "text"])
    return nil
  }

  /// A text or a list of them.
  private mutating func texts(_ node: Node, _ key: String) -> [String] {
    guard case .sequence(let items) = node else { return text(node, key).map { [$0] } ?? [] }
    return items.compactMap { text($0, key) }
  }

  private mutating func integer(_ node: Node, in range: ClosedRange<Int>, _ key: String) -> Int? {
    guard let words = text(node, key) else { return nil }
    if let value = Int(words), range.contains(value) { return value }
    add(
      .profileValue, node, ["key": key, "found": words, "expected": "\(range.lowerBound) … \(range.upperBound)"])
    return nil
  }

  private mutating func number(_ node: Node, in range: ClosedRange<Double>, _ key: String) -> Double? {
    guard let words = text(node, key) else { return nil }
    if let value = Double(words), range.contains(value) { return value }
    let bounds = [range.lowerBound, range.upperBound].map { String(Int($0)) }
    add(.profileValue, node, ["key": key, "found": words, "expected": bounds.joined(separator: " … ")])
    return nil
  }

  private mutating func add(_ rule: Rule, _ node: Node, _ values: [String: String]) {
    findings.append(Finding(rule, at: place(of: node), values))
  }

  private func place(of node: Node) -> Place {
    Place(file: file, position: node.mark.map { BytePosition(line: $0.line, column: $0.column) })
  }

  private func list(_ words: [String]) -> String { words.joined(separator: "、") }
}

extension Node {
  /// `key:` with nothing behind it, or `~`.
  fileprivate var isBlank: Bool {
    guard let scalar else { return false }
    return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
  }
}
