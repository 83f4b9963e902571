/// What the pairs of bytes look like of a text that is not UTF-8.
///
/// Chinese text in GB 18030 consists of the characters and signs of GB 2312, both bytes of which are above 0xA0. In a text of Western Europe every byte above
/// 0x7F is a letter among ASCII letters, and in Big5 (Hong Kong, Macau, Taiwan) half of all second bytes are below 0x7F.
struct PairEvidence {
  private var pairs = 0
  /// Pairs that are in GB 2312.
  private var common = 0
  private var big5Pairs = 0
  /// Pairs among the signs and the more common characters of Big5.
  private var commonInBig5 = 0
  private var isValidBig5 = true

  var isGB18030: Bool { 3 * common >= 2 * pairs }
  var isBig5: Bool { !isGB18030 && isValidBig5 && big5Pairs >= 4 && 10 * commonInBig5 >= 9 * big5Pairs }

  init(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    while index + 1 < bytes.count {
      let (first, second) = (bytes[index], bytes[index + 1])
      guard first > 0x80 else {
        index += 1
        continue
      }
      pairs += 1
      let isSign = (0xA1...0xA9).contains(first)
      if second > 0xA0, isSign || (0xB0...0xF7).contains(first) { common += 1 }
      // The second byte of a character of four bytes is a digit.
      index += (0x30...0x39).contains(second) ? 4 : 2
    }
    index = 0
    while index + 1 < bytes.count, isValidBig5 {
      let (first, second) = (bytes[index], bytes[index + 1])
      guard first >= 0x80 else {
        index += 1
        continue
      }
      isValidBig5 = (0x87...0xFE).contains(first) && ((0x40...0x7E).contains(second) || second > 0xA0)
      big5Pairs += 1
      if (0xA1...0xC6).contains(first) { commonInBig5 += 1 }
      index += 2
    }
  }
}
