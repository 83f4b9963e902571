import Findings
import Spreadsheet
import Testing
import TrackingModel

@testable import Recognition

/// The ledger this program writes, after a person has worked on it.
@Suite struct OwnLedgerTests {
  @Test func rowsInAnyOrderComeBackInOrder() throws {
    let forms = try recognize(sheet(of: [two("甲"), two("乙")], order: [3, 0, 2, 1])).forms
    #expect(forms.map { $0.form.project.name } == ["乙", "甲"])
    #expect(forms.map { $0.form.indicators.map(\.name) } == [["第一", "第二"], ["第一", "第二"]])
    #expect(forms.allSatisfy { $0.findings.isEmpty })
    #expect(forms[0].sources["indicators[0].name"].first?.row == 3)
  }

  @Test func aDeletedRowIsMissed() throws {
    let forms = try recognize(sheet(of: [two("甲"), two("乙")], order: [0, 2, 3])).forms
    #expect(forms.map { $0.form.indicators.count } == [1, 2])
    #expect(forms[0].findings.map(\.rule) == [.ledgerRowsMissing])
    #expect(forms[1].findings.isEmpty)
  }

  @Test func aRowPutFarFromItsFormIsAFormOfItsOwn() throws {
    let forms = try recognize(sheet(of: [two("甲"), two("乙")], order: [0, 1, 2, 3, 0])).forms
    #expect(forms.map { $0.form.indicators.count } == [2, 2, 1])
    #expect(forms[2].findings.map(\.rule).contains(.ledgerLateRow))
  }

  @Test func aClearedCellSaysNothing() throws {
    let rows = rows(of: [two("甲")], order: [0, 1]).map { row in
      Row(
        index: row.index,
        cells: row.cells.map { ["甲", "第二"].contains($0.text) ? Cell(at: $0.reference, text: " \u{200B}") : $0 })
    }
    let forms = try recognize([("台账", rows)]).forms
    #expect(forms.map { $0.form.project.name } == [nil])
    #expect(forms.first?.form.indicators.map(\.name) == ["第一", nil])
  }

  @Test func aWordWhereANumberBelongsIsAnError() throws {
    let rows = rows(of: [two("甲")], order: [0, 1])
    let column = try #require(LedgerColumn.all.firstIndex(of: .indicatorCount))
    let changed = rows.map { row in
      Row(
        index: row.index,
        cells: row.cells.map {
          row.index > 0 && $0.reference.column == column ? Cell(at: $0.reference, text: "两条") : $0
        })
    }
    let forms = try recognize([(name: "台账", rows: changed)]).forms
    #expect(forms.first?.form.indicators.count == 2)
    #expect(forms.first?.findings.map(\.rule) == [.ledgerNumber])
  }

  @Test func sheetsOfOneLedgerAreJoined() throws {
    let all = rows(of: [two("甲"), two("乙")], order: [0, 1, 2, 3])
    let header = all[0]
    let first = Array(all[0...1])
    let second = [header] + all[2...].enumerated().map { moved($1, to: $0 + 1) }
    let forms = try recognize([("台账", first), ("台账2", second)]).forms
    #expect(forms.map { $0.form.indicators.count } == [2, 2])
    // The second indicator stands on another sheet than the form.
    #expect(forms[0].sources["indicators[1].name"].isEmpty)
    #expect(forms[1].sources.sheet == "台账2")
  }

  private func two(_ name: String) -> TrackingForm {
    TrackingForm(
      project: NamedEntity(name: name), indicators: [Indicator(name: "第一"), Indicator(name: "第二")])
  }

  private func sheet(of forms: [TrackingForm], order: [Int]) -> [(name: String?, rows: [Row])] {
    [("台账", rows(of: forms, order: order))]
  }

  /// The header and the rows of the forms, those in the order asked for.
  private func rows(of forms: [TrackingForm], order: [Int]) -> [Row] {
    var data: [[LedgerCell]] = []
    for (index, form) in forms.enumerated() {
      let rows = LedgerRows(form, number: index + 1)
      for row in 0..<rows.count { data.append(rows[row]) }
    }
    let header = Row(
      index: 0,
      cells: LedgerColumn.all.enumerated().map { Cell(at: CellReference(row: 0, column: $0), text: $1.heading) })
    return [header]
      + order.enumerated().map { position, source in
        Row(
          index: position + 1,
          cells: data[source].enumerated().compactMap { column, cell in
            words(of: cell).map { Cell(at: CellReference(row: position + 1, column: column), text: $0) }
          })
      }
  }

  private func moved(_ row: Row, to index: Int) -> Row {
    Row(
      index: index,
      cells: row.cells.map { Cell(at: CellReference(row: index, column: $0.reference.column), text: $0.text) })
  }

  private func words(of cell: LedgerCell) -> String? {
    switch cell {
    case .blank: nil
    case .text(let text), .value(let text): text
    case .count(let count): String(count)
    case .amount(let amount): amount.amountText
    }
  }
}
