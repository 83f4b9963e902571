import Findings

/// What can be wrong with what is to be written, and with a file that changes while it is read.
extension Rule {
  static let outputRules: [Rule] = [
    fileChanged, outputExists, outputIsInput, outputIsNoLog, outputFailed, outputPipeClosed, outputCharacter,
    outputTooManySheets,
  ]

  package static let fileChanged = Rule(
    "file.changed", .error,
    zh: .init("文件在读取过程中被改动，没有采用其中的内容。", advice: "请等改动结束、关闭文件后重新运行。"),
    en: .init(
      "The file was changed while it was read, and nothing of it was used.",
      advice: "Run again when nobody writes to it any more."))

  package static let outputExists = Rule(
    "output.exists", .error,
    zh: .init("输出“{path}”已存在，没有覆盖。", advice: "要覆盖请加 --force，要接着上次做请加 --resume。"),
    en: .init(
      "The output \"{path}\" exists already and was left as it is.",
      advice: "Use --force to replace it or --resume to go on with an earlier run."))

  package static let outputIsInput = Rule(
    "output.is-input", .error,
    zh: .init("输出“{path}”会覆盖一个输入文件，没有写。", advice: "请换一个输出位置。"),
    en: .init("The output \"{path}\" would overwrite an input and was not written.", advice: "Choose another output."))

  package static let outputIsNoLog = Rule(
    "output.is-no-log", .error,
    zh: .init("“{path}”不是本程序的日志，没有往里写。", advice: "请给 --log 换一个文件名。"),
    en: .init(
      "\"{path}\" is no log of this program, and nothing was added to it.", advice: "Name another file for --log."))

  package static let outputFailed = Rule(
    "output.failed", .error,
    zh: .init("输出“{path}”写不进去：{reason}。", advice: "请检查磁盘空间和文件夹权限，再加 --resume 重新运行。"),
    en: .init(
      "The output \"{path}\" could not be written: {reason}.",
      advice: "Check space and permissions, then run again with --resume."))

  package static let outputPipeClosed = Rule(
    "output.pipe-closed", .error,
    zh: .init("接收输出的程序已经结束，没有写完。"),
    en: .init("The program that takes the output has ended; not all was written."))

  package static let outputCharacter = Rule(
    "output.character", .warning,
    zh: .init("文字里有 {found}，写成 {format} 后会丢失。", advice: "如需保留，请另外输出 JSON（--to json）。"),
    en: .init(
      "A text contains {found}, which is lost in {format}.", advice: "To keep it, write JSON (--to json) as well."))

  package static let outputTooManySheets = Rule(
    "output.too-many-sheets", .error,
    zh: .init("一个工作簿最多放 {limit} 张表，每张表占一个工作表；这里超过了。", advice: "请用 --layout ledger 汇总成台账，或用 --name 每表一个文件。"),
    en: .init(
      "One workbook takes at most {limit} forms as sheets; here are more.",
      advice: "Gather them with --layout ledger, or use --name for a file each."))
}
