// swift-tools-version: 6.2
import PackageDescription

/// The reader by itself, so that nothing but reading is measured.
let package = Package(
  name: "ReadingBenchmark",
  dependencies: [.package(name: "TrackTable", path: "../..")],
  targets: [
    .executableTarget(
      name: "readbench", dependencies: [.product(name: "Spreadsheet", package: "TrackTable")],
      swiftSettings: [.treatAllWarnings(as: .error)],
      // Where the program itself stands in memory is noted in 8 KB and not in 900, all of which are read when it starts.
      linkerSettings: [.unsafeFlags(["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"])])
  ],
  swiftLanguageModes: [.v6]
)
