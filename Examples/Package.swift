// swift-tools-version: 6.2
import PackageDescription

/// Programs that use TrackTable from outside, each in one file; README.md says what each of them shows.
///
/// A package of your own has the same two lines: a dependency, and the product of every target that imports it.
let names = ["Rows", "OfficialForm", "CheckForm", "LedgerLines", "OwnForm"]

let package = Package(
  name: "Examples",
  dependencies: [.package(name: "TrackTable", path: "..")],
  targets: names.map {
    .executableTarget(
      name: $0, dependencies: [.product(name: "TrackTable", package: "TrackTable")],
      swiftSettings: [.treatAllWarnings(as: .error)])
  },
  swiftLanguageModes: [.v6]
)
