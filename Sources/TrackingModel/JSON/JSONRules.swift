import Findings

/// What reading canonical JSON has to say.
extension Rule {
  package static let jsonRules: [Rule] = [
    jsonSyntax, jsonVersion, jsonUnknownKey, jsonMissingKey, jsonKeyTwice, jsonValue,
  ]

  package static let jsonSyntax = Rule(
    "json.syntax", .error,
    zh: .init("不是合法的 JSON：{reason}。", advice: "请用导出该文件的程序重新导出。"),
    en: .init("This is not valid JSON: {reason}.", advice: "Export the file again."))

  package static let jsonVersion = Rule(
    "json.version", .error,
    zh: .init("JSON 的 schema 是“{found}”，本程序只认“{expected}”。", advice: "请用本程序重新导出 JSON。"),
    en: .init("The JSON's schema is \"{found}\"; only \"{expected}\" is known.", advice: "Export the JSON again."))

  package static let jsonUnknownKey = Rule(
    "json.unknown-key", .error,
    zh: .init("JSON 在 {path} 处有未知的键“{found}”，读入会丢失其内容。", advice: "请删除该键，或把内容移入 extras。"),
    en: .init(
      "The JSON has an unknown key \"{found}\" at {path}; reading it would lose its content.",
      advice: "Remove the key, or move its content into extras."))

  package static let jsonMissingKey = Rule(
    "json.missing-key", .error,
    zh: .init("JSON 在 {path} 处缺少键“{expected}”。", advice: "请补上该键；没有内容时写 null。"),
    en: .init(
      "The JSON lacks the key \"{expected}\" at {path}.", advice: "Add it, with null where there is no content."))

  package static let jsonKeyTwice = Rule(
    "json.key-twice", .error,
    zh: .init("JSON 的同一对象中键“{found}”出现两次，读入会丢失其中一处的内容。", advice: "请删除其中一处。"),
    en: .init(
      "The JSON has the key \"{found}\" twice in one object; reading it would lose the content of one.",
      advice: "Remove one of them."))

  package static let jsonValue = Rule(
    "json.value", .error,
    zh: .init("JSON 在 {path} 处的值是“{found}”，应为 {expected}。", advice: "请按 tracktable schema 给出的结构改正。"),
    en: .init(
      "The JSON has \"{found}\" at {path} where {expected} should stand.",
      advice: "Correct it by the structure that `tracktable schema` prints."))
}
