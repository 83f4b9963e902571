import Conversion
import Foundation
import SystemCalls
import Testing

@testable import OfficeDocuments

/// Programs in the place of LibreOffice, each a few lines of shell: the last arguments are the documents, `--outdir` is in front of them.
@Suite struct OfficeConverterTests {
  /// Copies each document to where its conversion belongs.
  private static let copying = """
    while [ "$1" != --outdir ]; do shift; done
    out=$2; shift 2
    """

  private static func converted(
    _ script: String, documents: Int = 3, seconds: Double = 1
  ) throws -> [Int: Result<String, ConversionFailure>] {
    // A process that another test starts holds the script open for a moment.
    for _ in 0..<10 {
      let results = try convertedOnce(script, documents: documents, seconds: seconds)
      if !results.values.contains(.failure(ConversionFailure("exit 126"))) { return results }
    }
    return [:]
  }

  private static func convertedOnce(
    _ script: String, documents: Int, seconds: Double
  ) throws -> [Int: Result<String, ConversionFailure>] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appending(path: "soffice")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
    let converter = try OfficeConverter(program: program.path, seconds: seconds)
    for number in 0..<documents { converter.submit(Array(document(number).utf8), as: .wordBinary, number: number) }
    var results: [Int: Result<String, ConversionFailure>] = [:]
    let end = MonotonicClock.seconds + 60
    while results.count < documents, MonotonicClock.seconds < end {
      for (number, result) in converter.finished() {
        results[number] = result.map { (try? String(contentsOfFile: $0, encoding: .utf8)) ?? "" }
      }
      MonotonicClock.pause(seconds: 0.01)
    }
    return results
  }

  /// Something that begins as packages do.
  private static func document(_ number: Int) -> String { "PK\u{3}\u{4} \(number)" }

  private static func isFailure(_ result: Result<String, ConversionFailure>?) -> Bool {
    if case .failure? = result { true } else { false }
  }

  @Test func manyDocumentsByOneProcess() throws {
    let results = try Self.converted(
      Self.copying + "\nfor file; do cp $file $out/$(basename $file .doc).docx; done", documents: 45)
    #expect(results == Dictionary(uniqueKeysWithValues: (0..<45).map { ($0, .success(Self.document($0))) }))
  }

  @Test func aDocumentThatItDiesOfFailsAlone() throws {
    let results = try Self.converted(
      Self.copying
        + "\nfor file; do case $file in */1.doc) kill -9 $$;; esac; cp $file $out/$(basename $file .doc).docx; done")
    #expect(results[0] == .success(Self.document(0)))
    #expect(Self.isFailure(results[1]))
    #expect(results[2] == .success(Self.document(2)))
  }

  /// What the program has started is ended with it: else the sleeper would keep the folder of the test.
  @Test func aDocumentThatTakesForEverFailsAlone() throws {
    let results = try Self.converted(
      Self.copying
        + "\nfor file; do case $file in */1.doc) sleep 600 & wait;; esac; cp $file $out/$(basename $file .doc).docx; done"
    )
    #expect(results[0] == .success(Self.document(0)))
    #expect(results[1] == .failure(ConversionFailure("1 s")))
    #expect(results[2] == .success(Self.document(2)))
  }

  @Test func whatItPassesOverHasNoOutput() throws {
    let results = try Self.converted(
      Self.copying
        + "\nfor file; do case $file in */1.doc) ;; *) cp $file $out/$(basename $file .doc).docx;; esac; done")
    #expect(results[1] == .failure(ConversionFailure("no output")))
    #expect(results[2] == .success(Self.document(2)))
  }

  /// A hundred documents and a program that never does anything: three tries, and nobody waits a hundred times.
  @Test(arguments: ["exit 77", "sleep 600", "kill -9 $$"]) func aBrokenProgramIsGivenUp(_ script: String) throws {
    let begin = MonotonicClock.seconds
    let results = try Self.converted(script, documents: 100, seconds: 0.5)
    #expect(results.count == 100)
    #expect(results.values.allSatisfy { Self.isFailure($0) })
    #expect(MonotonicClock.seconds - begin < 30)
  }

  @Test func whatIsNoPackageIsNoDocument() throws {
    let results = try Self.converted(
      Self.copying + "\nfor file; do echo rubbish > $out/$(basename $file .doc).docx; done", documents: 2)
    #expect(results.values.allSatisfy { $0 == .failure(ConversionFailure("no document")) })
  }

  @Test func aProgramThatIsNoneFailsAtOnce() throws {
    let converter = try OfficeConverter(program: "/nowhere/soffice", seconds: 1)
    converter.submit([1], as: .html, number: 7)
    #expect(converter.finished().map(\.number) == [7])
  }
}
