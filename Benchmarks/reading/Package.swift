// swift-tools-version: 6.2
import PackageDescription

/// The reader by itself, so that nothing but reading is measured.
let package = Package(
  name: "ReadingBenchmark",
  dependencies: [.package(name: "TrackTable", path: "../..")],
  targets: [
    .executableTarget(
      name: "readbench", dependencies: [.product(name: "Spreadsheet", package: "TrackTable")],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)
