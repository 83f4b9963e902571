/// Runs what goes deep on a thread with a stack for it, whatever the stack of the caller.
enum LargeStack {
  /// Stack for as many elements within each other as are read, in a build for debugging.
  private static let size = 16 << 20

  /// Calls the body and waits for it. Where the system has no thread to give, it is called right here.
  static func run<Value>(_ body: @escaping () -> Value) -> Value {
    let call = Call(body)
    guard Monitor.startThread(stackSize: size, { call.run() }) else { return body() }
    return call.wait()
  }

  // The caller does nothing but wait while the other thread runs, so that nothing is used by both at a time.
  private final class Call<Value>: @unchecked Sendable {
    private let monitor = Monitor()
    private let body: () -> Value
    private var value: Value?

    init(_ body: @escaping () -> Value) { self.body = body }

    func run() {
      let value = body()
      monitor.locked {
        self.value = value
        monitor.signal()
      }
    }

    func wait() -> Value {
      monitor.locked {
        while true {
          if let value { return value }
          monitor.wait()
        }
      }
    }
  }
}
