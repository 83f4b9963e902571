import Findings

/// What a run says about itself while it goes on and when it ends.
extension Rule {
  static let runNotices: [Rule] = [
    runSkipped, runNothing, runSummary, runInterrupted, runStopped, runDiskFull, runProgress, runTimeLeft, runFailures,
    runWarnings, runSimilarFile,
  ]

  package static let runSkipped = Rule(
    "run.skipped", .note,
    zh: .init(
      "跳过：临时锁文件 {locks} 个，系统文件 {system} 个，链接 {links} 个，特殊文件 {special} 个，代码、日志、音视频等不可能是表的文件 {other} 个，本程序的报告 {reports} 个。"
    ),
    en: .init(
      "Skipped: {locks} lock files, {system} system files, {links} links, {special} special files, {other} that cannot be forms (code, logs, media), {reports} reports of this program."
    ))

  package static let runSimilarFile = Rule(
    "run.similar-file", .note,
    zh: .init("“{path}”不存在；同一文件夹里有“{found}”。", advice: "请看是不是它。"),
    en: .init("\"{path}\" does not exist; in the same folder is \"{found}\".", advice: "See whether that was meant."))

  package static let runNothing = Rule(
    "run.nothing", .error,
    zh: .init("没有找到任何输入文件。", advice: "请核对路径。"),
    en: .init("No input file was found.", advice: "Check the path."))

  package static let runSummary = Rule(
    "run.summary", .note,
    zh: .init(
      "{files} 个文件，{forms} 张表：完成 {done}（其中沿用上次 {kept}），需人工处理 {failed}；错误 {errors}，警告 {warnings}；用时 {seconds} 秒。"),
    en: .init(
      "{files} files, {forms} forms: {done} done (of these {kept} kept from before), {failed} need a person; {errors} errors, {warnings} warnings; {seconds} s."
    ))

  package static let runInterrupted = Rule(
    "run.interrupted", .warning,
    zh: .init("已中断，正在处理的文件已做完。", advice: "加 --resume 用同样的参数再运行一次，即可接着做完。"),
    en: .init(
      "Interrupted; the files at hand have been finished.",
      advice: "Run the same command again with --resume to go on."))

  package static let runStopped = Rule(
    "run.stopped", .warning,
    zh: .init("因 --fail-fast 在第一个问题处停止。"),
    en: .init("Stopped at the first problem because of --fail-fast."))

  package static let runDiskFull = Rule(
    "run.disk-full", .error,
    zh: .init("“{path}”写不下去了（{reason}），已停止运行。", advice: "请按原因处理后，加 --resume 用同样的参数接着运行。"),
    en: .init(
      "\"{path}\" cannot be written any further ({reason}); the run has stopped.",
      advice: "Solve this, then run the same command again with --resume."))

  package static let runProgress = Rule(
    "run.progress", .note,
    zh: .init("已完成 {counts}，每秒 {rate} 个，剩余时间 {left}，需人工处理 {failed}，警告 {warnings}。"),
    en: .init("{counts} done, {rate} files/s, {left} left, {failed} need a person, {warnings} warnings."))

  package static let runTimeLeft = Rule(
    "run.time-left", .note, zh: .init("剩余 {value}"), en: .init("{value} left"))

  package static let runFailures = Rule(
    "run.failures", .note, zh: .init("需人工 {value}"), en: .init("{value} failed"))

  package static let runWarnings = Rule(
    "run.warnings", .note, zh: .init("警告 {value}"), en: .init("{value} warnings"))
}
