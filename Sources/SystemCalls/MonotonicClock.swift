import Glibc

/// Time that only ever goes forward, for limits and rates; nothing that is written depends on it.
package enum MonotonicClock {
  /// Seconds since some moment in the past.
  package static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Lets others work for a while.
  package static func pause(seconds: Double) { usleep(UInt32(seconds * 1e6)) }
}
