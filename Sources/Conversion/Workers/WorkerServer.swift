import Findings
import SystemCalls

/// A worker process seen from inside: takes jobs from one descriptor, answers on another, one after the other.
///
/// A process and not a thread, because a file that is hostile enough may crash a C library, eat memory or never end:
/// a process can be killed alone and its memory is limited by the kernel.
package enum WorkerServer {
  /// Serves until the other side closes the pipe or dies.
  package static func run(
    settings: RunSettings, jobs: Descriptor = StandardStreams.input, answers: Descriptor = StandardStreams.output
  ) {
    OwnProcess.dieWithParent()
    SignalWatch.leaveToParent()
    let starter = OwnProcess.parent
    // A backstop well above the limit: the run watches the resident memory and says why it stops a worker; the kernel makes sure that a
    // single huge allocation between two looks does no harm.
    OwnProcess.limitAddressSpace(to: 2 * settings.limits.memory + (1 << 30))
    var settings = settings
    settings.standardInput = Descriptor(WorkerProcess.standardInput, isOwned: false)
    var runner: JobRunner?
    var buffer = FrameBuffer()
    do {
      try answers.write(Frame.bytes(.ready, []))
      while case let bytes = try jobs.read(upTo: 1 << 16), !bytes.isEmpty {
        buffer.append(bytes)
        while let frame = try buffer.next() {
          if frame.kind == .profile {
            try settings.apply(profile: frame.content)
            continue
          }
          let job = try Job(encoded: frame.content)
          let able = runner ?? JobRunner(settings: settings, destination: settings.destination)
          runner = able
          let result = able.run(job) { kind, content in try answers.write(Frame.bytes(kind, content)) }
          guard OwnProcess.parent == starter else { return }
          try answers.write(Frame.bytes(.result, result.encoded()))
        }
      }
    } catch {
      // The run is gone, and with it the only reader of answers.
    }
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

  /// Takes over the profile that the run has read.
  fileprivate mutating func apply(profile frame: ArraySlice<UInt8>) throws {
    var line = FieldLineReader(frame)
    try apply(ProfileText(path: try line.text(), bytes: try line.rawBytes()))
  }

  /// Puts what a profile says over what was set before; what an option says counts for more.
  ///
  /// - Throws: `InvalidProfile` for faults in it.
  package mutating func apply(_ text: ProfileText) throws(InvalidProfile) {
    let said = try text.profile()
    said.apply(to: &pipeline)
    if outputFolder != nil { namePattern = namePattern ?? said.namePattern }
    profile = text
  }
}
