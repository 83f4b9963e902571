import Findings

/// Why a worker has not brought a file to its end.
extension Rule {
  static let workerRules: [Rule] = [runTimeLimit, runMemoryLimit, runWorkerDied]

  package static let runTimeLimit = Rule(
    "run.time-limit", .error,
    zh: .init("处理超过 {seconds} 秒，已放弃这个文件。", advice: "请单独检查这个文件，或用 --time-limit 放宽。"),
    en: .init(
      "It took more than {seconds} seconds and was given up.",
      advice: "Look at this file by itself, or allow more with --time-limit."))

  package static let runMemoryLimit = Rule(
    "run.memory-limit", .error,
    zh: .init("处理所需内存超过 {megabytes} MB，已放弃这个文件。", advice: "请单独检查这个文件，或用 --memory-limit 放宽。"),
    en: .init(
      "It needed more than {megabytes} MB of memory and was given up.",
      advice: "Look at this file by itself, or allow more with --memory-limit."))

  package static let runWorkerDied = Rule(
    "run.worker-died", .error,
    zh: .init("处理这个文件的进程意外终止（{reason}）。", advice: "请把这个文件报告给本程序的维护者。"),
    en: .init(
      "The process that worked on this file ended unexpectedly ({reason}).",
      advice: "Report this file to the maintainers of the program."))
}
