import ArgumentParser
import Conversion
import Findings
import Spreadsheet

struct CellsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cells", abstract: "Prints any spreadsheet as the reader sees it, one JSON object a line.")

  @Argument(help: "A spreadsheet; - for standard input.", completion: .file())
  var file: String

  @Option(help: "Character set of a text file by its iconv name, such as GB18030; found out where not given.")
  var encoding: String?

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let console = Console(language: language.ofTerminal)
    try console.run {
      do {
        let source = file == "-" ? ByteSource.descriptor(0) : .file(file)
        let workbook = try openWorkbook(source, options: ReadingOptions(encoding: encoding))
        var listing = CellListing(of: workbook) { try console.write($0) }
        for finding in try listing.list() { console.say(finding.within(Place(file: file))) }
        return listing.isComplete ? .done : .incomplete
      } catch let refusal as Refusal {
        throw refusal.within(Place(file: file))
      }
    }
  }
}
