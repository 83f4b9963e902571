import Findings

/// What can be wrong with a profile.
extension Rule {
  static let profileRules: [Rule] = [
    profileSyntax, profileEncoding, profileDuplicateKey, profileUnknownKey, profileUnknownLabel, profileUnknownField,
    profileUnknownRule, profileType, profileValue,
  ]

  package static let profileSyntax = Rule(
    "profile.syntax", .error,
    zh: .init("配置文件不是正确的 YAML：{reason}。", advice: "请检查缩进、冒号和引号。"),
    en: .init("The profile is not valid YAML: {reason}.", advice: "Check indentation, colons and quotation marks."))

  package static let profileEncoding = Rule(
    "profile.encoding", .error,
    zh: .init("配置文件不是 UTF-8 编码。", advice: "请另存为 UTF-8。"),
    en: .init("The profile is not in UTF-8.", advice: "Save it as UTF-8."))

  package static let profileDuplicateKey = Rule(
    "profile.duplicate-key", .error,
    zh: .init("配置项“{found}”写了两次。", advice: "请只留一处。"),
    en: .init("The key “{found}” is given twice.", advice: "Keep one of them."))

  package static let profileUnknownKey = Rule(
    "profile.unknown-key", .error,
    zh: .init("没有“{found}”这个配置项。", advice: "是不是 {suggestion}？"),
    en: .init("There is no setting “{found}”.", advice: "Did you mean {suggestion}?"))

  package static let profileUnknownLabel = Rule(
    "profile.unknown-label", .error,
    zh: .init("没有“{found}”这个栏目。", advice: "是不是 {suggestion}？"),
    en: .init("There is no label “{found}”.", advice: "Did you mean {suggestion}?"))

  package static let profileUnknownField = Rule(
    "profile.unknown-field", .error,
    zh: .init("台账里没有“{found}”这个字段。", advice: "是不是 {suggestion}？"),
    en: .init("A ledger has no field “{found}”.", advice: "Did you mean {suggestion}?"))

  package static let profileUnknownRule = Rule(
    "profile.unknown-rule", .error,
    zh: .init("没有“{found}”这条规则。", advice: "是不是 {suggestion}？"),
    en: .init("There is no rule “{found}”.", advice: "Did you mean {suggestion}?"))

  package static let profileType = Rule(
    "profile.type", .error,
    zh: .init("配置项“{key}”的写法不对，应为：{expected}。"),
    en: .init("“{key}” has to be of this kind: {expected}."))

  package static let profileValue = Rule(
    "profile.value", .error,
    zh: .init("配置项“{key}”不能是“{found}”，可以是：{expected}。"),
    en: .init("“{key}” cannot be “{found}”; it can be: {expected}."))
}
