// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "LedgerBench",
  dependencies: [.package(name: "TrackTable", path: "../..")],
  targets: [
    .executableTarget(name: "ledgerbench", dependencies: [.product(name: "TrackTable", package: "TrackTable")])
  ],
  swiftLanguageModes: [.v6]
)
