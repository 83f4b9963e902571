/// What one input may cost before its worker is stopped.
public struct FileLimits: Sendable {
  /// Seconds of wall clock.
  public var seconds = 120.0
  /// Bytes of resident memory.
  public var memory = 1 << 30

  public init() {}
}
