import Findings
import Foundation
import Testing
import TrackingModel

@testable import Conversion

/// What holds of every format that is written.
@Suite struct OutputFormatTests {
  private static let seeds = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "fixtures/seeds/two-forms.tsv").path

  private static func forms() throws -> [TrackingForm] {
    var forms: [TrackingForm] = []
    _ = try Pipeline().read(.file(seeds), named: "two-forms.tsv") { forms.append($0.form) }
    try #require(forms.count == 2)
    return forms
  }

  /// What a run writes that gathers all forms: each comes as a piece.
  private static func combined(_ forms: [TrackingForm], _ format: OutputFormat, _ layout: OutputLayout) throws
    -> [UInt8]
  {
    let sink = MemorySink()
    let writer = try Publisher(format, layout: layout).open(to: sink)
    for form in forms { try writer.add(piece: format.piece(of: form)) }
    _ = try writer.finish()
    return sink.bytes
  }

  @Test func `a format is called by what its files end in, and no other is called so`() {
    let names = OutputFormat.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
    #expect(Array(names.prefix(5)) == ["xlsx", "json", "jsonl", "csv", "tsv"], "the contract of the command")
    for name in names {
      #expect(name.wholeMatch(of: /[a-z0-9]+/) != nil)
      #expect(OutputFormat(rawValue: name)?.rawValue == name)
    }
    #expect(OutputFormat(rawValue: "xls") == nil)
  }

  @Test(arguments: OutputFormat.allCases) func `a media type is one`(format: OutputFormat) {
    #expect(format.mediaType.wholeMatch(of: /[a-z]+\/[a-z0-9.+-]+(; charset=utf-8)?/) != nil, "\(format.mediaType)")
  }

  @Test(arguments: OutputFormat.allCases, OutputLayout.allCases)
  func `forms give the same bytes together as one by one`(format: OutputFormat, layout: OutputLayout) throws {
    let forms = try Self.forms()
    let together = try Publisher(format, layout: layout).publish(forms).bytes
    #expect(!together.isEmpty)
    #expect(try Self.combined(forms, format, layout) == together)
    #expect(try Publisher(format, layout: layout).publish(forms.reversed()).bytes != together)
  }

  @Test(arguments: 0...2) func `JSON made form by form is the document`(count: Int) throws {
    let forms = Array(try Self.forms().prefix(count))
    #expect(try Publisher(.json).publish(forms).bytes == CanonicalJSON.document(forms))
    #expect(try Self.combined(forms, .json, .form) == CanonicalJSON.document(forms))
  }

  @Test(arguments: [OutputFormat.xlsx, .json, .jsonl, .csv, .tsv])
  func `a character that a format cannot hold is told`(format: OutputFormat) {
    let form = TrackingForm(project: NamedEntity(name: "河\0道"))
    let lost = Publisher(format).lostCharacter(of: form, inStore: false)
    #expect((lost == nil) == [.json, .jsonl].contains(format))
    #expect(Publisher(format).lostCharacter(of: form, inStore: true)?.rule.name == "output.character")
  }
}
