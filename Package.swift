// swift-tools-version: 6.2
import PackageDescription

/// One rule for every Swift target of the package: a warning is an error.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A module of the pipeline: a folder in Sources with a folder of tests of the same name.
func module(_ name: String, knows: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: knows, swiftSettings: strict)
}

func tests(of name: String, with others: [Target.Dependency] = []) -> Target {
  .testTarget(name: name + "Tests", dependencies: [.byName(name: name)] + others, swiftSettings: strict)
}

// Linux with glibc only, which no setting of a manifest can say. `SystemCalls` and `CLinux` take what other systems do not have (syncfs,
// renameat2, O_TMPFILE, PR_SET_PDEATHSIG, /proc/self/fd), and with them `Publishing`, which writes a workbook into a memfd, and all above
// it. `Spreadsheet` needs of glibc only its character sets (iconv); `Findings`, `TrackingModel`, `Recognition` and `Checking` need nothing
// of it but what `Spreadsheet` does.
let package = Package(
  name: "TrackTable",
  products: [
    // One import for those who embed all of it.
    .`library`(name: "TrackTable", targets: ["TrackTable"]),
    // The readers and writers of spreadsheets alone, for those who need no forms.
    .`library`(name: "Spreadsheet", targets: ["Spreadsheet", "Findings"]),
    // Documents by way of LibreOffice, for those who want it started.
    .`library`(name: "OfficeDocuments", targets: ["OfficeDocuments"]),
    // Forms in an SQLite database and out of it again: the one product that builds GRDB.
    .`library`(name: "Store", targets: ["Store"]),
    .executable(name: "tracktable", targets: ["tracktable"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    // The store only: no product but `Store` and the command has it.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // The page in the browser only: no product but the command has it.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.20.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.10.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.30.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
  ],
  targets: [
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    // The judge of our own XML scanner, in tests only.
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // What libxlsxwriter would write to scratch files.
    .target(name: "CXLSXScratch", dependencies: ["CDeflate"]),
    // Twice as fast as zlib with what lies in memory as a whole.
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLinux"),
    // What Swift has no words for: instructions of the processor at hand.
    .target(name: "CTextScan"),

    // The operating system in Swift: the one place that calls the C library for files, processes and signals.
    module("SystemCalls", knows: ["CLinux"]),
    module("Findings", knows: []),
    module("TrackingModel", knows: ["Findings"]),
    module("Spreadsheet", knows: ["Findings", "CZip", "CDeflate", "CTextScan"]),
    module("Recognition", knows: ["Findings", "TrackingModel", "Spreadsheet"]),
    module("Checking", knows: ["Findings", "TrackingModel"]),
    module(
      "Publishing",
      knows: ["Findings", "TrackingModel", "Spreadsheet", "SystemCalls", "CXLSXWriter", "CXLSXScratch"]),
    module(
      "Conversion",
      knows: [
        "Findings", "TrackingModel", "Spreadsheet", "Recognition", "Checking", "Publishing",
        "SystemCalls", "CLinux", "CCrypto", "Yams",
      ]),
    // No code of its own: exports what an embedding program needs of the modules below.
    module(
      "TrackTable",
      knows: [
        "Findings", "TrackingModel", "Spreadsheet", "Recognition", "Checking", "Publishing", "Conversion",
      ]),
    module("OfficeDocuments", knows: ["Findings", "Spreadsheet", "Conversion", "SystemCalls"]),
    module(
      "Store",
      knows: [
        "Findings", "TrackingModel", "Conversion", "SystemCalls", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    // The files of the page, in the program itself.
    .target(name: "CPageFiles", exclude: ["files"]),
    module(
      "PageServer",
      knows: [
        "Findings", "TrackingModel", "Spreadsheet", "Recognition", "Checking", "Publishing", "Conversion",
        "OfficeDocuments", "SystemCalls", "CPageFiles",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    .executableTarget(
      name: "tracktable",
      dependencies: [
        "Findings", "TrackingModel", "Spreadsheet", "Publishing", "Conversion", "OfficeDocuments", "Store",
        "PageServer", "SystemCalls",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    tests(of: "SystemCalls"),
    tests(of: "Findings"),
    tests(of: "TrackingModel"),
    tests(of: "Spreadsheet", with: ["CExpat", "CTextScan"]),
    tests(of: "Recognition"),
    tests(of: "Checking"),
    tests(of: "Publishing", with: ["Recognition", "Checking", "TestSupport"]),
    tests(of: "Conversion", with: ["TestSupport"]),
    tests(of: "OfficeDocuments"),
    tests(
      of: "Store",
      with: [
        "Conversion", "Findings", "Publishing", "Spreadsheet", "TrackingModel",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests(of: "PageServer", with: ["tracktable"]),
    // What may know what, and what comments say: reads the sources.
    .testTarget(
      name: "ArchitectureTests", dependencies: ["Findings", "TrackingModel", "Conversion"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["tracktable", "Conversion", "TrackingModel", "TestSupport"],
      swiftSettings: strict),
    // What tests of several modules use.
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
