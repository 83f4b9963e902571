import Findings

/// What can be wrong with a file before anything in it is read.
extension Rule {
  static let fileRules: [Rule] = [
    fileMissing, fileUnreadable, fileEmpty, fileUnknownFormat, fileIsLegacyExcel, fileIsEncrypted, fileIsHTML,
    fileIsXMLSpreadsheet, fileIsArchive, fileIsNoSpreadsheet, fileIsCloudLink, fileIsBinary,
  ]

  package static let fileMissing = Rule(
    "file.missing", .error,
    zh: .init("文件不存在。", advice: "请核对路径。"),
    en: .init("The file does not exist.", advice: "Check the path."))

  package static let fileUnreadable = Rule(
    "file.unreadable", .error,
    zh: .init("文件无法读取：{reason}。", advice: "请检查文件权限，或换一份副本。"),
    en: .init("The file cannot be read: {reason}.", advice: "Check its permissions or use another copy."))

  package static let fileEmpty = Rule(
    "file.empty", .error,
    zh: .init("文件是空的。", advice: "请向报送单位重新索取。"),
    en: .init("The file is empty.", advice: "Ask the unit to send it again."))

  package static let fileIsLegacyExcel = Rule(
    "file.legacy-excel", .error,
    zh: .init("文件是 Excel 5.0 以前的二进制表格（BIFF2 至 BIFF4）。", advice: "请用 WPS 或 Excel 另存为 .xlsx 后重试。"),
    en: .init(
      "The file is a binary workbook from before Excel 5.0 (BIFF2 to BIFF4).",
      advice: "Save it as .xlsx in Excel or WPS."))

  package static let fileIsEncrypted = Rule(
    "file.encrypted", .error,
    zh: .init("文件设有打开密码。", advice: "请取消密码另存后重试。"),
    en: .init("The file is protected by a password.", advice: "Remove the password and save it again."))

  package static let fileIsHTML = Rule(
    "file.html", .error,
    zh: .init("文件是网页（HTML），不能直接读取。", advice: "请用 WPS 或 Excel 打开后另存为 .xlsx。"),
    en: .init(
      "The file is a web page (HTML), which is not read as it is.",
      advice: "Open it in Excel or WPS and save it as .xlsx."))

  package static let fileIsXMLSpreadsheet = Rule(
    "file.xml-spreadsheet", .error,
    zh: .init("文件是 XML 表格 2003，不能直接读取。", advice: "请用 WPS 或 Excel 打开后另存为 .xlsx。"),
    en: .init(
      "The file is an XML Spreadsheet 2003, which is not read as it is.",
      advice: "Open it in Excel or WPS and save it as .xlsx."))

  package static let fileIsArchive = Rule(
    "file.archive", .error,
    zh: .init(
      "文件是压缩包（{found}），不是表格。",
      advice: "请先解压，再转换其中的表格文件。本机装有“bsdtar”（Debian：“apt install libarchive-tools”）时，可以直接读取这类压缩包。"),
    en: .init(
      "The file is an archive ({found}), not a table.",
      advice:
        "Unpack it and convert the files in it. Where bsdtar is installed (Debian: apt install libarchive-tools), .rar and .7z are read."
    ))

  package static let fileIsNoSpreadsheet = Rule(
    "file.no-spreadsheet", .error,
    zh: .init("文件其实是 {found}，里面没有单元格可读。", advice: "请向报送单位索取表格文件本身（.xlsx）。"),
    en: .init(
      "The file is really {found} and has no cells to read.", advice: "Ask the unit for the spreadsheet itself (.xlsx)."
    ))

  package static let fileIsCloudLink = Rule(
    "file.cloud-link", .error,
    zh: .init("文件只是一个指向网上文档的链接，内容不在文件里。", advice: "请打开该链接，下载为 .xlsx 后重试。"),
    en: .init(
      "The file is only a link to a document in the cloud.", advice: "Open the link and download the document as .xlsx."
    ))

  package static let fileIsBinary = Rule(
    "file.binary", .error,
    zh: .init("文件不是表格，也不是文本，可能已被安全软件加密{found}。", advice: "请在装有该软件的电脑上解密，另存为 .xlsx 后重试。"),
    en: .init(
      "The file is neither a spreadsheet nor text; a security program may have encrypted it{found}.",
      advice: "Have it decrypted where that program runs, and saved as .xlsx."))
}
