import Findings

/// What putting shards together has to say.
extension Rule {
  static let mergeRules: [Rule] = [
    usageMerge, mergeNoRecord, mergeMissing, mergeTwice, mergeDifferent, mergeOutputChanged,
  ]

  package static let usageMerge = Rule(
    "usage.merge", .error,
    zh: .init("“{path}”不能与前面的合在一起，或不是要合并成的那一种。", advice: "请只给同一种：都是文件夹，都是数据库，都是报告，或都是同一格式的输出；合并成的也是这一种。"),
    en: .init(
      "\"{path}\" is of another kind than what was named before it, or than what it is to become.",
      advice: "Name only folders, only stores, only reports or only outputs of one format, and as output the same."))

  package static let mergeNoRecord = Rule(
    "merge.no-record", .error,
    zh: .init("没有“{path}”，或它不完整：这一片没有用 --shard 做完。", advice: "请把这一片重新做完，并把它旁边的记录一起带来。"),
    en: .init(
      "There is no \"{path}\", or it is not whole: this shard was not finished with --shard.",
      advice: "Finish it, and bring the .shard file beside it along."))

  package static let mergeMissing = Rule(
    "merge.missing", .error,
    zh: .init("缺少这几片：{found}（共 {count} 片）。", advice: "请给齐全部分片。"),
    en: .init("Shards are missing: {found} (of {count}).", advice: "Name all of them."))

  package static let mergeTwice = Rule(
    "merge.twice", .error,
    zh: .init("“{path}”与前面的是同一片，或有同一个文件。", advice: "请核对列出的分片。"),
    en: .init(
      "\"{path}\" is the same shard as one before it, or has the same file.", advice: "Check which shards are named."))

  package static let mergeDifferent = Rule(
    "merge.different", .error,
    zh: .init("“{path}”与前面的分片不是同一次运行：选项、配置、程序版本或文件清单不同。", advice: "请用同样的参数，对同样的文件，把各片重新做一次。"),
    en: .init(
      "\"{path}\" is of another run than the shards before it: options, profile, program or list of files differ.",
      advice: "Run all shards again with the same options over the same files."))

  package static let mergeOutputChanged = Rule(
    "merge.output-changed", .error,
    zh: .init("输出“{path}”不见了，或做完以后被改过，没有合并。", advice: "请在那一片里加 --resume 重新做出来。"),
    en: .init(
      "The output \"{path}\" is gone or was changed since it was written; it was left out.",
      advice: "Make it again in its shard with --resume."))
}
