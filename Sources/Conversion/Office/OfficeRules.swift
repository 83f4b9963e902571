import Findings

/// What there is to say where a document is read by way of LibreOffice.
extension Rule {
  static let officeRules: [Rule] = [officeMissing, officeFailed, officeNotFound]

  package static let officeMissing = Rule(
    "office.missing", .note,
    zh: .init("本机装有 LibreOffice 时可以直接读取这类文件（Debian：apt install libreoffice-writer-nogui libreoffice-calc-nogui）。"),
    en: .init(
      "Where LibreOffice is installed, such files are read (Debian: apt install libreoffice-writer-nogui libreoffice-calc-nogui)."
    ))

  package static let officeFailed = Rule(
    "office.failed", .error,
    zh: .init("LibreOffice 没能转换这个文件（{reason}）。", advice: "请用 WPS、Excel 或 Word 打开后另存为 .xlsx 或 .docx，再试一次。"),
    en: .init("LibreOffice could not convert the file ({reason}).", advice: "Open it and save it as .xlsx or .docx."))

  package static let officeNotFound = Rule(
    "office.not-found", .error,
    zh: .init("--office 指定的 {path} 不是可以执行的程序。", advice: "请写 soffice 的路径，或写 none。"),
    en: .init(
      "--office names {path}, which is not a program that can be run.", advice: "Name the path of soffice, or none."))
}
