import Findings

/// How many findings of each severity.
public struct SeverityCounts: Codable, Hashable, Sendable {
  public var errors = 0
  public var warnings = 0
  public var notes = 0

  public init() {}

  public init(_ findings: some Sequence<Finding>) { for finding in findings { add(finding.severity) } }

  public mutating func add(_ severity: Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .note: notes += 1
    }
  }

  public mutating func add(_ other: SeverityCounts) {
    errors += other.errors
    warnings += other.warnings
    notes += other.notes
  }

  public var total: Int { errors + warnings + notes }
}

/// The figures at the end of a report: of the run, and of each implementing unit.
public struct ReportSummary: Sendable {
  /// One implementing unit's share.
  public struct Unit: Sendable {
    /// 实施单位; nil for forms that name none, and for inputs that gave no form.
    public let name: String?
    /// 主管部门.
    public let department: String?
    public var forms = 0
    /// Forms without an error and without a warning.
    public var clean = 0
    /// Inputs that gave no form.
    public var refused = 0
    public var counts = SeverityCounts()
  }

  public private(set) var files = 0
  public private(set) var forms = 0
  public private(set) var outcomes: [ReportedFile.Outcome: Int] = [:]
  public private(set) var counts = SeverityCounts()
  private var byUnit: [Owner: Unit] = [:]

  /// Units of one name in two departments are two units.
  private struct Owner: Hashable {
    let unit: String?
    let department: String?
  }

  public init() {}

  /// - Throws: What going through the forms throws.
  public mutating func add(_ file: ReportedFile) throws {
    files += 1
    forms += file.forms.count
    outcomes[file.outcome, default: 0] += 1
    var owners: Set<Owner> = []
    try file.forms.forEach { form in
      let owner = Owner(unit: form.implementingUnit, department: form.supervisingDepartment)
      owners.insert(owner)
      let own = SeverityCounts(form.findings)
      counts.add(own)
      change(owner) {
        $0.forms += 1
        if own.errors == 0, own.warnings == 0 { $0.clean += 1 }
        $0.counts.add(own)
      }
    }
    let own = SeverityCounts(file.findings)
    counts.add(own)
    guard own.total > 0 || file.outcome == .refused else { return }
    // What belongs to no form still belongs to the one unit that all forms of the file are of.
    let owner = owners.count == 1 ? owners.first : nil
    change(owner ?? Owner(unit: nil, department: nil)) {
      $0.counts.add(own)
      if file.outcome == .refused { $0.refused += 1 }
    }
  }

  private mutating func change(_ owner: Owner, _ body: (inout Unit) -> Void) {
    body(&byUnit[owner, default: Unit(name: owner.unit, department: owner.department)])
  }

  /// The units, those with most to correct first; equal ones by name.
  public var units: [Unit] {
    byUnit.values.sorted { left, right in
      let one = (right.counts.errors, right.counts.warnings, right.counts.notes)
      let other = (left.counts.errors, left.counts.warnings, left.counts.notes)
      if one != other { return one < other }
      let last = "\u{10FFFF}"
      return (left.name ?? last, left.department ?? last) < (right.name ?? last, right.department ?? last)
    }
  }
}
