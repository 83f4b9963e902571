import Findings

/// What there is to say of shares of a run.
extension Rule {
  static let shardRules: [Rule] = [usageShard, usageShardName]

  package static let usageShard = Rule(
    "usage.shard", .error,
    zh: .init("“{found}”不是分片。", advice: "请写成 3/16：共 16 片中的第 3 片。"),
    en: .init("\"{found}\" is no shard.", advice: "Write 3/16 for the third of sixteen."))

  package static let usageShardName = Rule(
    "usage.shard-name", .error,
    zh: .init("--shard 不能与 --name、--fail-fast 和标准输出同用。", advice: "请去掉其中一项。"),
    en: .init("--shard goes with neither --name nor --fail-fast nor standard output.", advice: "Leave one of them out.")
  )
}
