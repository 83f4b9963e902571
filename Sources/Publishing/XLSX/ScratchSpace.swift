import CXLSXScratch
import Findings
import Foundation

/// Where libxlsxwriter keeps what it writes on the way to a workbook: memory, never a scratch file. One workbook has one.
final class ScratchSpace {
  /// What a part can have without ZIP64, which WPS refuses: fields of four bytes, all ones of which would announce it.
  static let largestPart = UInt64(UInt32.max) - 1

  private let space: OpaquePointer

  /// - Parameter limit: The most bytes of one part.
  /// - Throws: `workbook.write-failed` where the library would not ask us for its scratch files.
  init(limit: UInt64) throws(Refusal) {
    guard Self.isAsked else { throw XLSXFile.failure("libxlsxwriter's scratch files cannot be kept in memory") }
    guard let space = tracktable_scratch_create(limit) else { throw XLSXFile.failure(systemError: ENOMEM) }
    self.space = space
  }

  deinit { tracktable_scratch_free(space) }

  /// Whether the library's scratch files are ours in this program.
  static let isAsked = tracktable_scratch_is_called()

  /// Runs calls of the library that may make scratch files, or that print numbers and test letters: with a point and by ASCII,
  /// whatever locale the host program has set.
  func inside<Result>(_ body: () -> Result) -> Result {
    let outerSpace = tracktable_scratch_use(space)
    let outerLocale = uselocale(Self.locale)
    defer {
      uselocale(outerLocale)
      tracktable_scratch_use(outerSpace)
    }
    return body()
  }

  /// How many scratch files were made.
  var count: Int { Int(tracktable_scratch_count(space)) }

  /// How many bytes it holds.
  var size: Int { Int(tracktable_scratch_size(space)) }

  /// Throws what could not be kept: the library itself does not notice.
  func check() throws(Refusal) {
    let number = tracktable_scratch_failure(space)
    if number != 0 { throw XLSXFile.failure(systemError: number) }
  }

  private nonisolated(unsafe) static let locale = newlocale((1 << LC_CTYPE) | (1 << LC_NUMERIC), "C", nil)
}
