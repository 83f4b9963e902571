import Testing

@testable import Spreadsheet

@Suite struct DateFormatTests {
  @Test(arguments: [
    ("[$-804]mmm", "45260", "11月"), ("[$-804]mmmm", "45260", "十一月"), ("[$-804]mmmmm", "45260", "十"),
    ("mmmmm", "45260", "N"), ("aaa", "45260", "周四"), ("[$-804]aaa;@", "45260", "周四"), ("[$-zh-CN]dddd", "45260", "星期四"),
    ("[$-zh-CN,1]AM/PM h:mm", "45260.75", "下午 6:00"), ("[$-en-US]mmmm", "45260", "November"),
    ("[$-x-sysdate]dddd, mmmm dd, yyyy", "45260", "2023年11月30日"), ("[$-x-systime]h:mm:ss AM/PM;@", "0.75", "18:00:00"),
  ]) func names(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }

  /// A point with zeros is a fraction of a second, whatever stands in front.
  @Test(arguments: [
    ("hh.000", "16.848"), ("hh .00", "16 .85"), ("hh .00 .000", "16 .84 .848"), ("mm:ss.0", "58:10.8"),
    ("h.mm", "16.58"),
  ]) func fractionsOfSeconds(_ code: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber("0.70707"))) == expected)
  }

  /// Of times, Excel shows negative ones only as one count; behind the last day it shows none at all.
  @Test(arguments: [
    ("[h]", "-12", "-288"), ("[h]", "-11.99999", "-287"), ("[ss]", "-12.3456789", "-1066667"), ("[h];[h]", "-1", "24"),
    ("[h]\"小时\"", "-0.5", "-12小时"), ("[h]:mm", "-0.5", "-0.5"), ("h:mm", "-0.5", "-0.5"),
    ("h:mm", "2958465.5", "12:00"), ("h:mm", "2958466", "2958466"), ("[h]:mm", "12345678", "12345678"),
    ("mm:ss", "2958465.9999999", "2958466"),
  ]) func outOfRange(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }
}
