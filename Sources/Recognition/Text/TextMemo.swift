import Synchronization
import TrackingModel

/// What was found out about short texts, so that it is found out once: forms say the same words again and again, and so do the files
/// of a folder.
///
/// It forgets everything when it is full, so memory stays bounded; it may be asked from several threads.
final class TextMemo<Value: Sendable>: Sendable {
  private let known = Mutex<[ExactText: Value]>([:])
  private let maximumCount: Int
  private let maximumBytes: Int

  /// - Parameters:
  ///   - maximumCount: How many texts are kept.
  ///   - maximumBytes: Texts of more UTF-8 are not kept: they hardly come twice.
  init(maximumCount: Int = 4096, maximumBytes: Int = 72) {
    self.maximumCount = maximumCount
    self.maximumBytes = maximumBytes
  }

  /// What is known of the text, or is found out now.
  func value(of text: String, _ find: (String) -> Value) -> Value {
    guard text.utf8.count <= maximumBytes else { return find(text) }
    let key = ExactText(text)
    if let value = known.withLock({ $0[key] }) { return value }
    let value = find(text)
    known.withLock {
      if $0.count >= maximumCount { $0.removeAll(keepingCapacity: true) }
      $0[key] = value
    }
    return value
  }
}
