import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends connections that keep the server waiting: a head that does not come, a body that trickles or does not end, a client that has gone while its
/// request is worked on.
///
/// Lives on the event loop of its connection.
final class RequestGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// Thrown to the reader of the body.
  enum Failure: Error { case tooSlow }

  /// Seconds between two looks at how fast a body comes.
  private static let interval = TimeAmount.seconds(2)
  /// Seconds that a client has to read why its connection ends.
  private static let linger = TimeAmount.milliseconds(500)

  private let limits: ServeLimits
  private var waiting: Scheduled<Void>?
  private var watching: RepeatedTask?
  private var received = 0
  private var began = NIODeadline.now()
  private var isReading = false
  /// Requests that have begun and are not answered: a client may send the next before it has the answer to the last.
  private var unanswered = 0
  private var closes = false

  init(_ limits: ServeLimits) { self.limits = limits }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { waitForHead(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    waitForHead(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    stopTimers()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { stopTimers() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      waiting?.cancel()
      unanswered += 1
      isReading = true
      received = 0
      began = .now()
      if head.headerFields[.expect]?.lowercased() == "100-continue" {
        context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
      }
      watchBody(context)
    case .body(let bytes):
      received += bytes.readableBytes
      // More than is read: clients who do not stop have been told already.
      if received > limits.requestBytes * 2 { return context.close(promise: nil) }
    case .end:
      isReading = false
      watching?.cancel()
      if unanswered == 0 { waitForHead(context) }
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    context.write(data, promise: promise)
    switch unwrapOutboundIn(data) {
    case .head(let head): closes = head.headerFields[.connection]?.lowercased() == "close"
    case .body: break
    case .end:
      unanswered -= 1
      if closes {
        closeSoon(context)
      } else if unanswered == 0, !isReading {
        waitForHead(context)
      }
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    // A client that has closed its end does not wait for an answer.
    if case ChannelEvent.inputClosed? = event as? ChannelEvent, unanswered > 0 { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  private func waitForHead(_ context: ChannelHandlerContext) {
    waiting?.cancel()
    let context = NIOLoopBound(context, eventLoop: context.eventLoop)
    waiting = context.value.eventLoop.assumeIsolated().scheduleTask(
      in: .milliseconds(Int64(limits.headSeconds * 1000))
    ) {
      context.value.close(promise: nil)
    }
  }

  private func watchBody(_ context: ChannelHandlerContext) {
    watching?.cancel()
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    watching = context.eventLoop.scheduleRepeatedTask(initialDelay: Self.interval, delay: Self.interval) { task in
      let (own, context) = bound.value
      guard own.isReading else { return task.cancel() }
      let seconds = Double((NIODeadline.now() - own.began).nanoseconds) / 1e9
      guard seconds > own.limits.graceSeconds, Double(own.received) < own.limits.leastBytesPerSecond * seconds else {
        return
      }
      task.cancel()
      context.fireErrorCaught(Failure.tooSlow)
      own.closeSoon(context)
    }
  }

  private func closeSoon(_ context: ChannelHandlerContext) {
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.eventLoop.assumeIsolated().scheduleTask(in: Self.linger) { bound.value.close(promise: nil) }
  }

  private func stopTimers() {
    waiting?.cancel()
    watching?.cancel()
  }
}
