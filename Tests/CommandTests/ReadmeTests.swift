import Foundation
import Testing
import TrackingModel

@Suite("The READMEs")
struct ReadmeTests {
  /// In a folder with nothing but the fixtures, one after the other. What builds or installs is asked what it would do:
  /// `make life` does it.
  @Test(arguments: Readme.names)
  func `every command runs as it stands`(name: String) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/fixtures", withDestinationPath: Readme.root.appendingPathComponent("fixtures").path)
    let lines = try Readme(name).lines
    #expect(lines.count > 10)
    for line in lines {
      let outcome = try Shell.run(Self.script(line.command), in: folder)
      #expect(outcome.status == line.status, "\(line.command)\n\(outcome.words)")
      #expect(!outcome.output.isEmpty || !line.outputs.isEmpty, "\(line.command) printed nothing and names no output")
      for output in line.outputs {
        #expect(folder.exists(output), "\(line.command) wrote no \(output)")
        #expect(!output.hasSuffix("/") || !folder.files(in: output).isEmpty, "\(output) is empty")
      }
    }
    #expect(folder.exists("forms/footbridges（核对）.xlsx"))
    #expect(folder.exists("from-ledger/滨江街道办事处_社区长者食堂改造.xlsx"))
  }

  @Test(arguments: Readme.names)
  func `what its text says of make is known to make`(name: String) throws {
    let names = try Readme(name).sections.flatMap(\.names).filter { $0.hasPrefix("make ") }
    #expect(!names.isEmpty)
    for name in names {
      let outcome = try Shell.run(Self.script(name), in: TemporaryFolder())
      #expect(outcome.status == 0, "\(name)\n\(outcome.words)")
    }
  }

  private static func script(_ command: String) -> String {
    switch command.split(separator: " ").first {
    case "tracktable": return "tracktable() { \"$T\" \"$@\"; }\n" + command
    case "make": return "cd '\(Readme.root.path)' && HOME=/nowhere && make --dry-run" + command.dropFirst("make".count)
    default: return "echo 'no test knows this command' >&2; exit 99"
    }
  }

  @Test func `both say the same`() throws {
    let english = try Readme(Readme.names[0])
    let chinese = try Readme(Readme.names[1])
    #expect(english.sections.map(\.level) == chinese.sections.map(\.level))
    for (one, other) in zip(english.sections, chinese.sections) {
      #expect(one.lines == other.lines, "\(one.title)")
      #expect(one.rows.map(\.count) == other.rows.map(\.count), "\(one.title)")
      #expect(Set(one.names) == Set(other.names), "\(one.title)")
    }
  }

  @Test(arguments: Readme.names)
  func `files that it names exist`(name: String) throws {
    let readme = try Readme(name)
    let top = Set(try FileManager.default.contentsOfDirectory(atPath: Readme.root.path))
    for name in readme.sections.flatMap(\.names) where top.contains(String(name.prefix { $0 != "/" })) {
      #expect(Self.exists(name), "\(name)")
    }
    let modules = readme.sections.flatMap(\.rows).filter { row in
      row[0].hasPrefix("`") && Self.exists("Sources/" + Self.unquoted(row[0]))
    }
    #expect(modules.count >= 11)
    for row in modules {
      for file in row[2].matches(of: #/`([^`]+)`/#) {
        #expect(Self.exists("Sources/\(Self.unquoted(row[0]))/\(file.1)"), "\(row[0]): \(file.1)")
      }
    }
  }

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: Readme.root.appendingPathComponent(path).path)
  }

  private static func unquoted(_ cell: String) -> String { cell.replacing("`", with: "") }

  /// `Documentation/before-and-after.png`, read from the left side by a person.
  @Test func `the sheet of the picture`() throws {
    let sheet = Readme.root.appendingPathComponent("fixtures/inbox/canteens.xlsx").path
    let outcome = try Command.run("convert", sheet, "-o", "-", "--to", "json")
    let form = try #require(try CanonicalJSON.read(Array(outcome.output)).first)
    #expect(form.period == TrackingPeriod(start: YearMonth("2024-01"), end: YearMonth("2024-08")))
    #expect(form.project.name == "社区长者食堂改造")
    #expect(form.supervisingDepartment.code == "219" && form.supervisingDepartment.name == "浦川区民政局")
    #expect(form.implementingUnit.name == "滨江街道办事处")
    let spent = Decimal(string: "138.65")
    let rate = Decimal(string: "46.22")
    #expect(
      form.budget.total
        == BudgetLine(initialBudget: 320, periodBudget: 300, periodExpenditure: spent, executionRate: rate))
    #expect(form.budget.carryOver?.periodExpenditure == 20 && form.budget.otherFunds?.initialBudget == 0)
    #expect(form.goals.expected == "改造长者食堂6处，新增餐位480个，方便老人就近用餐。")
    #expect(form.indicators.map(\.name) == ["改造食堂数量", "新增餐位", "一次验收合格率", "完工时间", "日均就餐老人", "就餐老人满意度"])
    #expect(form.indicators.map(\.level1) == ["产出指标", "产出指标", "产出指标", "产出指标", "效益指标", "满意度指标"])
    #expect(form.indicators.map { $0.actual?.text } == ["3", "320", "100%", "按进度", "655人次", "93.4%"])
    #expect(form.indicators.map(\.deviationReason) == ["一处房屋产权待确认", nil, nil, nil, nil, nil])
    #expect(form.assessment.budgetCompletion?.likelihood == .possible)
    #expect(form.assessment.goalCompletion?.likelihood == .certain)
    #expect(form.correctiveMeasures == "会同房管部门九月中旬前确认产权，十月开工。")
  }
}
