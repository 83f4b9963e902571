import ArgumentParser
import Conversion

@main
struct TrackTableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tracktable",
    abstract: "Reads 财政项目支出绩效跟踪表 from departmental spreadsheets and writes the official form.",
    version: Tool.version,
    subcommands: [
      ConvertCommand.self, CheckCommand.self, InspectCommand.self, TemplateCommand.self, CellsCommand.self,
      SchemaCommand.self, DefinitionCommand.self,
    ])
}
