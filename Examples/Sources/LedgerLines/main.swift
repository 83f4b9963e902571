import Foundation
import TrackTable

// A ledger of any size to JSON Lines, a form a line: LedgerLines < 台账.xlsx > 台账.jsonl

/// Hands over each form as it is complete, so that no ledger has to fit into memory.
func convert(_ ledger: ByteSource, write: ([UInt8]) -> Void) throws -> InputSummary {
  var settings = PipelineSettings()
  settings.recognition.synonyms = ["project": ["课题名称"]]
  return try Pipeline(settings: settings).read(ledger, named: "台账") { checked in
    write(CanonicalJSON.line(checked.form))
  }
}

do {
  let summary = try convert(.descriptor(0)) { FileHandle.standardOutput.write(Data($0)) }
  FileHandle.standardError.write(Data("\(summary.forms) forms, SHA-256 \(summary.sha256)\n".utf8))
} catch let refusal as Refusal {
  FileHandle.standardError.write(Data((refusal.finding.message(in: .english) + "\n").utf8))
  exit(2)
}
