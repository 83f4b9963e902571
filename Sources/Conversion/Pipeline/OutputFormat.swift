/// The formats that are written.
public enum OutputFormat: String, Sendable, CaseIterable {
  case xlsx, json, jsonl, csv, tsv
}

/// How forms are laid out in a spreadsheet.
public enum OutputLayout: String, Sendable, CaseIterable {
  /// The official form, one sheet each.
  case form
  /// 台账: one row an indicator, or a form.
  case ledger
}
