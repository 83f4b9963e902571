import Checking
import Findings
import Publishing
import Recognition
import Spreadsheet

/// What a department knows about its own files and a program cannot: a YAML file of settings, every one of them optional.
///
///     unit: 元                          # the unit of amounts where a form says none: 元, 千元, 万元, 亿元
///     year: 2024                        # the year of a period that names only months
///     sheet: 汇总表                     # the only sheet to read
///     encoding: GB18030                 # the character set of text files
///     synonyms:                         # further spellings of labels
///       project: [课题名称, 工程名称]
///       budget.periodBudget: 本年计划数
///     columns:                          # a home-made ledger: which column holds what, by heading or by letter
///       project.name: 课题
///       indicators.name: D
///     header-row: 3                     # the row of that ledger's header
///     rules:                            # off, or another severity
///       budget.sum: off
///       indicator.reason-missing: error
///     page:                             # how the official page looks
///       title: 财政项目支出绩效跟踪表
///       title-font: 黑体
///       title-size: 16
///       text-font: 宋体
///       text-size: 10
///       margins: { left: 12, right: 12, top: 16, bottom: 17 }
///       sign-off: [填报人, 单位负责人, 日期]
///     limits:                           # what a file may be at most, where it is refused as too large
///       sheets: 3000
///     name: "{实施单位}_{项目名称}"     # one workbook a form, called this
///
/// Labels are called by the identifiers of `Label`, fields of columns by those of `LedgerMapping.fieldNames`, rules by their names.
public struct Profile: Sendable {
  public var recognition = RecognitionSettings()
  public var checking = CheckingSettings()
  public var page = PageSettings()
  /// How the workbook of a single form is called; nil for one workbook an input file.
  public var namePattern: NamePattern?
  /// The character set of text files by its iconv name; nil to find it out.
  public var encoding: String?
  /// What a file may cost.
  public var limits = Limits.standard

  public init() {}

  /// Reads a profile.
  ///
  /// - Parameter file: What the profile is called in findings.
  /// - Throws: `InvalidProfile` with every fault in it, each with its line and column.
  public init(yaml: String, file: String? = nil) throws(InvalidProfile) {
    var reader = ProfileReader(file: file)
    let profile = reader.read(yaml)
    guard reader.findings.isEmpty else { throw InvalidProfile(findings: reader.findings) }
    self = profile
  }

  /// Puts what the profile says over what was set before.
  public func apply(to settings: inout PipelineSettings) {
    settings.recognition = recognition
    settings.checking = checking
    settings.page = page
    settings.reading.encoding = settings.reading.encoding ?? encoding
    settings.reading.limits = limits
  }
}

/// A profile's text, read once for a run and all of its workers: it may come through a pipe, which gives it only once.
public struct ProfileText: Hashable, Sendable {
  /// Bytes of a profile at most: none written by hand is longer.
  static let longest = 16 << 20

  /// What findings call it.
  public let path: String
  let bytes: [UInt8]
  /// 64 lower-case hexadecimal digits.
  let sha256: String

  /// - Throws: A refusal where the file is missing, unreadable or far too long.
  public init(path: String) throws(Refusal) {
    do throws(Refusal) {
      self.init(path: path, bytes: try OpenFile(path: path).readToEnd(atMost: Self.longest, named: "profileBytes"))
    } catch {
      throw error.within(Place(file: path))
    }
  }

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    sha256 = SHA256.hash(bytes)
  }

  /// What it says.
  ///
  /// - Throws: `InvalidProfile` for faults in it.
  public func profile() throws(InvalidProfile) -> Profile {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw InvalidProfile(findings: [Finding(.profileEncoding, at: Place(file: path))])
    }
    return try Profile(yaml: text, file: path)
  }
}

/// A profile that cannot be used: everything that is wrong with it, from the top down.
public struct InvalidProfile: Error, Hashable, Sendable {
  public let findings: [Finding]
}
