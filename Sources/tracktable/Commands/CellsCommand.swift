import ArgumentParser
import Conversion
import Findings
import Spreadsheet

struct CellsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cells", abstract: "Prints any spreadsheet as the reader sees it, one JSON object a line.")

  @Argument(help: "A spreadsheet; - for standard input.", completion: .file())
  var file: String

  @OptionGroup var options: FileOptionGroup

  func run() throws {
    try options.read(file, limitsTime: false) { source, settings, console in
      try options.input.office.reading(source) { source in
        let workbook = try openWorkbook(source, options: settings.reading)
        var listing = CellListing(of: workbook) { try console.write($0, .json) }
        for finding in try listing.list() { console.say(finding.within(Place(file: file))) }
        return listing.isComplete ? .done : .incomplete
      }
    }
  }
}
