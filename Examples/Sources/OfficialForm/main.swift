import Foundation
import TrackTable

// A department's own file to the official form, bytes in and bytes out: OfficialForm < 跟踪表.csv > 官方表.xlsx

/// The official workbook of all forms in a file, and what was found in them.
func officialForm(of upload: [UInt8]) throws -> (workbook: [UInt8], findings: [Finding]) {
  var forms: [TrackingForm] = []
  var findings: [Finding] = []
  let summary = try Pipeline().read(.bytes(upload), named: "upload") { checked in
    forms.append(checked.form)
    findings += checked.findings
  }
  let official = try Publisher(.xlsx).publish(forms)
  return (official.bytes, summary.findings + findings + official.findings)
}

do {
  let upload = Array(FileHandle.standardInput.readDataToEndOfFile())
  let (workbook, findings) = try officialForm(of: upload)
  FileHandle.standardOutput.write(Data(workbook))
  let errors = findings.count { $0.severity == .error }
  FileHandle.standardError.write(Data("\(findings.count) findings, \(errors) errors\n".utf8))
} catch let refusal as Refusal {
  FileHandle.standardError.write(Data((refusal.finding.message(in: .english) + "\n").utf8))
  exit(2)
}
