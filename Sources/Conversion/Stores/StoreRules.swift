import Findings

/// What a store of forms in SQLite has to say.
extension Rule {
  static let storeRules: [Rule] = [storeForeign, storeNewer, storeUnfinished, storePathTwice, usageStoreFormat]

  package static let storeForeign = Rule(
    "store.foreign", .error,
    zh: .init("“{path}”不是本程序的数据库，没有动它。", advice: "请核对文件，或换一个输出位置。"),
    en: .init(
      "\"{path}\" is no store of this program and was left as it is.",
      advice: "Check the file, or choose another output."))

  package static let storeNewer = Rule(
    "store.newer", .error,
    zh: .init("数据库“{path}”是更新版本的程序写的，有本程序不认识的内容。", advice: "请用新版本的程序打开。"),
    en: .init(
      "The store \"{path}\" was written by a newer program and holds what this one does not know.",
      advice: "Open it with the newer program."))

  package static let storeUnfinished = Rule(
    "store.unfinished", .error,
    zh: .init("数据库“{path}”还在写，或者上次没有写完。", advice: "请等它写完，或用同样的参数加 --resume 做完再读。"),
    en: .init(
      "The store \"{path}\" is being written, or was left unfinished.",
      advice: "Wait for it, or finish it with the same command and --resume, and read it then."))

  package static let storePathTwice = Rule(
    "store.path-twice", .error,
    zh: .init("“{path}”与“{other}”在数据库里会占同一个编号，没有写。", advice: "请给这个文件改个名字再运行。"),
    en: .init(
      "\"{path}\" and \"{other}\" would have the same number in the store; it was not written.",
      advice: "Rename the file and run again."))

  package static let usageStoreFormat = Rule(
    "usage.store-format", .error,
    zh: .init("输出到数据库时没有 --to 和 --layout 可选。", advice: "请去掉这两个选项，或换一个输出文件。"),
    en: .init(
      "A store (.sqlite, .db) takes neither --to nor --layout.", advice: "Leave them out, or name another output."))
}
