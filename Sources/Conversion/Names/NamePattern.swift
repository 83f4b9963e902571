import Findings
import TrackingModel

/// How the workbook of a single form is called: text with places such as `{实施单位}` in it.
public struct NamePattern: Hashable, Sendable {
  private enum Piece: Hashable, Sendable {
    case text(String)
    case place(Placeholder)
  }

  /// What can be filled in; each has a Chinese and an English name.
  private struct Placeholder: Hashable, Sendable {
    enum Value: Hashable, Sendable {
      case field(FieldKey)
      /// Input's name without folder and extension.
      case file
    }

    let value: Value
    let chinese: String
    let english: String

    /// Those of a form: its title and names, what stands for a group as a whole, the file, and codes.
    static func all(of definition: FormDefinition) -> [Placeholder] {
      func fields(_ isWanted: (FormField.Kind) -> Bool) -> [Placeholder] {
        definition.fields.compactMap { field in
          guard let english = field.placeholder, isWanted(field.kind) else { return nil }
          return Placeholder(value: .field(field.key), chinese: field.label, english: english)
        }
      }
      let groups = definition.groups.compactMap { group in
        group.placeholder.map { Placeholder(value: .field(group.key), chinese: group.label, english: $0) }
      }
      return fields { $0 != .code } + groups + [Placeholder(value: .file, chinese: "文件名", english: "file")]
        + fields { $0 == .code }
    }
  }

  /// The pattern, its places in Chinese whichever name they were given by.
  var text: String {
    pieces.map {
      switch $0 {
      case .text(let text): text
      case .place(let place): "{\(place.chinese)}"
      }
    }
    .joined()
  }
  private let pieces: [Piece]

  /// - Throws: `WrongUsage` where a place has no known name or a brace is left open.
  public init(_ pattern: String, for definition: FormDefinition = .tracking) throws(WrongUsage) {
    let places = Placeholder.all(of: definition)
    var pieces: [Piece] = []
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{") {
      let end = rest[open...].firstIndex(of: "}")
      let name = rest[rest.index(after: open)..<(end ?? rest.endIndex)]
      guard let end, let place = places.first(where: { $0.english == name || $0.chinese == name }) else {
        throw WrongUsage(
          .usageNamePlaceholder,
          ["found": String(name), "expected": places.map { "{\($0.chinese)}" }.joined(separator: " ")])
      }
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(.place(place))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
  }

  /// The name of a form's workbook without folder and extension, not yet made safe or distinct.
  ///
  /// - Parameter stem: The input's name without folder and extension.
  func name(of form: TrackingForm, stem: String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .place(let place): Self.value(of: place, in: form, stem: stem)
      }
    }
    .joined()
    .replacingScalars("/", with: "_")
  }

  private static func value(of place: Placeholder, in form: TrackingForm, stem: String) -> String {
    switch place.value {
    case .file: return stem
    case .field(let key):
      if let field = form.definition.field(key) { return field.text(in: form) ?? "" }
      let parts = form.definition.group(key)?.fields.compactMap { $0.text(in: form) } ?? []
      return parts.joined(separator: "至")
    }
  }
}
