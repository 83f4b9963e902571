import Findings
import Foundation
import Publishing
import TrackingModel

/// What `tracktable pipe` says of a file: one line of JSON, every key always present.
struct PipeAnswer {
  private var forms: [UInt8] = []
  private let language: Language

  init(in language: Language) { self.language = language }

  /// Adds a form with what was found in it.
  mutating func add(_ checked: CheckedForm) {
    var findings = JSONText(.compact)
    findings.array(of: checked.findings) { [language] in $0.finding($1, language) }
    if !forms.isEmpty { forms.append(UInt8(ascii: ",")) }
    forms += #"{"form":"#.utf8
    forms += CanonicalJSON.line(checked.form).dropLast()
    forms += #","findings":"#.utf8
    forms += findings.bytes
    forms.append(UInt8(ascii: "}"))
  }

  /// The line of a file whose forms were read, with its line break.
  func line(_ name: String, _ summary: InputSummary, workbook: [UInt8]?) -> [UInt8] {
    line(name, summary, summary.findings, nil, workbook)
  }

  /// The line of a file that was refused.
  static func line(_ name: String, refused refusal: Finding, in language: Language) -> [UInt8] {
    PipeAnswer(in: language).line(name, nil, [], refusal, nil)
  }

  private func line(
    _ name: String, _ summary: InputSummary?, _ findings: [Finding], _ refusal: Finding?, _ workbook: [UInt8]?
  ) -> [UInt8] {
    var head = JSONText(.compact)
    head.object {
      $0.member("protocol", PipeFrame.version)
      $0.member("name", name)
      $0.member("outcome", refusal == nil ? "done" : "refused")
      $0.member("sha256", summary?.sha256)
      $0.member("size", summary?.size)
      $0.key("account")
      $0.account(summary?.account)
      $0.key("refusal")
      if let refusal { $0.finding(refusal, language) } else { $0.null() }
      $0.member("workbook", workbook.map { Data($0).base64EncodedString() })
      $0.key("findings")
      $0.array(of: findings) { $0.finding($1, language) }
    }
    return head.bytes.dropLast() + Array(#","forms":["#.utf8) + forms + Array("]}\n".utf8)
  }
}

extension JSONText {
  fileprivate mutating func account(_ account: CellAccount?) {
    guard let account else { return null() }
    object {
      $0.member("cells", account.cells)
      $0.member("values", account.values)
      $0.member("labels", account.labels)
      $0.member("others", account.others)
    }
  }
}
