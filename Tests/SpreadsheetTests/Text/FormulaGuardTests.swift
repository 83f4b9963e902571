import Testing

@testable import Spreadsheet

@Suite("Guards against evaluation")
struct FormulaGuardTests {
  @Test(
    "texts that a spreadsheet program would evaluate get a guard",
    arguments: [
      "=1+1", "=100%", "=100", "=A1", "=及时", "==1", "=100.00(%)+1", "=1(A1:B2", "=SUM(1)", "=cmd|' /C calc'!A0",
      "=\"a\"",
      "+1+1", "+A1", "-A1", "-1+1", "--1", "@SUM(1)", "＝1", "＝100.00(%)x", "＋1", "－1", "＠A", "\t=1", "\ttext",
      "\r=1",
      "\n=1", " =1+1", "\u{FEFF}=1", "　=1", "'=1", "''=1", "'@x", "-2-3", "+86-10-1234", "=1(\"x\")",
      // Joined to the guard in front of it, the first scalar here makes one character with it.
      "\u{200D}-x", "'\u{200D}=1",
    ])
  func guarded(text: String) {
    #expect(FormulaGuard.guarded(text) == "'" + text)
    #expect(FormulaGuard.unguarded("'" + text) == text)
  }

  @Test(
    "texts that none would evaluate stay as they are",
    arguments: [
      "", "=", "-", "+", "@", "—", "/", "=100.00(%)", "=19.00(个)", "=0(起)", "＝100.00(%)", "≥90.00(%)", "≤5.00(%)",
      "100%",
      "-5", "-5.25", "-1,234.50", "-5%", "+5", "-.5", "-1e5", "及时", "12月底前", "'text", "'", "a=1", "a@b.cn", " 5",
      "2023-1月 至 2023-8月", "00123", "（=1）",
    ])
  func plain(text: String) {
    #expect(FormulaGuard.guarded(text) == text)
    #expect(FormulaGuard.unguarded(text) == nil)
  }

  @Test("a text written as a formula is that text")
  func textFormula() {
    #expect(FormulaGuard.unguarded("=\"00123\"") == "00123")
    #expect(FormulaGuard.unguarded("=\"say \"\"hi\"\"\"") == "say \"hi\"")
    #expect(FormulaGuard.unguarded("=\"\"") == "")
    // To Swift each quotation mark is one Character with what follows it.
    let withMarks = "=\"\u{200D}a\"\"\u{301}\""
    let inside = "\u{200D}a\"\u{301}"
    #expect(FormulaGuard.unguarded(withMarks) == inside)
    #expect(FormulaGuard.unguarded("=\"a\"&\"b\"") == nil)
    #expect(FormulaGuard.unguarded("=\"") == nil)
  }
}
