import Findings
import Publishing
import TrackingModel

/// The empty official form as a file.
package struct TemplateFile: Sendable {
  private let page: PageSettings

  package init(page: PageSettings = .init()) { self.page = page }

  /// Writes it; into a folder it is called as the form is.
  ///
  /// - Returns: The bytes where the target is standard output, else nil.
  /// - Throws: `WrongUsage` for a file that is no .xlsx; a refusal where the target exists or cannot be written.
  package func write(to target: OutputTarget, replaces: Bool, profile: ProfileText? = nil) throws -> [UInt8]? {
    let path: String
    switch target {
    case .standardOutput: return try OfficialTemplate.workbook(settings: page)
    case .folder(let folder): path = folder + "/" + OfficialLabel.title + ".xlsx"
    case .file(let file):
      guard target.formatByExtension == .xlsx else { throw WrongUsage(.usageTemplateFormat) }
      path = file
    }
    let bytes = try OfficialTemplate.workbook(settings: page)
    let outputs = OutputGuard(reading: [profile?.path].compactMap(\.self))
    let file = try PlacedFile(target: path, replaces: replaces, guardedBy: outputs)
    try file.append(bytes)
    try file.moveIntoPlace()
    return nil
  }
}
