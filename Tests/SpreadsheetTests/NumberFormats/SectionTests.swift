import Testing

@testable import Spreadsheet

/// Which section of a code a number or a text takes, and whether a minus sign is written.
@Suite struct SectionTests {
  /// Under a code of one section a number that is rounded to zero has no sign; under one of several it keeps it.
  @Test(arguments: [
    ("0.00", "-0.001", "0.00"), ("0", "-0.4", "0"), ("#,##0.00", "-0.004", "0.00"), ("0.0%", "-0.0004", "0.0%"),
    ("#.0000,,", "-12.3456789", ".0000"), ("0.0_ ", "-0.01", "0.0 "), ("???0.0", "-0.01", "   0.0"),
    ("0.00", "-0.005", "-0.01"),
    ("0.0;-0.0", "-0.01", "-0.0"), ("0.0;(0.0)", "-0.01", "(0.0)"), ("0.0;@", "-0.01", "-0.0"), ("[<5]0", "-0.4", "-0"),
    ("# ?/?", "-0.01", "-0    "), ("0.0E+0", "-0.001", "-1.0E-3"), ("General", "-0.001", "-0.001"),
    (#""x""#, "-1", "-x"),
    ("General0", "-0.3", "-0.3"),
  ]) func signOfZero(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }

  /// An accent or a joiner behind a sign of the code is a text beside it.
  @Test(arguments: [
    ("0\"\u{301}元\"", "5\u{301}元"), ("0.0%\u{301}", "500.0%\u{301}"), ("0;\u{200D}\\A0", "5"),
    ("\\\u{301}0", "\u{301}5"),
    ("[Red]\u{301}0", "\u{301}5"), ("0\u{301}0", "0\u{301}5"),
  ]) func marksBehindSigns(_ code: String, _ expected: String) throws {
    #expect(
      NumberFormat(code).text(of: try #require(ExactNumber("5"))).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  /// A section that can hold for negative numbers only writes no sign of its own.
  @Test(arguments: [
    ("[<-4]\\A0", "-5", "A5"), ("[<=-4]\\A0", "-5", "A5"), ("[=-5]\\A0", "-5", "A5"), ("[<>-6]\\A0", "-5", "-A5"),
    ("[>-6]\\A0", "-5", "-A5"), ("[<=0]\\A0", "-5", "-A5"),
    ("[>=100]0.0;[<=-100]-0;0.00", "-3.96", "-3.96"), ("[>=100]0.0;[<=-100]-0;0.00", "-396", "-396"),
    ("[=0]\\A;[<0]0;+0", "-5", "5"), ("[=0]?;0.00", "-12.3", "-12.30"),
  ]) func conditions(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }

  /// What a first condition leaves over goes to the second section, or to General where there is none.
  @Test(arguments: [
    ("[>=0]0;00", "-5", "05"), ("[>=-3]0;00", "-5", "05"), ("[>=1]0;00", "-5", "-05"), ("[>0]0;00", "-5", "-05"),
    ("[>-3]0;00", "-5", "05"), ("[<-6]0;00", "-5", "05"), ("[<=-6]0;00", "-5", "05"), ("[<>-5]0;00", "-5", "05"),
    ("[=-6]0;00", "-5", "-05"), ("[>=5]0;00;000", "-5", "05"), ("[>=5]0;00;000", "1", "001"),
    ("[>=5]0;[<-9]00;000", "-5", "-005"), ("0;[<-5]0.0", "0", "0"), ("0;[=-11]00;000", "0", "000"),
    ("[>=5]0", "1.5", "1.5"), ("[>=5]0", "-1.5", "-1.5"), ("[<-6]0", "-5", "5"), ("[<=0]0;@", "6.3", "6.3"),
    ("[>0]0;[<0]0;", "0", ""),
  ]) func whatIsLeft(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }

  /// A code for texts alone says nothing about numbers.
  @Test(arguments: [
    ("@", "5", "5"), ("@@", "-5", "-5"), (#""第"@"期""#, "5", "5"), ("0.0;@", "5", "5.0"), ("0;-0;;@", "0", ""),
  ]) func numbersUnderCodesForTexts(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }

  @Test(arguments: [
    ("@@", "甲", "甲甲"), ("0;0;0;General\"元\"", "甲", "甲元"), ("[Red][<1]General;[>5]0;General;General", "甲", "甲"),
    (";;;", "甲", ""), ("0;-0", "甲", "甲"), ("@ ", "TRUE", "TRUE "),
  ]) func texts(_ code: String, _ text: String, _ expected: String) {
    #expect(NumberFormat(code).text(of: text) == expected)
  }

  /// A section of a color or of Chinese figures and nothing else is General; an empty one shows nothing.
  @Test(arguments: [
    ("[Red]", "123.456", "123.456"), ("[Color10]", "-5", "-5"), ("[DBNum1]", "23", "二十三"),
    ("[>20][DBNum1];0", "23", "二十三"),
    ("[$-804]", "5", ""), ("[=0];0", "0", ""), ("0;;", "-5", ""), ("G/通用格式\"元\"", "12.5", "12.5元"),
  ]) func emptySections(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }
}
