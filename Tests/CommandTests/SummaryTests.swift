import Testing

/// What a conversion leaves on a terminal at its end: what a person has to look at, and why.
@Suite struct SummaryTests {
  private func inbox() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("收件箱/空.csv", "")
    try folder.write(
      "收件箱/缺指标.csv",
      """
      财政项目支出绩效跟踪表
      跟踪时段：（ 2023-1月 至 2023-8月 ）,,,单位：万元
      项目名称,河道清淤
      主管部门,水务局,实施单位,河道管理所
      预算执行情况,,年初预算数,跟踪期预算数,跟踪期执行数,执行率(%)
      ,年度资金总额,120.00,120.00,60.00,50.00
      纠偏措施,无
      """)
    try folder.write("收件箱/说明.csv", "关于报送的通知,请各单位按时报送\n逾期不报,将予通报\n")
    return folder
  }

  private func said(_ options: String, columns: Int, in folder: TemporaryFolder) throws -> [String] {
    let command = "stty cols \(columns); '$T' convert 收件箱/ -o 成果/ \(options)"
    return try Shell.run("script -qec \"\(command)\" /dev/null </dev/null", in: folder).text
      .split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test func `files that came to nothing stand first, then those with errors, with the first reason`() throws {
    let lines = try said("--lang zh", columns: 120, in: inbox())
    let heading = try #require(lines.firstIndex { $0.hasPrefix("需要处理的文件") })
    let rows = lines[(heading + 1)...].prefix(3).map { $0.split(separator: " ").map(String.init) }
    #expect(rows[0].prefix(4) == ["收件箱/空.csv", "0", "1", "0"] && rows[0].last == "文件是空的。")
    #expect(rows[1].first == "收件箱/说明.csv")
    #expect(rows[2].first == "收件箱/缺指标.csv" && rows[2][1] == "1")
    #expect(try #require(lines.last).hasPrefix("说明：3 个文件，1 张表：完成 1"))
  }

  @Test func `on a narrow terminal the reason stands below`() throws {
    let lines = try said("--lang en", columns: 70, in: inbox())
    let row = try #require(lines.firstIndex { $0.hasPrefix("收件箱/空.csv ") })
    #expect(lines[row + 1] == "    The file is empty.")
    #expect(lines.allSatisfy { $0.unicodeScalars.count < 70 || $0.contains("[") })
  }

  @Test func `a pipe and --quiet get no table`() throws {
    let folder = try inbox()
    #expect(try Command.run("convert", "收件箱/", "-o", "一/", in: folder).words.contains("需要处理的文件") == false)
    #expect(try said("--quiet --lang zh", columns: 120, in: folder).contains { $0.hasPrefix("需要处理的文件") } == false)
  }
}
