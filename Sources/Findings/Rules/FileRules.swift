/// What can be wrong with a file before anything in it is read.
extension Rule {
  static let fileRules = [
    fileMissing, fileUnreadable, fileEmpty, fileUnknownFormat, fileIsLegacyExcel, fileIsEncrypted, fileIsHTML,
    fileIsXMLSpreadsheet, fileTooLarge, fileChanged, fileIsArchive, fileNotDownloaded, fileIsNoSpreadsheet,
    fileIsCloudLink, fileIsBinary, archiveNested, archivePathOutside, archiveDuplicate, archiveOtherName, archiveOfMany,
    archiveFailed, archiveProgramMissing,
  ]

  public static let fileMissing = Rule(
    "file.missing", .error,
    zh: .init("文件不存在。", advice: "请核对路径。"),
    en: .init("The file does not exist.", advice: "Check the path."))

  public static let fileUnreadable = Rule(
    "file.unreadable", .error,
    zh: .init("文件无法读取：{reason}。", advice: "请检查文件权限，或换一份副本。"),
    en: .init("The file cannot be read: {reason}.", advice: "Check its permissions or use another copy."))

  public static let fileEmpty = Rule(
    "file.empty", .error,
    zh: .init("文件是空的。", advice: "请向报送单位重新索取。"),
    en: .init("The file is empty.", advice: "Ask the unit to send it again."))

  public static let fileUnknownFormat = Rule(
    "file.unknown-format", .error,
    zh: .init("文件的格式是 {found}，不能读取；能读取的是 XLSX、XLS、DOCX、CSV、TSV 和 JSON。", advice: "请用 WPS 或 Excel 另存为 .xlsx 后重试。"),
    en: .init(
      "The format of the file, {found}, cannot be read; XLSX, XLS, DOCX, CSV, TSV and JSON can.",
      advice: "Save it as .xlsx in Excel or WPS."))

  public static let fileNotDownloaded = Rule(
    "file.not-downloaded", .error,
    zh: .init("文件没有下载完整，或还在云盘上，内容不在这里。", advice: "请下载完成后重试。"),
    en: .init(
      "The file is not downloaded yet, or only in part: its content is still in the cloud.",
      advice: "Download it and try again."))

  public static let fileIsArchive = Rule(
    "file.archive", .error,
    zh: .init(
      "文件是压缩包（{found}），不是表格。",
      advice: "请先解压，再转换其中的表格文件。本机装有“bsdtar”（Debian：“apt install libarchive-tools”）时，可以直接读取这类压缩包。"),
    en: .init(
      "The file is an archive ({found}), not a table.",
      advice:
        "Unpack it and convert the files in it. Where bsdtar is installed (Debian: apt install libarchive-tools), .rar and .7z are read."
    ))

  public static let fileIsNoSpreadsheet = Rule(
    "file.no-spreadsheet", .error,
    zh: .init("文件其实是 {found}，里面没有单元格可读。", advice: "请向报送单位索取表格文件本身（.xlsx）。"),
    en: .init(
      "The file is really {found} and has no cells to read.", advice: "Ask the unit for the spreadsheet itself (.xlsx)."
    ))

  public static let fileIsCloudLink = Rule(
    "file.cloud-link", .error,
    zh: .init("文件只是一个指向网上文档的链接，内容不在文件里。", advice: "请打开该链接，下载为 .xlsx 后重试。"),
    en: .init(
      "The file is only a link to a document in the cloud.", advice: "Open the link and download the document as .xlsx."
    ))

  public static let fileIsBinary = Rule(
    "file.binary", .error,
    zh: .init("文件不是表格，也不是文本，可能已被安全软件加密{found}。", advice: "请在装有该软件的电脑上解密，另存为 .xlsx 后重试。"),
    en: .init(
      "The file is neither a spreadsheet nor text; a security program may have encrypted it{found}.",
      advice: "Have it decrypted where that program runs, and saved as .xlsx."))

  public static let fileIsLegacyExcel = Rule(
    "file.legacy-excel", .error,
    zh: .init("文件是 Excel 5.0 以前的二进制表格（BIFF2 至 BIFF4）。", advice: "请用 WPS 或 Excel 另存为 .xlsx 后重试。"),
    en: .init(
      "The file is a binary workbook from before Excel 5.0 (BIFF2 to BIFF4).",
      advice: "Save it as .xlsx in Excel or WPS."))

  public static let fileIsEncrypted = Rule(
    "file.encrypted", .error,
    zh: .init("文件设有打开密码。", advice: "请取消密码另存后重试。"),
    en: .init("The file is protected by a password.", advice: "Remove the password and save it again."))

  public static let fileIsHTML = Rule(
    "file.html", .error,
    zh: .init("文件其实是网页（HTML），只是改了扩展名。", advice: "请用 WPS 或 Excel 打开后另存为 .xlsx。"),
    en: .init("The file is really a web page (HTML).", advice: "Open it in Excel or WPS and save it as .xlsx."))

  public static let fileIsXMLSpreadsheet = Rule(
    "file.xml-spreadsheet", .error,
    zh: .init("文件其实是 XML 表格 2003。", advice: "请用 WPS 或 Excel 打开后另存为 .xlsx。"),
    en: .init("The file is an XML Spreadsheet 2003.", advice: "Open it in Excel or WPS and save it as .xlsx."))

  public static let fileChanged = Rule(
    "file.changed", .error,
    zh: .init("文件在读取过程中被改动，没有采用其中的内容。", advice: "请等改动结束、关闭文件后重新运行。"),
    en: .init(
      "The file was changed while it was read, and nothing of it was used.",
      advice: "Run again when nobody writes to it any more."))

  public static let fileTooLarge = Rule(
    "file.too-large", .error,
    zh: .init("文件超出读取上限：{limit}最多 {maximum}。", advice: "能放宽的上限请在配置文件的 limits 下放宽，不能放宽的请核实文件来源。"),
    en: .init(
      "The file exceeds a limit: at most {maximum} {limit}.",
      advice: "Raise it under limits in a profile where it can be raised; else find out where the file came from."))

  public static let archiveNested = Rule(
    "file.archive-nested", .error,
    zh: .init("压缩包里的压缩包中还有压缩包，没有再往里读；这个上限不能放宽。", advice: "请先解压里面的压缩包。"),
    en: .init(
      "An archive in an archive in an archive is not read; this limit cannot be raised.", advice: "Unpack it first."))

  public static let archivePathOutside = Rule(
    "file.archive-path", .error,
    zh: .init("压缩包内文件的路径指向压缩包之外，为安全起见没有读取。", advice: "请核实压缩包的来源，解压后检查。"),
    en: .init(
      "The path of this file in the archive leads out of it; it was not read.", advice: "Find out who made the archive."
    ))

  public static let archiveDuplicate = Rule(
    "file.archive-duplicate", .error,
    zh: .init("压缩包里有几个同名文件，分不清以哪个为准，都没有读取。", advice: "请解压后改名。"),
    en: .init("The archive has several files of this name; none was read.", advice: "Unpack and rename them."))

  public static let archiveOtherName = Rule(
    "file.archive-name", .note,
    zh: .init("文件其实是压缩包，扩展名不符；已读取其中的 {count} 个文件。"),
    en: .init("The file is an archive, whatever its extension; the {count} files in it were read."))

  public static let archiveOfMany = Rule(
    "file.archive-many", .error,
    zh: .init("压缩包里有 {count} 个文件，请写明读哪一个，例如“{found}”。", advice: "用 convert 或 check 可以一次读取全部。"),
    en: .init(
      "The archive has {count} files; name one of them, such as “{found}”.",
      advice: "The commands convert and check read all of them."))

  public static let archiveFailed = Rule(
    "file.archive-failed", .error,
    zh: .init("bsdtar 没能解开这个压缩包（{reason}）。", advice: "请用解压软件解开，再转换其中的文件；解不开的，请报送单位重新打包。"),
    en: .init(
      "bsdtar could not unpack the archive ({reason}).",
      advice: "Unpack it by other means and convert the files in it, or ask for it once more."))

  public static let archiveProgramMissing = Rule(
    "file.archive-program", .error,
    zh: .init("--bsdtar 指定的 {path} 不是可以执行的程序。", advice: "请写 bsdtar 的路径，或写 none。"),
    en: .init("--bsdtar names {path}, which is no program.", advice: "Name the path of bsdtar, or none."))
}
