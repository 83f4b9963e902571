/// What a file really is, recognized by its first bytes and never by its name.
public enum FileFormat: String, Sendable {
  case xlsx, xls, docx, csv, tsv, json
}
