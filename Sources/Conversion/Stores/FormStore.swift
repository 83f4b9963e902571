import Findings
import Publishing
import TrackingModel

/// Keeps the forms of many inputs where questions can be asked of them: an output and an input of its own kind.
///
/// The module `Store` has one in SQLite. Nothing below it knows a database, and who embeds the library without that module builds none.
public protocol FormStore: Sendable {
  /// The extensions, in lower case, by which an output is one: `sqlite`.
  var fileExtensions: [String] { get }
  /// Whether a file begins as a store does.
  func begins(_ head: [UInt8]) -> Bool
  /// Hands over all forms of a store, by path and by their order in each input.
  ///
  /// - Throws: A refusal where the file is no whole store of this program; what `receive` throws.
  func read(_ path: String, _ receive: (TrackingForm) throws -> Void) throws
  /// Opens a store to put inputs into it.
  ///
  /// - Parameter language: That of the sentences in which findings are kept.
  /// - Throws: A refusal where the file is something else, another run has it open, or it cannot be written.
  func open(_ path: String, _ mode: StoreMode, language: Language) throws(Refusal) -> any FormStoreWriter
}

/// How an output that may be there already is opened.
public enum StoreMode: Sendable {
  /// There is none yet, or it is to be replaced.
  case anew
  /// What is in it stays; there may be none yet.
  case goOn
}

/// An open store. What belongs to an input is there whole or not at all, whenever the process ends.
public protocol FormStoreWriter: AnyObject {
  /// What the store says of the input with this path; nil where it has none.
  func file(at path: String) throws(Refusal) -> StoredFile?
  /// The findings of an input that belong to no form.
  func findings(of path: String) throws(Refusal) -> [Finding]
  /// The forms of an input, each with its findings.
  func forEachForm(of path: String, _ receive: (TrackingForm, [Finding]) throws -> Void) throws
  /// Puts an input in the place of whatever the store has under its path.
  ///
  /// - Parameter forms: Hands over the forms of the input in their order.
  func replace(_ file: StoredFile, _ findings: [Finding], forms: ((StoredForm) throws -> Void) throws -> Void) throws
  /// Adds all inputs of another store.
  ///
  /// - Returns: What there is in the other.
  /// - Throws: A refusal where both have an input of the same path, or the other is no whole store.
  func addAll(of path: String) throws(Refusal) -> StoredCounts
  /// Makes permanent what has waited long enough.
  func advance() throws(Refusal)
  /// Makes everything permanent and closes the file.
  func close() throws(Refusal)
}

/// What there is in a store.
public struct StoredCounts: Sendable, Hashable {
  public var files = 0
  /// Of the files, those that were not read.
  public var refused = 0
  public var forms = 0
  public var findings = SeverityCounts()

  public init() {}
}

/// An input as a store has it.
public struct StoredFile: Sendable, Hashable {
  /// As the user named it: what the rows of an input go by.
  public var path: String
  /// What `source.file` calls it.
  public var name: String
  /// 64 lower-case hexadecimal digits; nil for an input that could not be read.
  public var sha256: String?
  /// Bytes.
  public var size: Int
  /// Whether its forms were read; otherwise it was refused, and its findings say why.
  public var isDone: Bool
  /// How many forms it has.
  public var forms: Int
  /// Tool version, options and profile under which it was read.
  public var settings: String

  public init(path: String, name: String, sha256: String?, size: Int, isDone: Bool, forms: Int, settings: String) {
    self.path = path
    self.name = name
    self.sha256 = sha256
    self.size = size
    self.isDone = isDone
    self.forms = forms
    self.settings = settings
  }
}

/// A form on its way into a store.
public struct StoredForm: Sendable {
  public var form: TrackingForm
  public var findings: [Finding]
  /// The printed paths of fields, each with the A1 addresses of the cells it was read from.
  public var cells: [(field: String, cells: [String])]

  public init(_ form: TrackingForm, findings: [Finding], cells: [(field: String, cells: [String])]) {
    self.form = form
    self.findings = findings
    self.cells = cells
  }
}
