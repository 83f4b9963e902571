extension GridCell {
  /// The labels behind the first one of a cell that has several, `项目名称：甲  主管部门：乙`, each with its own words and its value.
  func furtherFields(synonymIndex: SynonymIndex) -> [(words: String, label: Label, value: String)] {
    let scalars = text.unicodeScalars
    guard case .inline(let label, _) = token, let colon = scalars.firstIndex(where: \.isColon) else { return [] }
    let text = String(scalars[scalars.index(after: colon)...])
    let found = FieldToken.further(in: text, after: label, synonymIndex: synonymIndex)
    return found.enumerated().map { position, field in
      let end = position + 1 < found.count ? found[position + 1].range.lowerBound : text.endIndex
      return (field.words, field.label, String(text[field.range.upperBound..<end]))
    }
  }
}
