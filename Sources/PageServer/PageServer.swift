import Conversion
import Findings
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import SystemCalls

/// The page in the browser, and the same for programs: files in, the official form seen, corrected and taken away.
///
/// A server for one machine or one house. `Documentation/Serve.md` says what it answers, `ServeSettings` where it listens, `ServeLimits` what it
/// allows. Everything that touches a file is done by worker processes (`PageWorker`), which this one only carries requests to; the files of a session
/// lie in a private folder as long as the session lasts.
package struct PageServer: Sendable {
  private let settings: ServeSettings
  private let log: AccessLog?

  /// - Parameter log: Takes the lines of the access log.
  package init(_ settings: ServeSettings, log: @escaping @Sendable (String) -> Void) {
    self.settings = settings
    self.log = settings.logsAccess ? AccessLog(write: log) : nil
  }

  /// Serves until a signal comes, and finishes then what is running. A second signal ends the process at once.
  ///
  /// - Parameter ready: Called with the port once connections are taken.
  /// - Returns: The signal.
  /// - Throws: A refusal where the address cannot be listened on, or there is no space for files.
  package func run(ready: @escaping @Sendable (Int) -> Void) async throws -> Int32 {
    let workers = try RequestWorkers(
      command: settings.workerCommand, count: settings.workers, limits: settings.fileLimits)
    defer { workers.stop() }
    let sessions = try Sessions(limits: settings.limits, in: settings.folder)
    defer { sessions.endAll() }
    var configuration = ServiceGroupConfiguration(
      services: [application(sessions, WorkQueue(workers: workers), ready)], logger: Self.silent)
    // A client that trickles, or a work without end, does not keep the server alive.
    configuration.maximumGracefulShutdownDuration = .seconds(
      settings.fileLimits.seconds + settings.limits.endSeconds)
    let group = ServiceGroup(configuration: configuration)
    return try await withThrowingTaskGroup(of: Int32.self) { tasks in
      tasks.addTask {
        let signal = try await Self.signal { sessions.removeUnused() }
        await group.triggerGracefulShutdown()
        return signal
      }
      tasks.addTask {
        do {
          try await group.run()
        } catch is CancellationError {
          return 0
        } catch {
          throw Refusal(.runSystem, ["reason": "\(settings.host):\(settings.port): \(error)"])
        }
        return 0
      }
      var signal: Int32 = 0
      for try await ended in tasks { signal = max(signal, ended) }
      return signal
    }
  }

  private func application(
    _ sessions: Sessions, _ queue: WorkQueue, _ ready: @escaping @Sendable (Int) -> Void
  ) -> some ApplicationProtocol {
    let limits = settings.limits
    let responder = PageResponder(
      settings: settings, origin: OriginCheck(settings),
      session: SessionRoutes(sessions: sessions, queue: queue, settings: settings),
      programs: ProgramRoutes(sessions: sessions, queue: queue, settings: settings), templates: Templates(queue: queue),
      log: log)
    return Application(
      responder: responder,
      server: .http1(configuration: .init(additionalChannelHandlers: [RequestGuard(limits)])),
      configuration: .init(
        address: .hostname(settings.host, port: settings.port), backlog: 1024,
        availableConnectionsDelegate: .maximum(limits.connections, logger: Self.silent)),
      onServerRunning: { ready($0.localAddress?.port ?? 0) }, logger: Self.silent)
  }

  /// The next signal that ends the process.
  ///
  /// - Parameter meanwhile: Called every few seconds.
  private static func signal(_ meanwhile: @Sendable () -> Void) async throws -> Int32 {
    let receiver = SignalWatch.Receiver()
    var rounds = 0
    while true {
      if let signal = receiver.next() { return signal }
      try await Task.sleep(for: .milliseconds(100))
      rounds += 1
      if rounds.isMultiple(of: 100) { meanwhile() }
    }
  }

  /// Says nothing: what there is to say goes into the access log and to the clients.
  private static let silent = Logger(label: "tracktable") { _ in SwiftLogNoOpLogHandler() }
}
