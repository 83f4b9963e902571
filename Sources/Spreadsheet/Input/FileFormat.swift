/// What a file really is, told from its first bytes and never from its name.
public enum FileFormat: String, Sendable {
  case xlsx, xls, docx, csv, tsv, json
}
