import CLinux
import Findings
import Glibc

/// A worker process seen from inside: takes jobs from one descriptor, answers on another, one after the other.
///
/// A process and not a thread, because a file that is hostile enough may crash a C library, eat memory or never end:
/// a process can be killed alone and its memory is limited by the kernel.
public enum WorkerServer {
  /// Serves until the other side closes the pipe or dies.
  public static func run(settings: RunSettings, jobs: Int32 = 0, answers: Int32 = 1) {
    _ = clinux_die_with_parent()
    let starter = getppid()
    limitMemory(to: settings.limits.memory)
    var settings = settings
    settings.standardInput = WorkerProcess.standardInput
    let runner = JobRunner(settings: settings, destination: settings.destination)
    var buffer = FrameBuffer()
    let input = OpenFile(descriptor: jobs)
    do {
      try answers.writeAll(Frame.bytes(.ready, []))
      while case let bytes = try input.read(upTo: 1 << 16), !bytes.isEmpty {
        buffer.append(bytes)
        while let frame = buffer.next() {
          let job = try Job(encoded: Array(frame.content))
          let result = runner.run(job) { try answers.writeAll(Frame.bytes(.piece, $0)) }
          guard getppid() == starter else { return }
          try answers.writeAll(Frame.bytes(.result, result.encoded()))
        }
      }
    } catch {
      // The run is gone, and with it everybody who could be told.
    }
  }

  /// A backstop well above the limit: the run watches the resident memory and says why it stops a worker; the kernel makes
  /// sure that a single huge allocation between two looks does no harm.
  ///
  /// A build for a sanitizer maps terabytes that it never uses, and would not begin under such a limit.
  private static func limitMemory(to bytes: Int) {
    let program = dlopen(nil, RTLD_LAZY)
    guard dlsym(program, "__tsan_init") == nil, dlsym(program, "__asan_init") == nil else { return }
    var limit = rlimit(rlim_cur: rlim_t(2 * bytes + (1 << 30)), rlim_max: rlim_t(2 * bytes + (1 << 30)))
    setrlimit(Int32(RLIMIT_AS.rawValue), &limit)
  }
}

extension RunSettings {
  /// What workers do with forms.
  var destination: JobRunner.Destination {
    switch output {
    case nil: .nowhere
    case .folder(let path)?: .parts(RunFolder.parts(of: path))
    case .file?, .standardOutput?: .gathered
    }
  }
}
