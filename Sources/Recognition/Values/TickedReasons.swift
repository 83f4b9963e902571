/// The reasons of a deviation that are ticked in columns of their own, and the words beside them.
struct TickedReasons: Equatable {
  private(set) var names: [String] = []
  private var details: [String] = []

  /// Takes in what stands under a reason's heading. Words in the place of a tick are a reason too, and say more of it.
  mutating func tick(_ name: String, _ words: String) {
    if Tick.isTick(words) {
      names.append(name)
    } else if !Tick.isNoTick(words), let text = TextReader.prose(words) {
      names.append(name)
      details.append(text)
    }
  }

  /// Takes in what stands under the heading of explanations; 其他原因 is one of the reasons where it is ticked.
  mutating func explain(_ name: String, _ words: String) {
    if Tick.isTick(words) {
      names.append(name)
    } else if !Tick.isNoTick(words) {
      add(words)
    }
  }

  /// Takes in words that explain.
  mutating func add(_ words: String) {
    if let text = TextReader.prose(words) { details.append(text) }
  }

  /// `经费保障、人员保障：缺人`; nil where nothing is ticked or said.
  var text: String? {
    let parts = [names.joined(separator: "、"), details.joined(separator: "\n")].filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: "：")
  }
}
