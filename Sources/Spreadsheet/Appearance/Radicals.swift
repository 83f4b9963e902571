/// Characters that stand in texts for others: radicals for the characters they look like, ⽉ (U+2F49) for 月, ideographs under a second code, and months in one
/// character. They come out of PDF files.
enum Radicals {
  /// What the Kangxi radicals U+2F00 to U+2FD5 are equivalent to (Unicode, compatibility decomposition).
  private static let kangxi = Array(
    ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴" + "廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"
      + "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵"
      + "邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars)
  private static let firstKangxi: UInt32 = 0x2F00

  /// Simplified characters among the CJK radicals U+2E80 to U+2EF3, which have no decomposition but the same look.
  private static let supplement: [UInt32: Unicode.Scalar] = [
    0x2E9F: "母", 0x2EA0: "民", 0x2EC4: "西", 0x2EC5: "见", 0x2EC6: "角", 0x2EC9: "贝", 0x2ECB: "车", 0x2ED3: "长", 0x2ED4: "门",
    0x2ED8: "青", 0x2ED9: "韦", 0x2EDA: "页", 0x2EDB: "风", 0x2EDC: "飞", 0x2EDD: "食", 0x2EE2: "马", 0x2EE4: "鬼", 0x2EE5: "鱼",
    0x2EE6: "鸟", 0x2EE9: "黄", 0x2EEC: "齐", 0x2EEE: "齿", 0x2EF0: "龙", 0x2EF3: "龟",
  ]

  /// The months of a telegraph, U+32C0 to U+32CB: ㋀ is 1月.
  private static let firstMonth: UInt32 = 0x32C0

  /// Whether UTF-8 may hold one: all of them begin with these two bytes.
  static func mayBe(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index + 1 < bytes.count {
      switch bytes[index] {
      case 0xE2 where (0xBA...0xBF).contains(bytes[index + 1]), 0xE3 where bytes[index + 1] == 0x8B,
        0xEF where (0xA4...0xAB).contains(bytes[index + 1]):
        return true
      case 0xE0...: index += 3
      default: index += 1
      }
    }
    return false
  }

  /// The text with the characters themselves, and the radicals that stood for them; nil where there are none.
  static func folded(_ text: String) -> (text: String, found: String)? {
    var result = String.UnicodeScalarView()
    var found = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let index = Int(scalar.value) - Int(firstKangxi)
      if kangxi.indices.contains(index) {
        result.append(kangxi[index])
        found.append(scalar)
      } else if let character = supplement[scalar.value] ?? CompatibilityIdeographs.unified(scalar) {
        result.append(character)
        found.append(scalar)
      } else if (firstMonth..<firstMonth + 12).contains(scalar.value) {
        result += "\(scalar.value - firstMonth + 1)月".unicodeScalars
        found.append(scalar)
      } else {
        result.append(scalar)
      }
    }
    return found.isEmpty ? nil : (String(result), String(found))
  }
}
