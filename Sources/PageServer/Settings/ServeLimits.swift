/// What those who use the page may cost the machine.
public struct ServeLimits: Sendable {
  /// Bytes of the body of a request.
  public var requestBytes = 64 << 20
  /// Bytes of a body that is no upload.
  public var messageBytes = 1 << 20
  /// Files of a session, those out of archives counted one by one.
  public var files = 500
  /// Bytes of a session's files.
  public var sessionBytes = 256 << 20
  /// Bytes of the files of all sessions together, on the disk that the system has for temporary files.
  public var storedBytes = 8 << 30
  /// Forms of one file: a page is no place for a ledger of a province.
  public var formsPerFile = 500
  /// Sessions at the same time.
  public var sessions = 200
  /// Seconds after which an unused session ends.
  public var idleSeconds = 3600.0
  /// Connections at the same time; others wait in the system's queue.
  public var connections = 1000
  /// Seconds that the head of a request may take, and that a connection may stay open without one.
  public var headSeconds = 30.0
  /// Bytes a second that a body has to come in with, on an average over all of it after the first seconds.
  public var leastBytesPerSecond = 1000.0
  /// Seconds before that is asked of a body.
  public var graceSeconds = 15.0
  /// Seconds that what is running may still take after a signal, besides the seconds that one file may take.
  public var endSeconds = 30.0
  /// Cells of a source sheet that are shown.
  public var sourceCells = 6000

  public init() {}
}
