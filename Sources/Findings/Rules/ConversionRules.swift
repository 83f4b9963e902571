/// What a run over files has to say.
extension Rule {
  static let conversionRules: [Rule] =
    [
      outputExists, outputIsInput, outputIsNoLog, outputFailed, outputPipeClosed, outputCharacter, outputTooManySheets,
      runTimeLimit, runMemoryLimit, runWorkerDied,
      runDuplicate, runLocked, runJournalFailed, runSystem, runWithoutProc, runSignal,
    ] + runNotices + usageRules

  public static let outputExists = Rule(
    "output.exists", .error,
    zh: .init("输出“{path}”已存在，没有覆盖。", advice: "要覆盖请加 --force，要接着上次做请加 --resume。"),
    en: .init(
      "The output \"{path}\" exists already and was left as it is.",
      advice: "Use --force to replace it or --resume to go on with an earlier run."))

  public static let outputIsInput = Rule(
    "output.is-input", .error,
    zh: .init("输出“{path}”会覆盖一个输入文件，没有写。", advice: "请换一个输出位置。"),
    en: .init("The output \"{path}\" would overwrite an input and was not written.", advice: "Choose another output."))

  public static let outputIsNoLog = Rule(
    "output.is-no-log", .error,
    zh: .init("“{path}”不是本程序的日志，没有往里写。", advice: "请给 --log 换一个文件名。"),
    en: .init(
      "\"{path}\" is no log of this program, and nothing was added to it.", advice: "Name another file for --log."))

  public static let outputFailed = Rule(
    "output.failed", .error,
    zh: .init("输出“{path}”写不进去：{reason}。", advice: "请检查磁盘空间和文件夹权限，再加 --resume 重新运行。"),
    en: .init(
      "The output \"{path}\" could not be written: {reason}.",
      advice: "Check space and permissions, then run again with --resume."))

  public static let outputPipeClosed = Rule(
    "output.pipe-closed", .error,
    zh: .init("接收输出的程序已经结束，没有写完。"),
    en: .init("The program that takes the output has ended; not all was written."))

  public static let outputCharacter = Rule(
    "output.character", .warning,
    zh: .init("文字里有 {found}，写成 {format} 后会丢失。", advice: "如需保留，请另外输出 JSON（--to json）。"),
    en: .init(
      "A text contains {found}, which is lost in {format}.", advice: "To keep it, write JSON (--to json) as well."))

  public static let outputTooManySheets = Rule(
    "output.too-many-sheets", .error,
    zh: .init("一个工作簿最多放 {limit} 张表，每张表占一个工作表；这里超过了。", advice: "请用 --layout ledger 汇总成台账，或用 --name 每表一个文件。"),
    en: .init(
      "One workbook takes at most {limit} forms as sheets; here are more.",
      advice: "Gather them with --layout ledger, or use --name for a file each."))

  public static let runTimeLimit = Rule(
    "run.time-limit", .error,
    zh: .init("处理超过 {seconds} 秒，已放弃这个文件。", advice: "请单独检查这个文件，或用 --time-limit 放宽。"),
    en: .init(
      "It took more than {seconds} seconds and was given up.",
      advice: "Look at this file by itself, or allow more with --time-limit."))

  public static let runMemoryLimit = Rule(
    "run.memory-limit", .error,
    zh: .init("处理所需内存超过 {megabytes} MB，已放弃这个文件。", advice: "请单独检查这个文件，或用 --memory-limit 放宽。"),
    en: .init(
      "It needed more than {megabytes} MB of memory and was given up.",
      advice: "Look at this file by itself, or allow more with --memory-limit."))

  public static let runWorkerDied = Rule(
    "run.worker-died", .error,
    zh: .init("处理这个文件的进程意外终止（{reason}）。", advice: "请把这个文件报告给本程序的维护者。"),
    en: .init(
      "The process that worked on this file ended unexpectedly ({reason}).",
      advice: "Report this file to the maintainers of the program."))

  public static let runDuplicate = Rule(
    "run.duplicate", .warning,
    zh: .init("内容与“{path}”完全相同。", advice: "请确认是否重复报送。"),
    en: .init("The content is the same as that of \"{path}\".", advice: "Check whether it was handed in twice."))

  public static let runLocked = Rule(
    "run.locked", .error,
    zh: .init("另一次运行正在写“{path}”。", advice: "请等它结束，或换一个输出文件夹。"),
    en: .init("Another run is writing to \"{path}\".", advice: "Wait for it to end, or choose another folder."))

  public static let runSystem = Rule(
    "run.system", .error,
    zh: .init("系统资源不足或出错：{reason}。", advice: "请减少 --jobs，或放宽系统对文件、进程和内存的限制。"),
    en: .init(
      "The system lacks resources or failed: {reason}.",
      advice: "Use fewer --jobs, or allow more files, processes and memory."))

  public static let runWithoutProc = Rule(
    "run.without-proc", .error,
    zh: .init("没有挂载 /proc，读不到命令行参数。", advice: "请挂载 /proc 后再运行。"),
    en: .init("/proc is not mounted, so that the arguments cannot be read.", advice: "Mount /proc and run again."))

  public static let runSignal = Rule(
    "run.signal", .warning,
    zh: .init("已被信号 {signal} 终止，未完成的输出没有留下。"),
    en: .init("Ended by signal {signal}; no unfinished output was left."))

  public static let runJournalFailed = Rule(
    "run.journal-failed", .error,
    zh: .init("运行记录“{path}”写不进去：{reason}；已停止运行。", advice: "请按原因处理后，加 --resume 接着运行。"),
    en: .init(
      "The journal \"{path}\" could not be written: {reason}. The run has stopped.",
      advice: "Solve this, then run again with --resume."))
}
