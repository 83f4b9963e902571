import Foundation
import Testing
import TrackingModel

@Suite struct ComparedTextTests {
  @Test(arguments: [
    ("住宅小区 （综合治理）", "住宅小区(综合治理)"), ("ＡＢ１２％", "AB12%"), ("㎡", "m2"), ("e\u{301}", "é"),
    ("甲\u{200B}乙\u{3000}丙\r\n", "甲乙丙"),
    ("", ""),
  ])
  func `text is folded`(text: String, folded: String) {
    #expect(ComparedText.fold(text) == folded)
  }

  @Test func `scalars that are folded alone are folded as NFKC has it`() {
    for value in (0x20..<0x1_1000 as Range<UInt32>) {
      guard let scalar = Unicode.Scalar(value), !scalar.isInvisible else { continue }
      let text = "甲" + String(Character(scalar))
      let expected = text.precomposedStringWithCompatibilityMapping.unicodeScalars.filter { !$0.isInvisible }
      #expect(ComparedText.scalars(of: text) == Array(expected), "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: [("甲【一】——“乙”", "甲(一)-'乙'"), ("甲～乙、丙", "甲-乙,丙"), ("甲-—乙", "甲-乙")])
  func `names differ in no mark`(text: String, name: String) {
    #expect(ComparedText.name(text) == name)
  }

  @Test(arguments: [
    ("请盖章", "盖章", true), ("盖盖章", "盖章", true), ("盖", "盖章", false), ("章盖", "盖章", false), ("", "章", false),
  ])
  func `words are found in a text`(text: String, words: String, isThere: Bool) {
    #expect(Array(text.unicodeScalars)[...].contains(words: Array(words.unicodeScalars)) == isThere)
  }
}
