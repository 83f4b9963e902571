import Testing

@testable import Spreadsheet

@Suite struct ChineseFiguresTests {
  @Test(arguments: [
    ("0", "○"), ("10", "一十"), ("11", "一十一"), ("20", "二十"), ("110", "一百一十"), ("1001", "一千○一"), ("10010", "一万○一十"),
    ("105000", "一十万五千"), ("1001000", "一百万一千"), ("100005000", "一亿○五千"), ("100000001", "一亿○一"),
    ("123456789012", "一千二百三十四亿五千六百七十八万九千○一十二"), ("1000000000000", "一兆"), ("1000000000000000", "一千兆"),
    ("12.5", "一十二.五"), ("-11", "-一十一"), ("1E+20", "一E+二○"),
  ]) func spoken(_ number: String, as expected: String) throws {
    #expect(NumberFormat("[DBNum1][$-804]General").text(of: try #require(ExactNumber(number))) == expected)
  }

  @Test(arguments: [
    ("[DBNum2]General", "105000", "壹拾万伍仟"), ("[DBNum2]0.00", "10.5", "壹零.伍零"), ("[DBNum3]General", "123", "１百２十３"),
    ("[DBNum1]0", "305", "三○五"), ("[DBNum2]0", "305", "叁零伍"), ("[DBNum3]0", "305", "３０５"),
    ("[>20][DBNum1];[DBNum1]d", "11", "十一"),
  ]) func otherFigures(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }

  /// In dates ten is 十 alone, and a figure that is filled up with a zero is read figure by figure.
  @Test(arguments: [
    (#"yyyy"年"m"月"d"日""#, "45275", "二○二三年十二月十五日"), ("mm-dd", "45174", "○九-○五"), (#"h"时"mm"分""#, "0", "○时○○分"),
    (#"h"时"mm"分""#, "0.5104", "十二时十四分"), ("d", "45262", "二"),
  ]) func dates(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat("[DBNum1][$-804]" + code).text(of: try #require(ExactNumber(number))) == expected)
  }
}
