// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "TextBench",
  dependencies: [.package(name: "TrackTable", path: "../..")],
  targets: [
    .executableTarget(
      name: "textbench", dependencies: [.product(name: "Spreadsheet", package: "TrackTable")]),
    .executableTarget(
      name: "loadtables", dependencies: [.product(name: "Spreadsheet", package: "TrackTable")]),
  ],
  swiftLanguageModes: [.v6]
)
