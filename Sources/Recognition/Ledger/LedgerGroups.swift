import Foundation

/// The forms of a ledger whose rows are still coming in, by key, handed over in the order in which they first appeared.
struct LedgerGroups {
  private var byKey: [String: OpenForm] = [:]
  private var queue: [(key: String, form: OpenForm)] = []
  private var head = 0
  private var closedNumbers = IndexSet()

  /// The form of this key; nil where there is none yet.
  subscript(key: String) -> OpenForm? { byKey[key] }

  /// All forms that are still open, in order.
  var all: [OpenForm] { queue[head...].map(\.form) }

  mutating func open(_ form: OpenForm, key: String) {
    byKey[key] = form
    queue.append((key, form))
  }

  /// Whether a form of this number was handed over already.
  func wasClosed(_ number: Int) -> Bool { closedNumbers.contains(number) }

  /// Takes the next form that is complete and behind no incomplete one; `current` is kept because its rows may go on.
  mutating func nextComplete(except current: OpenForm?) -> OpenForm? {
    guard head < queue.count, queue[head].form !== current, queue[head].form.isComplete else { return nil }
    return removeNext()
  }

  /// Takes the next form, complete or not.
  mutating func next() -> OpenForm? { head < queue.count ? removeNext() : nil }

  private mutating func removeNext() -> OpenForm {
    let (key, form) = queue[head]
    byKey[key] = nil
    if let number = Int(key) { closedNumbers.insert(number) }
    head += 1
    if head > 1024, head * 2 > queue.count {
      queue.removeFirst(head)
      head = 0
    }
    return form
  }
}
