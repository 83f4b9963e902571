import Testing

@testable import Spreadsheet

/// Formulas that no program can compute, because they are texts.
@Suite struct TextFormulaTests {
  @Test(arguments: ["100.00(%)", "19(个)", "0(起)", "90（%）"])
  func texts(_ formula: String) { #expect(TextFormula.isText(Array(formula.utf8))) }

  @Test(arguments: ["100", "1+(2)", "SUM(A1)", "A1(2)", "(1)", ".(1)", "100.00%", ""])
  func formulas(_ formula: String) { #expect(!TextFormula.isText(Array(formula.utf8))) }
}
