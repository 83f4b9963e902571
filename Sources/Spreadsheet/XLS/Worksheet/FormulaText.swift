import Findings

/// A formula as it was typed, put together from the tokens that it is stored as ([MS-XLS] 2.2.2 and 2.5.198).
///
/// Numbers, texts, cells of the same sheet, operators and the functions of everyday tables; of others there is no text. It is wanted
/// only where a formula's result is not in the file.
struct FormulaText {
  /// nil where a token is none of those.
  let text: String?
  /// Whether the result can be nothing but a number or a truth value.
  let isNumeric: Bool

  /// What a formula without a text is quoted as.
  static let unknown = "=…"
  /// Longer ones are not put together.
  private static let maximumBytes = 512

  init(_ tokens: UnsafeRawBufferPointer, version: BIFFVersion) {
    var parser = Parser(version: version)
    let isKnown = tokens.count <= Self.maximumBytes && parser.read(tokens)
    text = isKnown ? "=" + parser.stack[0] : nil
    isNumeric = isKnown && parser.isNumeric
  }

  /// Nothing in it is changed on the way: what stands in brackets has a token for them.
  private struct Parser {
    let version: BIFFVersion
    var stack: [String] = []
    var isNumeric = false

    private static let operators = [
      0x03: "+", 0x04: "-", 0x05: "*", 0x06: "/", 0x07: "^", 0x08: "&", 0x09: "<", 0x0A: "<=", 0x0B: "=", 0x0C: ">=",
      0x0D: ">",
      0x0E: "<>",
    ]
    /// By number: the name, how many arguments where that is fixed, and whether it always gives a number or a truth value.
    private static let functions: [Int: (name: String, arguments: Int?, isNumeric: Bool)] = [
      0: ("COUNT", nil, true), 1: ("IF", nil, false), 3: ("ISERROR", 1, true), 4: ("SUM", nil, true),
      5: ("AVERAGE", nil, true),
      6: ("MIN", nil, true), 7: ("MAX", nil, true), 24: ("ABS", 1, true), 25: ("INT", 1, true), 27: ("ROUND", 2, true),
      31: ("MID", 3, false), 32: ("LEN", 1, true), 33: ("VALUE", 1, true), 36: ("AND", nil, true),
      37: ("OR", nil, true),
      38: ("NOT", 1, true), 48: ("TEXT", 2, false), 65: ("DATE", 3, true), 102: ("VLOOKUP", nil, false),
      115: ("LEFT", nil, false),
      116: ("RIGHT", nil, false), 118: ("TRIM", 1, false), 129: ("ISBLANK", 1, true), 169: ("COUNTA", nil, true),
      183: ("PRODUCT", nil, true), 212: ("ROUNDUP", 2, true), 213: ("ROUNDDOWN", 2, true), 221: ("TODAY", 0, true),
      228: ("SUMPRODUCT", nil, true), 336: ("CONCATENATE", nil, false), 344: ("SUBTOTAL", nil, true),
      345: ("SUMIF", nil, true),
      346: ("COUNTIF", 2, true),
    ]

    /// - Returns: Whether all tokens were known and one text is left.
    mutating func read(_ tokens: UnsafeRawBufferPointer) -> Bool {
      var at = 0
      while at < tokens.count {
        guard let length = token(UnsafeRawBufferPointer(rebasing: tokens[at...])) else { return false }
        at += length
      }
      return stack.count == 1
    }

    /// Takes in the first token; says how long it is.
    private mutating func token(_ bytes: UnsafeRawBufferPointer) -> Int? {
      let kind = bytes.uint8(at: 0)
      // The three classes of an operand look alike.
      let base = kind >= 0x40 ? kind & 0x1F | 0x20 : kind
      if let name = Self.operators[kind] {
        guard let right = stack.popLast(), let left = stack.popLast() else { return nil }
        return push(left + name + right, 1, isNumeric: kind != 0x08)
      }
      switch base {
      case 0x12, 0x13, 0x14, 0x15:
        guard let operand = stack.popLast() else { return nil }
        let text = [0x12: "+" + operand, 0x13: "-" + operand, 0x14: operand + "%", 0x15: "(" + operand + ")"][base]
        return push(text ?? "", 1, isNumeric: base != 0x15 || isNumeric)
      case 0x16: return push("", 1)
      case 0x17: return string(bytes)
      case 0x19: return attribute(bytes)
      case 0x1D where bytes.count >= 2: return push(bytes[1] != 0 ? "TRUE" : "FALSE", 2, isNumeric: true)
      case 0x1E where bytes.count >= 3: return push(String(bytes.uint16(at: 1)), 3, isNumeric: true)
      case 0x1F where bytes.count >= 9:
        return ExactNumber(Double(bitPattern: bytes.uint64(at: 1))).flatMap { push($0.description, 9, isNumeric: true) }
      case 0x21 where bytes.count >= 3: return call(bytes.uint16(at: 1), nil, 3)
      case 0x22 where bytes.count >= 4: return call(bytes.uint16(at: 2) & 0x7FFF, bytes.uint8(at: 1) & 0x7F, 4)
      case 0x24: return reference(bytes, corners: 1)
      case 0x25: return reference(bytes, corners: 2)
      default: return nil
      }
    }

    private mutating func push(_ text: String, _ length: Int, isNumeric: Bool = false) -> Int {
      stack.append(text)
      self.isNumeric = isNumeric
      return length
    }

    private mutating func string(_ bytes: UnsafeRawBufferPointer) -> Int? {
      guard bytes.count >= 3, version == .biff8 else { return nil }
      let isWide = bytes[2] & 1 != 0
      let end = 3 + bytes.uint8(at: 1) * (isWide ? 2 : 1)
      guard bytes.count >= end else { return nil }
      let characters = UnsafeRawBufferPointer(rebasing: bytes[3..<end])
      let text = StoredCharacters(bytes: characters, isWide: isWide).text
      let quoted = text.split(separator: "\"", omittingEmptySubsequences: false)
      return push("\"" + quoted.joined(separator: "\"\"") + "\"", end)
    }

    /// What Excel keeps for itself, but for a SUM of one range.
    private mutating func attribute(_ bytes: UnsafeRawBufferPointer) -> Int? {
      guard bytes.count >= 4 else { return nil }
      if bytes[1] & 0x10 != 0 { return call(4, 1, 4) }
      return bytes[1] & 0x04 != 0 ? 4 + 2 * (bytes.uint16(at: 2) + 1) : 4
    }

    private mutating func call(_ number: Int, _ count: Int?, _ length: Int) -> Int? {
      guard let function = Self.functions[number], let count = count ?? function.arguments, count <= stack.count else {
        return nil
      }
      let arguments = stack.suffix(count).joined(separator: ",")
      stack.removeLast(count)
      return push("\(function.name)(\(arguments))", length, isNumeric: function.isNumeric)
    }

    /// A cell or a range; two bits say whether its row and its column move along when it is copied.
    private mutating func reference(_ bytes: UnsafeRawBufferPointer, corners: Int) -> Int? {
      let columnLength = version == .biff8 ? 2 : 1
      let length = 1 + corners * (2 + columnLength)
      guard bytes.count >= length else { return nil }
      let names = (0..<corners).map { corner in
        let row = bytes.uint16(at: 1 + 2 * corner)
        let place = 1 + 2 * corners + columnLength * corner
        let flags = version == .biff8 ? bytes.uint16(at: place) : row
        let column = CellReference.columnName(bytes.uint8(at: place))
        let number = version == .biff8 ? row : row & 0x3FFF
        return (flags & 0x4000 == 0 ? "$" : "") + column + (flags & 0x8000 == 0 ? "$" : "") + String(number + 1)
      }
      return push(names.joined(separator: ":"), length)
    }
  }
}
