import Publishing
import TrackingModel

/// What a shard's record says first: which share it is of which run.
struct ShardHeader: Hashable, Sendable {
  /// What the record lies beside, or in.
  enum Role: String, Sendable {
    case output, report
    /// These hold their inputs themselves: of a run's the record says only that it came to its end, and which it was.
    case store, folder

    var holdsInputs: Bool { self == .output || self == .report }
  }

  private static let mark = "tracktable-shard"
  /// Of the record's own form.
  private static let version = 1

  var role: Role
  var shard: Shard
  /// The run's options, as far as they decide what comes out.
  var fingerprint: String
  var format: OutputFormat
  var layout: OutputLayout
  var language: String
  var reviews: Bool
  /// Path and bytes of the profile.
  var profilePath: String?
  var profile: [UInt8]

  init(_ role: Role, _ shard: Shard, _ settings: RunSettings) {
    self.role = role
    self.shard = shard
    fingerprint = settings.fingerprint
    format = settings.format
    layout = settings.layout
    language = settings.language.rawValue
    reviews = settings.reviews
    profilePath = settings.profile?.path
    profile = settings.profile?.bytes ?? []
  }

  /// Whether both are shares of the same run.
  func isOfSameRun(as other: ShardHeader) -> Bool {
    guard other.shard.count == shard.count else { return false }
    var other = other
    other.shard = shard
    return self == other
  }

  func encoded() -> [UInt8] {
    var line = FieldLineWriter()
    line.add(Self.mark)
    line.add(Self.version)
    line.add(role.rawValue)
    line.add(shard.number)
    line.add(shard.count)
    for text in [fingerprint, format.rawValue, layout.rawValue, language] { line.add(text) }
    line.add(reviews)
    line.add(profilePath)
    line.addBytes(profile)
    return line.bytes
  }

  /// - Throws: `Malformed` where it is none, or one of another version.
  init(encoded bytes: some Sequence<UInt8>) throws(FieldLineReader.Malformed) {
    var line = FieldLineReader(bytes)
    guard try line.text() == Self.mark, try line.integer() == Self.version, let role = Role(rawValue: try line.text())
    else { throw FieldLineReader.Malformed() }
    self.role = role
    shard = Shard(number: try line.integer(), of: try line.integer())
    fingerprint = try line.text()
    guard let format = OutputFormat(rawValue: try line.text()), let layout = OutputLayout(rawValue: try line.text())
    else { throw FieldLineReader.Malformed() }
    self.format = format
    self.layout = layout
    language = try line.text()
    reviews = try line.flag()
    profilePath = try line.optionalText()
    profile = try line.rawBytes()
  }
}
