import ArgumentParser

@main
struct TrackTableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "tracktable")
}
