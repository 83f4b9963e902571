import Findings
import Foundation

extension RunSettings {
  /// - Throws: `WrongUsage` where what is asked for makes no sense.
  func validate(_ inputs: InputPaths) throws(WrongUsage) {
    if inputs.paths.isEmpty { throw WrongUsage(.usageNoInput) }
    if namePattern != nil, outputFolder == nil { throw WrongUsage(.usageFormat) }
    if reviews, outputFolder == nil {
      guard case .file? = output, format == .xlsx, layout == .form else { throw WrongUsage(.usageReview) }
    }
    if output == .standardOutput, resumes { throw WrongUsage(.usageResume) }
    if limits.seconds <= 0 { throw WrongUsage(.usageLimit, ["option": "--time-limit"]) }
    if limits.memory <= 0 { throw WrongUsage(.usageLimit, ["option": "--memory-limit"]) }
  }

  /// What `profileIdentity` is for the profile in a file.
  ///
  /// - Throws: A refusal where the file cannot be read.
  public static func identity(ofProfile path: String) throws(Refusal) -> String {
    do throws(Refusal) {
      return try InputBytes(.file(path)).sha256
    } catch {
      throw error.within(Place(file: path))
    }
  }

  /// Where what does not fit into memory goes for a while.
  var scratchFolder: String {
    if let outputFolder { return RunFolder.parts(of: outputFolder) }
    return ProcessInfo.processInfo.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }
}
