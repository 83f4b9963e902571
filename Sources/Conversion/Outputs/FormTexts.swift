import Findings
import TrackingModel

/// How an output is made that has a text for each form.
struct FormTexts: Sendable {
  /// In front of the first form.
  var head: [UInt8] = []
  /// Between two forms.
  var separator: [UInt8] = []
  /// Behind the last form.
  var tail: [UInt8] = []
  /// The whole output where there is no form; nil for head and tail.
  var empty: [UInt8]?
  /// Whether the character NUL can stand in the texts.
  var holdNUL = false
  /// The text of a form.
  let text: @Sendable (TrackingForm) -> [UInt8]
}

/// Writes texts as they come; never held. Pieces are these texts.
final class FormTextsWriter: FormWriter {
  private let texts: FormTexts
  private let sink: any ByteSink
  private var isEmpty = true

  init(_ texts: FormTexts, to sink: any ByteSink) {
    self.texts = texts
    self.sink = sink
  }

  func add(_ form: TrackingForm) throws(Refusal) { try add(text: texts.text(form)) }

  func add(piece: [UInt8]) throws { try add(text: piece) }

  private func add(text: [UInt8]) throws(Refusal) {
    let before = isEmpty ? texts.head : texts.separator
    if !before.isEmpty { try sink.write(before) }
    isEmpty = false
    try sink.write(text)
  }

  func finish() throws(Refusal) -> [Finding] {
    try sink.write(isEmpty ? texts.empty ?? texts.head + texts.tail : texts.tail)
    return []
  }
}
