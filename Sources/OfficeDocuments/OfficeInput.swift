import Conversion
import Findings
import Spreadsheet
import SystemCalls

/// A single document that is read by way of LibreOffice, by its caller.
package final class OfficeInput {
  /// What came of the document.
  package let source: ByteSource
  private let converter: OfficeConverter

  /// - Parameter refusal: Why no reader takes the document.
  /// - Returns: nil where LibreOffice does not take it either.
  /// - Throws: `office.failed`.
  package init?(_ original: ByteSource, refusedFor refusal: Refusal, program: String, seconds: Double) throws(Refusal) {
    guard let kind = OfficeKind(refusal.finding), let bytes = try? original.bytes() else { return nil }
    do throws(ConversionFailure) {
      converter = try OfficeConverter(program: program, seconds: seconds)
    } catch {
      throw Refusal(.officeFailed, ["reason": error.reason])
    }
    converter.submit(bytes, as: kind, number: 0)
    while true {
      switch converter.finished().first?.result {
      case .success(let path)?:
        source = .file(path)
        return
      case .failure(let failure)?: throw Refusal(.officeFailed, ["reason": failure.reason])
      case nil: MonotonicClock.pause(seconds: 0.05)
      }
    }
  }
}
