/// What those who use the page may cost the machine.
package struct ServeLimits: Sendable {
  /// Bytes of the body of a request.
  package var requestBytes = 64 << 20
  /// Bytes of a body that is no upload.
  package var messageBytes = 1 << 20
  /// Files of a session, those out of archives counted one by one.
  package var files = 500
  /// Bytes of a session's files.
  package var sessionBytes = 256 << 20
  /// Bytes of the files of all sessions together, on the disk that the system has for temporary files.
  package var storedBytes = 8 << 30
  /// Forms of one file: a page is no place for a ledger of a province.
  package var formsPerFile = 500
  /// Sessions at the same time.
  package var sessions = 200
  /// Seconds after which an unused session ends.
  package var idleSeconds = 3600.0
  /// Connections at the same time; others wait in the system's queue.
  package var connections = 1000
  /// Seconds that the head of a request may take, and that a connection may stay open without one.
  package var headSeconds = 30.0
  /// Bytes a second that a body has to come in with, on an average over all of it after the first seconds.
  package var leastBytesPerSecond = 1000.0
  /// Seconds before that is asked of a body.
  package var graceSeconds = 15.0
  /// Seconds that what is running may still take after a signal, besides the seconds that one file may take.
  package var endSeconds = 30.0
  /// Cells of a source sheet that are shown.
  package var sourceCells = 6000

  package init() {}
}
