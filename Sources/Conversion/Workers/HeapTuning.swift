import CLinux

/// The one place where the C library's heap is tuned to this program.
package enum HeapTuning {
  /// Keeps what the heap has grown to, for programs that work on many files.
  ///
  /// A file takes a few megabytes and gives them back; glibc by default hands the top of the heap back to the kernel each time and
  /// takes it again, zeroed page by page, for the next file. Affects the whole process, so it is for a program to call, not for the
  /// library to do unasked. Calling it again changes nothing.
  package static func keepHeapBetweenFiles() { _ = once }

  private static let once: Void = {
    mallopt(M_TRIM_THRESHOLD, 256 << 20)
    mallopt(M_TOP_PAD, 4 << 20)
    mallopt(M_MMAP_THRESHOLD, 16 << 20)
  }()
}
