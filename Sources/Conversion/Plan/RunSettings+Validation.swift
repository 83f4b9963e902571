import Findings
import SystemCalls

extension RunSettings {
  /// - Throws: `WrongUsage` where what is asked for makes no sense.
  func validate(_ inputs: InputPaths) throws(WrongUsage) {
    if inputs.paths.isEmpty { throw WrongUsage(.usageNoInput) }
    if namePattern != nil, outputFolder == nil { throw WrongUsage(.usageFormat) }
    if reviews, outputFolder == nil {
      guard case .file? = output, format == .xlsx, layout == .form, store == nil else { throw WrongUsage(.usageReview) }
    }
    if output == .standardOutput, resumes { throw WrongUsage(.usageResume) }
    if shard != nil, namePattern != nil || failsFast || output == .standardOutput { throw WrongUsage(.usageShardName) }
    if limits.seconds <= 0 { throw WrongUsage(.usageLimit, ["option": "--time-limit"]) }
    if limits.memory <= 0 { throw WrongUsage(.usageLimit, ["option": "--memory-limit"]) }
  }

  /// Where what does not fit into memory goes for a while.
  var scratchFolder: String {
    if let outputFolder { return RunFolder.parts(of: outputFolder) }
    return TemporaryFile.folder
  }
}
