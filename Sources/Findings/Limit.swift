/// A limit on what a file may be, as `file.too-large` names it.
///
/// One that an honest file may meet is raised in a profile, under `limits`; the words name the key. One that no honest file meets has none, and the words
/// say so, and what to do instead.
package struct Limit: Hashable, Sendable {
  /// What a finding quotes as its `limit`.
  package let name: String
  /// The key under a profile's `limits` that raises it; nil where nothing does.
  package let key: String?
  /// What is counted, and what to do where there is no key.
  private let chinese: (counted: String, remedy: String)
  private let english: (counted: String, remedy: String)

  private init(
    _ name: String, key: String? = nil, zh chinese: (String, String) = ("", ""), en english: (String, String) = ("", "")
  ) {
    self.name = name
    self.key = key
    self.chinese = chinese
    self.english = english
  }

  /// May be met by honest files.
  private static func raised(_ name: String, by key: String, zh: String, en: String) -> Limit {
    Limit(name, key: key, zh: (zh, ""), en: (en, ""))
  }

  /// Is met by no honest file.
  private static func fixed(_ name: String, zh: String, en: String) -> Limit {
    Limit(
      name, zh: (zh, "请核实文件来源，用 WPS 或 Excel 打开后另存为 .xlsx。"),
      en: (en, "Find out where the file came from; open it in Excel or WPS and save it as .xlsx."))
  }

  package static func == (left: Limit, right: Limit) -> Bool { left.name == right.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// What is counted.
  func counted(in language: Language) -> String { language.pick(chinese.counted, english.counted) }

  /// What to do.
  func remedy(in language: Language) -> String {
    if let key {
      return language.pick(
        "文件来源可靠的，请在配置文件的 limits 下把 \(key) 改大（用 --profile 指定配置文件），或拆分文件。",
        "If you trust the file, raise \(key) under limits in a profile (--profile), or split the file.")
    }
    return language.pick("这个上限不能放宽。" + chinese.remedy, "This limit cannot be raised. " + english.remedy)
  }

  static func named(_ name: String) -> Limit? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// All of them.
  package static let all: [Limit] = [
    raised("inflatedBytes", by: "inflated-bytes", zh: "解压后的总字节数", en: "bytes of all parts together when inflated"),
    raised(
      "inflationRatio", by: "inflation-ratio", zh: "解压后与压缩前大小的倍数", en: "times its compressed size when inflated"),
    raised("parts", by: "parts", zh: "文件内部的部件个数", en: "parts of the package"),
    raised("sheets", by: "sheets", zh: "工作表个数", en: "sheets"),
    raised("merges", by: "merges", zh: "一个工作表的合并区域个数", en: "merged ranges of a sheet"),
    raised("cellsOfWholeSheet", by: "cells-of-whole-sheet", zh: "一个工作表的单元格和行的个数", en: "cells and rows of a sheet"),
    raised("cellsOfWholeSheets", by: "cells-of-whole-sheets", zh: "各工作表的单元格个数之和", en: "cells of all sheets"),
    raised(
      "textBytesOfWholeSheet", by: "text-bytes-of-whole-sheet", zh: "一个工作表文字的字节数", en: "bytes of the texts of a sheet"),
    raised("stringBytes", by: "string-bytes", zh: "全部文字的字节数", en: "bytes of all texts"),
    raised(
      "stringRatio", by: "string-ratio", zh: "全部文字的字节数（按文件大小折算）", en: "bytes of all texts, by the size of the file"),
    fixed("inflatedBytesOfSmallPart", zh: "工作簿目录、样式等部件的字节数", en: "bytes of a list of sheets, styles and the like"),
    fixed("listingRatio", zh: "列出的内容与文件大小的倍数", en: "times its size when listed"),
    fixed("styles", zh: "单元格样式个数", en: "cell styles"),
    fixed("formats", zh: "数字格式个数", en: "number formats"),
    fixed("formatBytes", zh: "一个数字格式的字节数", en: "bytes of a number format"),
    fixed("elementBytes", zh: "一个单元格的字节数", en: "bytes of a cell"),
    fixed("textBytesOfRow", zh: "一行文字的字节数", en: "bytes of the texts of a row"),
    fixed("cellsOfRow", zh: "一行的单元格个数", en: "cells of a row"),
    fixed("cellsOfForm", zh: "一张表的单元格个数", en: "cells of a form"),
    Limit(
      "valuesOfForm", zh: ("一张表的值的个数", "请把这张表拆成几张。"), en: ("values of a form", "Split this form into several.")),
    fixed("columnsOfTable", zh: "文档中一张表的列数", en: "columns of a table in a document"),
    fixed("rowsOfPage", zh: "官方表的行数", en: "rows of an official form"),
    fixed("findings", zh: "问题条数", en: "findings"),
    Limit(
      "fileBytes", zh: ("文件的字节数", "请拆分文件；从管道输入的，请先存成文件。"),
      en: ("bytes of the file", "Split the file; store in a file first what comes through a pipe.")),
    Limit(
      "archivedFiles", zh: ("压缩包里的文件个数", "请解压后按文件夹处理。"), en: ("files of the archive", "Unpack it and give the folder.")
    ),
    Limit(
      "longestNested", zh: ("压缩包里的压缩包的字节数", "请先解压里面的压缩包。"),
      en: ("bytes of an archive in an archive", "Unpack the inner archive first.")),
    Limit(
      "profileBytes", zh: ("配置文件的字节数", "请核对 --profile 指定的是不是配置文件。"),
      en: ("bytes of a profile", "Check that --profile names a profile.")),
    Limit(
      "listBytes", zh: ("文件清单的字节数", "请把清单分成几份。"), en: ("bytes of a list of files", "Split the list.")),
  ]
}

extension Refusal {
  /// The refusal that names a limit.
  /// - Parameters:
  ///   - limit: The name of one of `Limit.all`.
  ///   - maximum: What it allows.
  package static func exceeded(_ limit: String, _ maximum: Int, at place: Place = Place()) -> Refusal {
    assert(Limit.named(limit) != nil, "\(limit) is no limit")
    return Refusal(.fileTooLarge, at: place, ["limit": limit, "maximum": String(maximum)])
  }
}

extension Rule {
  package static let fileTooLarge = Rule(
    "file.too-large", .error,
    zh: .init("文件超出读取上限：{limit}最多 {maximum}。", advice: "能放宽的上限请在配置文件的 limits 下放宽，不能放宽的请核实文件来源。"),
    en: .init(
      "The file exceeds a limit: at most {maximum} {limit}.",
      advice: "Raise it under limits in a profile where it can be raised; else find out where the file came from."))
}
