import Findings
import TrackingModel

/// How the workbook of a single form is called: text with places such as `{实施单位}` in it.
public struct NamePattern: Hashable, Sendable {
  private enum Piece: Hashable, Sendable {
    case text(String)
    case place(Placeholder)
  }

  /// What can be filled in; each has a Chinese and an English name.
  public enum Placeholder: String, Sendable, CaseIterable {
    case title, project, department, unit, period, file
    case projectCode = "project-code"
    case departmentCode = "department-code"
    case unitCode = "unit-code"

    var chinese: String {
      switch self {
      case .title: "标题"
      case .project: "项目名称"
      case .department: "主管部门"
      case .unit: "实施单位"
      case .period: "跟踪时段"
      case .file: "文件名"
      case .projectCode: "项目编码"
      case .departmentCode: "主管部门编码"
      case .unitCode: "实施单位编码"
      }
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
  public init(_ pattern: String) throws(WrongUsage) {
    var pieces: [Piece] = []
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{") {
      let end = rest[open...].firstIndex(of: "}")
      let name = rest[rest.index(after: open)..<(end ?? rest.endIndex)]
      guard let end, let place = Placeholder.allCases.first(where: { $0.rawValue == name || $0.chinese == name }) else {
        throw WrongUsage(
          .usageNamePlaceholder,
          ["found": String(name), "expected": Placeholder.allCases.map { "{\($0.chinese)}" }.joined(separator: " ")])
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
    let value =
      switch place {
      case .title: form.title
      case .project: form.project.name
      case .department: form.supervisingDepartment.name
      case .unit: form.implementingUnit.name
      case .projectCode: form.project.code
      case .departmentCode: form.supervisingDepartment.code
      case .unitCode: form.implementingUnit.code
      case .file: stem
      case .period:
        [form.period.start?.description, form.period.end?.description].compactMap { $0 }.joined(separator: "至")
      }
    return value ?? ""
  }
}
