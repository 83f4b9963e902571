/// Splits UTF-8 bytes into records and fields. It knows nothing of files, encodings or cells, and it always finds some parse.
///
///     var reader = RecordReader(.csv)
///     reader.feed(bytes)
///     reader.finish()
///     while reader.next() == .record {
///       print((0..<reader.fieldCount).map { reader.text(of: $0) })
///     }
///
/// The records of RFC 4180 are read as it says. Beyond that: a line ends with LF, CRLF or CR, each line its own way; a blank
/// line is a record of one empty field; records may differ in length; the last line may have no end. Quotation marks that
/// do not come in pairs are text (see `Doubt`).
///
/// How the bytes are cut into pieces makes no difference to what is read. A record may be up to 1 GiB long. The fields belong to the record taken last, until `next()` or `feed(_:)`
/// is called again.
///
/// ## For those who change it
///
/// `next()` tries `scanPlain()`, which knows unquoted fields and quoted ones without marks or line ends inside, and where that gives up `scan()`, which knows all. Both go from special
/// byte to special byte (`SpecialBytes`: delimiter, mark, escape, line ends); nothing between them is looked at.
///
/// | state of `scan()` | entered by | left by |
/// | --- | --- | --- |
/// | before or in a field (`field >= 0`) | start of the record, a delimiter | a delimiter: the field is done; a line end: the record is; a mark at the field's front: the next state |
/// | in a quoted field (`scanQuoted`) | a mark with nothing but spaces before it | its closing mark; or the field turns out to be text, and is read again as such |
/// | behind a closing mark (`field == -1`) | a closing mark with spaces or nothing up to a delimiter or line end | the delimiter or line end |
/// | in a field that is text (`isUnquoted`) | a mark that opens nothing, or one that was given up | a delimiter, a line end |
///
/// What has to stay true:
///
/// - **A decision needs the bytes it is about.** Where they are not there yet, the answer is `needsInput`, nothing is kept of the scan (slots, doubts, `vain`), and the record is scanned
///   anew. A question about a byte behind the last one (`isDelimiter`, `lineEnd`, `endsField`, `QuoteVerdict`) therefore answers nil, unless `isFinished`. Break it, and a file reads
///   differently in pieces: the fuzzer compares.
/// - **`scanPlain()` takes nothing that `scan()` reads otherwise.** Whatever is added to `scan()` has to make it give up; delimiters of several bytes do so as a whole.
/// - **No byte is looked at again and again.** Marks that do not come in pairs make fields end late or never; what was found then is remembered (`VainStretch` for fields that nothing
///   closes, `QuoteVerdict` for marks on one line), and both memories depend on the bytes alone. A long record is scanned again only when it has grown by a sixteenth. Break it, and thirty
///   kilobytes of marks take minutes: the tests "a mark too few on every line" and the fuzzer's time limit see it.
/// - **Slots are reserved for a block more** than the cursor has passed, since a block of 64 bytes may end as many fields; code that moves the cursor reserves again.
/// - Indices are into `buffer` and move when it drops records that were taken (`refill`): `start`, `end`, `nextStart`, `scanned` and `vain` move along, `verdict` is forgotten.
public struct RecordReader: ~Copyable {
  /// What `next()` came to.
  public enum Step: Sendable {
    /// There is a record.
    case record
    /// A whole record is not there yet: feed more, or `finish()`.
    case needsInput
    /// All records have been taken.
    case end
  }

  /// A quoted field longer than this is taken for one whose closing mark is missing; a lost mark does not consume the rest of a large file.
  public static let longestQuotedField = 8 << 20

  public let dialect: Dialect
  /// The number of the record, from 1; 0 before the first.
  public internal(set) var record = 0
  /// The line the record begins on, from 1.
  public internal(set) var line = 1
  /// What was doubtful in the record, at most `mostDoubts` of it.
  public internal(set) var doubts: [Doubt] = []
  /// How often each kind of line end has ended a record.
  public internal(set) var lineEnds = LineEnds()
  public static let mostDoubts = 16
  private static let longRecord = 1 << 16

  let special: SpecialBytes
  var buffer: RecordBuffer
  var slots = SlotBuffer()
  /// Where the record, its end and the next record stand in the buffer.
  var start = 0
  var end = 0
  var nextStart = 0
  var nextLine = 1
  /// Whether records are scanned plainly first; delimiters of several bytes are not.
  let scansPlainly: Bool
  var isFinished = false
  /// The bytes in the buffer when the last scan ran out of them.
  var scanned = 0
  var verdict = QuoteVerdict()
  /// The fields of the record before; 0 before the first.
  private(set) var previousFieldCount = 0
  var vain = VainStretch()
  let quotedLimit: Int

  public init(_ dialect: Dialect) { self.init(dialect, longestQuotedField: Self.longestQuotedField) }

  /// - Parameter scansPlainly: false to go without the short cut, for comparing the two.
  init(_ dialect: Dialect, longestQuotedField: Int, scansPlainly: Bool = true) {
    self.dialect = dialect
    self.scansPlainly = scansPlainly && dialect.delimiter.bytes.count == 1
    special = SpecialBytes(dialect)
    buffer = RecordBuffer()
    quotedLimit = longestQuotedField
  }

  /// Appends more bytes.
  public mutating func feed(_ bytes: UnsafeRawBufferPointer) {
    refill(atLeast: bytes.count) { destination in
      destination.copyMemory(from: bytes)
      return bytes.count
    }
  }

  /// Appends more bytes.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    let array = Array(bytes)
    array.withUnsafeBytes { feed($0) }
  }

  /// Says that no more bytes will come.
  public mutating func finish() { isFinished = true }

  /// Goes on to the next record. One of more than 64 KiB may be held back until a sixteenth more has come or `finish()` is called, so
  /// that a record which comes in small pieces is not scanned again for each of them.
  public mutating func next() -> Step {
    start = nextStart
    line = nextLine
    slots.count = 0
    if !doubts.isEmpty { doubts.removeAll(keepingCapacity: true) }
    guard start < buffer.count else { return isFinished ? .end : .needsInput }
    guard scanned <= start || isFinished || mayBeComplete else { return .needsInput }
    if scansPlainly, scanPlain() {
      record &+= 1
      scanned = 0
      previousFieldCount = slots.count
      return .record
    }
    slots.count = 0
    let vainBefore = vain
    let step = scan()
    if step == .record {
      record += 1
      scanned = 0
      previousFieldCount = slots.count
    } else {
      scanned = buffer.count
      vain = vainBefore
      slots.count = 0
      doubts.removeAll(keepingCapacity: true)
    }
    return step
  }

  /// Bytes of the record that is not complete yet.
  var pendingBytes: Int { buffer.count - nextStart }

  /// Lets bytes be written behind those that are there; space is made by dropping the records already taken.
  /// - Parameter fill: Gets the free space, at least as large as asked for, and returns how many bytes it wrote.
  /// - Returns: What there may be in the bytes written.
  @discardableResult
  mutating func refill<Failure: Error>(
    atLeast minimum: Int, _ fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) -> SpecialBytes.Traits {
    let dropped = buffer.reserve(minimum, keepingFrom: nextStart)
    if dropped > 0 {
      start -= dropped
      end -= dropped
      nextStart -= dropped
      scanned = max(0, scanned - dropped)
      verdict = QuoteVerdict()
      vain.drop(dropped)
    }
    slots.count = 0
    return buffer.append(try fill(buffer.freeSpace), special)
  }

  /// The last bytes that were fed.
  func lastBytes(_ length: Int) -> UnsafeRawBufferPointer { buffer.bytes(from: buffer.count - length) }

  /// Takes the last bytes that were fed away again; they belong to no record yet.
  mutating func removeLast(_ length: Int) {
    buffer.removeLast(length, special)
  }

  /// Whether the bytes fed since the last attempt can have completed the record, for which it takes a line end, or a quoted field over
  /// the limit. Spares a long record from being scanned again for every piece of it.
  private var mayBeComplete: Bool {
    if scanned - start > Self.longRecord, buffer.count - scanned < (scanned - start) / 16 { return false }
    if pendingBytes > max(quotedLimit, 2 * (scanned - start)) { return true }
    let newBytes = UnsafeBufferPointer(start: buffer.base + (scanned - 1), count: buffer.count - scanned + 1)
    return newBytes.first == 0x0D || newBytes.dropFirst().contains { $0 == 0x0A || $0 == 0x0D }
  }
}

/// How many records ended with each kind of line end.
public struct LineEnds: Hashable, Sendable {
  public internal(set) var lineFeed = 0
  public internal(set) var carriageReturnLineFeed = 0
  public internal(set) var carriageReturn = 0

  /// Whether more than one kind occurs.
  public var areMixed: Bool {
    [lineFeed, carriageReturnLineFeed, carriageReturn].count { $0 > 0 } > 1
  }
}
