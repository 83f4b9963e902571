import Foundation

/// Runs one piece of work on a thread of its own.
enum JournalThread {
  static func run(_ work: @escaping @Sendable () -> Void) { Thread.detachNewThread(work) }
}
