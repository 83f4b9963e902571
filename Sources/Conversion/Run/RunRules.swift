import Findings

/// What there is to say of a run as a whole.
extension Rule {
  static let runRules: [Rule] = [runDuplicate, runLocked, runJournalFailed, runSystem, runWithoutProc, runSignal]

  package static let runDuplicate = Rule(
    "run.duplicate", .warning,
    zh: .init("内容与“{path}”完全相同。", advice: "请确认是否重复报送。"),
    en: .init("The content is the same as that of \"{path}\".", advice: "Check whether it was handed in twice."))

  package static let runLocked = Rule(
    "run.locked", .error,
    zh: .init("另一次运行正在写“{path}”。", advice: "请等它结束，或换一个输出文件夹。"),
    en: .init("Another run is writing to \"{path}\".", advice: "Wait for it to end, or choose another folder."))

  package static let runJournalFailed = Rule(
    "run.journal-failed", .error,
    zh: .init("运行记录“{path}”写不进去：{reason}；已停止运行。", advice: "请按原因处理后，加 --resume 接着运行。"),
    en: .init(
      "The journal \"{path}\" could not be written: {reason}. The run has stopped.",
      advice: "Solve this, then run again with --resume."))

  package static let runSystem = Rule(
    "run.system", .error,
    zh: .init("系统资源不足或出错：{reason}。", advice: "请减少 --jobs，或放宽系统对文件、进程和内存的限制。"),
    en: .init(
      "The system lacks resources or failed: {reason}.",
      advice: "Use fewer --jobs, or allow more files, processes and memory."))

  package static let runWithoutProc = Rule(
    "run.without-proc", .error,
    zh: .init("没有挂载 /proc，读不到命令行参数。", advice: "请挂载 /proc 后再运行。"),
    en: .init("/proc is not mounted, so that the arguments cannot be read.", advice: "Mount /proc and run again."))

  package static let runSignal = Rule(
    "run.signal", .warning,
    zh: .init("已被信号 {signal} 终止，未完成的输出没有留下。"),
    en: .init("Ended by signal {signal}; no unfinished output was left."))
}
