import Findings

extension DocumentReader {
  /// How a run is set, as far as it matters for what it says (17.3.2).
  struct RunProperties {
    var isStruckOut = false
    var isHidden = false
    var isRaised = false
    /// Of ASCII characters, and of all others but those of East Asia.
    var fonts = (ascii: "", other: "")
  }

  /// Reads the run that was shown last.
  ///
  /// - Parameter inline: Takes what holds runs itself.
  func readRun(_ inline: (XMLName) throws(Refusal) -> Void) throws(Refusal) {
    var properties = RunProperties()
    func piece(_ name: XMLName) throws(Refusal) {
      switch name {
      case .rPr: try read(&properties)
      case .t, .delText:
        let keepsSpace = tree.keepsSpace
        let bytes = try tree.text()
        let text = String(decoding: bytes, as: UTF8.self)
        add(keepsSpace ? text : Self.trimmed(text), properties)
      case .tab, .ptab: add("\t", properties)
      case .br:
        if try tree.attribute(.type) == "page" { nextBeginsPage = true }
        add("\n", properties)
      case .cr: add("\n", properties)
      case .noBreakHyphen: add("-", properties)
      case .sym: try readSymbol(properties)
      case .fieldCharacter: try readFieldCharacter(properties)
      case .ruby:
        // The reading above a character is none of the text (17.3.3.25).
        try tree.children { (name) throws(Refusal) in if name == .rubyBase { try tree.children(inline) } }
      case .alternateContent: try readAlternatives(piece)
      case .drawing, .pict, .object: try readTextBoxes()
      default: break
      }
    }
    try tree.children(piece)
  }

  private func read(_ properties: inout RunProperties) throws(Refusal) {
    var result = properties
    try tree.children { (name) throws(Refusal) in
      switch name {
      case .strike, .dstrike: if try isOn() { result.isStruckOut = true }
      case .vanish: result.isHidden = try isOn()
      case .vertAlign: result.isRaised = try tree.attribute(.val) == "superscript"
      case .rFonts:
        let ascii = try tree.attribute(.ascii) ?? ""
        result.fonts = (ascii, try tree.attribute(.hAnsi) ?? ascii)
      default: break
      }
    }
    properties = result
  }

  /// Adds what a run says to the paragraph, or to what is left out of it.
  private func add(_ text: String, _ properties: RunProperties) {
    if fields.contains(false) { return }
    if deletions > 0 { return paragraph.leaveOut(text, as: .deleted) }
    switch control {
    case .placeholder: return paragraph.leaveOut(text, as: .placeholder)
    case .checkBox(let isTicked, let isShown):
      if !isShown { paragraph.append(isTicked ? WordSymbol.ticked : WordSymbol.unticked) }
      return control = .checkBox(isTicked: isTicked, isShown: true)
    case .none: break
    }
    if properties.isHidden { return paragraph.leaveOut(text, as: .hidden) }
    if properties.isStruckOut { return paragraph.leaveOut(text, as: .struckOut) }
    if properties.isRaised { return paragraph.append(raised: text) }
    guard WordSymbol.isFont(properties.fonts.ascii) || WordSymbol.isFont(properties.fonts.other) else {
      return paragraph.append(text)
    }
    for scalar in text.unicodeScalars {
      let font = scalar.value < 0x80 ? properties.fonts.ascii : properties.fonts.other
      add(scalar, font: font)
    }
  }

  private func add(_ scalar: Unicode.Scalar, font: String) {
    let isOfFont = scalar.value >= 0x20 && scalar.value < 0x100 || (0xF020...0xF0FF).contains(scalar.value)
    if !isOfFont || !WordSymbol.isFont(font) {
      paragraph.append(String(scalar))
    } else if let shown = WordSymbol.shown(scalar, font: font) {
      paragraph.append(shown)
    } else {
      paragraph.append(unknownSymbol: scalar, font: font)
    }
  }

  /// `sym`: a character by its number in a font (17.3.3.30).
  private func readSymbol(_ properties: RunProperties) throws(Refusal) {
    let font = try tree.attribute(.font) ?? ""
    guard let scalar = UInt32(try tree.attribute(.char) ?? "", radix: 16).flatMap({ Unicode.Scalar($0) }),
      scalar.value >= 0x20
    else { return }
    var properties = properties
    properties.fonts = (font, font)
    add(String(scalar), properties)
  }

  /// `fldChar`: where a field begins, its result follows, or it ends (17.16.18); the check boxes and lists of older forms are in it.
  private func readFieldCharacter(_ properties: RunProperties) throws(Refusal) {
    switch try tree.attribute(.fieldCharacterType) {
    case "separate": if !fields.isEmpty { fields[fields.count - 1] = true }
    case "end": _ = fields.popLast()
    default:
      let shown = try readFormField()
      if let shown { add(shown, properties) }
      fields.append(false)
    }
  }

  /// What a check box or a drop-down list of a form shows (17.16.7, 17.16.9); nil of every other field.
  private func readFormField() throws(Refusal) -> String? {
    var shown: String?
    try tree.children { (name) throws(Refusal) in
      guard name == .ffData else { return }
      try tree.children { (name) throws(Refusal) in
        switch name {
        case .checkBox:
          var states: (byDefault: Bool, now: Bool?) = (false, nil)
          try tree.children { (name) throws(Refusal) in
            if name == .byDefault { states.byDefault = try isOn() }
            if name == .checked { states.now = try isOn() }
          }
          shown = states.now ?? states.byDefault ? WordSymbol.ticked : WordSymbol.unticked
        case .ddList:
          var entries: [String] = []
          var chosen: (byDefault: Int?, now: Int?) = (nil, nil)
          try tree.children { (name) throws(Refusal) in
            let value = try tree.attribute(.val) ?? ""
            if name == .byDefault { chosen.byDefault = Int(value) }
            if name == .result { chosen.now = Int(value) }
            if name == .listEntry, entries.count < 100 { entries.append(value) }
          }
          let index = chosen.now ?? chosen.byDefault ?? 0
          if entries.indices.contains(index) { shown = entries[index] }
        default: break
        }
      }
    }
    return shown
  }

  /// The texts of the boxes within a drawing, which stand nowhere in the table.
  private func readTextBoxes() throws(Refusal) {
    func inside(_ name: XMLName) throws(Refusal) {
      switch name {
      case .textBoxContent:
        let outer = paragraph
        let blocks = try flow()
        paragraph = outer
        let text = blocks.cellText
        try count(text.utf8.count)
        paragraph.add(textBox: text)
      case .alternateContent: try readAlternatives(inside)
      default: try tree.children(inside)
      }
    }
    try tree.children(inside)
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace: (Character) -> Bool = { [" ", "\n", "\t", "\r", "\r\n"].contains($0) }
    guard let first = text.firstIndex(where: { !isSpace($0) }), let last = text.lastIndex(where: { !isSpace($0) })
    else {
      return ""
    }
    return String(text[first...last])
  }
}

extension XMLName {
  static let document = XMLName("document")
  static let body = XMLName("body")
  static let p = XMLName("p")
  static let pPr = XMLName("pPr")
  static let pStyle = XMLName("pStyle")
  static let jc = XMLName("jc")
  static let outlineLvl = XMLName("outlineLvl")
  static let pageBreakBefore = XMLName("pageBreakBefore")
  static let sectPr = XMLName("sectPr")
  static let tbl = XMLName("tbl")
  static let tr = XMLName("tr")
  static let trPr = XMLName("trPr")
  static let gridBefore = XMLName("gridBefore")
  static let tc = XMLName("tc")
  static let tcPr = XMLName("tcPr")
  static let gridSpan = XMLName("gridSpan")
  static let vMerge = XMLName("vMerge")
  static let hMerge = XMLName("hMerge")
  static let cellDel = XMLName("cellDel")
  static let val = XMLName("val")
  static let del = XMLName("del")
  static let ins = XMLName("ins")
  static let moveFrom = XMLName("moveFrom")
  static let moveTo = XMLName("moveTo")
  static let customXML = XMLName("customXml")
  static let smartTag = XMLName("smartTag")
  static let sdt = XMLName("sdt")
  static let sdtPr = XMLName("sdtPr")
  static let sdtContent = XMLName("sdtContent")
  static let showingPlaceholder = XMLName("showingPlcHdr")
  static let checkbox = XMLName("checkbox")
  static let checked = XMLName("checked")
  static let requires = XMLName("Requires")
  static let rPr = XMLName("rPr")
  static let rFonts = XMLName("rFonts")
  static let ascii = XMLName("ascii")
  static let hAnsi = XMLName("hAnsi")
  static let strike = XMLName("strike")
  static let dstrike = XMLName("dstrike")
  static let vanish = XMLName("vanish")
  static let vertAlign = XMLName("vertAlign")
  static let delText = XMLName("delText")
  static let tab = XMLName("tab")
  static let ptab = XMLName("ptab")
  static let br = XMLName("br")
  static let cr = XMLName("cr")
  static let type = XMLName("type")
  static let noBreakHyphen = XMLName("noBreakHyphen")
  static let sym = XMLName("sym")
  static let char = XMLName("char")
  static let ruby = XMLName("ruby")
  static let rubyBase = XMLName("rubyBase")
  static let drawing = XMLName("drawing")
  static let pict = XMLName("pict")
  static let object = XMLName("object")
  static let textBoxContent = XMLName("txbxContent")
  static let fieldCharacter = XMLName("fldChar")
  static let fieldCharacterType = XMLName("fldCharType")
  static let ffData = XMLName("ffData")
  static let checkBox = XMLName("checkBox")
  static let ddList = XMLName("ddList")
  static let byDefault = XMLName("default")
  static let result = XMLName("result")
  static let listEntry = XMLName("listEntry")
}
