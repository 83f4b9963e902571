import Conversion
import Foundation
import Testing

/// What the command says of how it is called, in Chinese and in English.
@Suite struct LanguageTests {
  static let commands = [
    "convert", "check", "inspect", "template", "cells", "schema", "definition", "serve", "pipe", "merge",
  ]

  /// Names of formats, programs and options, what is typed as it stands, and what the examples call their files.
  private static let namesAsTheyStand: Set<Substring> = [
    "tracktable", "XML", "Schema", "YAML", "NUL", "MB", "PATH", "NO", "COLOR", "GB", "iconv", "bsdtar", "soffice",
    "xls", "html", "ods", "doc", "rar", "sqlite", "zh", "en", "form", "ledger", "auto",
    "always", "never", "none", "tracking", "monitoring", "self", "evaluation", "declaration", "help",
  ]

  private static let namesOfFormats = Set(
    OutputFormat.allCases.flatMap { $0.name.split(separator: " ") + [$0.rawValue[...]] })

  private static func englishWords(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.hasPrefix("    tracktable") }.joined(separator: "\n")
      .replacing(/--?[a-z][a-z-]*/, with: "").matches(of: /[A-Za-z]{2,}/).map(\.output)
      .filter { !namesAsTheyStand.contains($0) && !namesOfFormats.contains($0) && !commands.contains(String($0)) }
  }

  @Test(arguments: commands)
  func `help is Chinese where the locale is`(command: String) throws {
    let help = try Command.run(command, "--help")
    #expect(help.status == 0)
    #expect(help.text.contains("用法：tracktable \(command)") && help.text.contains("选项："))
    #expect(Self.englishWords(help.text) == [])
    let options = help.text.split(separator: "\n").filter { $0.hasPrefix("  -") }
    #expect(options.count >= 2)
  }

  @Test(arguments: commands)
  func `help is English elsewhere, with the same options`(command: String) throws {
    let english = try Command.run(command, "--help", locale: "C.UTF-8").text
    #expect(english.contains("Usage: tracktable \(command)"))
    let isChinese = /\p{Script=Han}/
    for line in english.split(separator: "\n") where !line.hasPrefix("    tracktable") && !line.contains("{") {
      #expect(
        line.replacing("财政项目支出绩效跟踪表", with: "").replacing("台账", with: "").firstMatch(of: isChinese) == nil, "\(line)")
    }
    let names = /--[a-z-]+/
    let chinese = try Command.run(command, "--help").text
    #expect(Set(english.matches(of: names).map(\.output)) == Set(chinese.matches(of: names).map(\.output)))
  }

  @Test func `a line of help is no wider than 80 columns where there is no terminal`() throws {
    for locale in ["zh_CN.UTF-8", "C.UTF-8"] {
      for command in Self.commands {
        for line in try Command.run(command, "--help", locale: locale).text.split(separator: "\n")
        where !line.hasPrefix("    tracktable") {
          let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
          #expect(columns <= 80, "\(command): \(line)")
        }
      }
    }
  }

  @Test(arguments: [
    (["convret", "x"], "没有“convret”这个命令。是不是“convert”？"),
    (["convert", "--forc", "-o", "x", "y"], "没有“--forc”这个选项。是不是“--force”？"),
    (["convert", "x", "-o"], "选项“-o”后面缺少内容。"),
    (["convert", "x"], "缺少选项“--output”。"),
    (["convert", "--resume=3", "-o", "x", "y"], "选项“--resume”不带内容，却写了“3”。"),
    (["convert", "x", "-o", "y", "--to", "jsn"], "“jsn”不能用作“--to”的内容；可用：xlsx、json、jsonl、csv、tsv"),
    (["convert", "x", "-o", "y", "--to", "jsn"], "。是不是“json”？"),
    (["convert", "x", "-o", "y", "--jobs", "很多"], "“很多”不能用作“--jobs”的内容。"),
    (["inspect", "甲", "乙", "丙"], "多余的参数：“乙”、“丙”。"),
    (["cells"], "缺少“文件”。"),
    (["definition", "--kind", "trackin"], "是不是“tracking”？"),
    (["convert", "x", "-o", "表.xls"], "不能写成 .xls 文件"),
  ])
  func `a wrong call is told in Chinese, with what was probably meant`(arguments: [String], words: String) throws {
    let outcome = try Command.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.words.contains(words), "\(outcome.words)")
    #expect(Self.englishWords(outcome.words.replacing(/“[^”]*”|\[[a-z.-]+\]/, with: "")) == [], "\(outcome.words)")
  }

  @Test(arguments: [
    (["convret", "x"], "There is no command 'convret'. Did you mean 'convert'?"),
    (["convert", "x", "-o", "y", "--to", "jsn"], "Did you mean 'json'?"),
  ])
  func `and in English`(arguments: [String], words: String) throws {
    let outcome = try Command.run(arguments, locale: "C.UTF-8")
    #expect(outcome.status == 64)
    #expect(outcome.words.contains(words), "\(outcome.words)")
  }

  @Test func `--lang counts for more than the locale`() throws {
    #expect(try Command.run("check", "--lang", "en", "--help").text.contains("Usage: "))
    #expect(try Command.run("check", "--lang=zh", "--help", locale: "C.UTF-8").text.contains("用法："))
  }

  @Test func `a file that is not there is held against those that are`() throws {
    let folder = try TemporaryFolder()
    try folder.write("一科跟踪表.csv", "a,b\n")
    let outcome = try Command.run("check", "一科跟综表.csv", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.words.contains("“一科跟综表.csv”不存在；同一文件夹里有“一科跟踪表.csv”。"), "\(outcome.words)")
  }
}
