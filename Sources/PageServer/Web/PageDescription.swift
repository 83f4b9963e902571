import Conversion

/// The OpenAPI description: `openapi.json`, with what can be taken away put into the places left for it.
enum PageDescription {
  static let bytes: [UInt8] = {
    let text = String(decoding: PageFiles.byName["openapi.json"]?.bytes ?? [], as: UTF8.self)
    let filled = text.replacingOccurrences(of: #""{outputs of forms}""#, with: names(Output.ofForms))
      .replacingOccurrences(of: #""{outputs}""#, with: names(Output.allCases))
      .replacingOccurrences(of: #""{types of formats}": {}"#, with: types)
    return Array(filled.utf8)
  }()

  private static func names(_ outputs: [Output]) -> String {
    outputs.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
  }

  /// Of the formats that are no workbook.
  private static let types = Output.ofForms.compactMap { output -> String? in
    guard case .combined(let format) = output, let type = output.acceptedTypes.first else { return nil }
    return "\"\(type)\": {\"schema\": {\"type\": \"\(format == .json ? "object" : "string")\"}}"
  }.joined(separator: ", ")
}
