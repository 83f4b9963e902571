import Findings
import TrackingModel

/// The report as one self-contained page without scripts, to be read on screen and printed on A4.
///
/// Figures and units stand first, so what is said about files waits in a spool until they are known. Inputs without a finding are
/// only counted.
struct HTMLReport: ReportWriter {
  private let words: ReportWords
  private let settings: AppliedSettings
  private let write: ([UInt8]) throws -> Void
  private let files: Spool

  init(language: Language, settings: AppliedSettings, write: @escaping ([UInt8]) throws -> Void) throws(Refusal) {
    words = ReportWords(language: language)
    self.settings = settings
    self.write = write
    files = try Spool()
  }

  mutating func add(_ file: ReportedFile) throws {
    let counts = file.counts
    if counts.total == 0, file.outcome == .done { return }
    var html = "<section>\n<h2>\(escaped(file.file))"
    if file.outcome != .done { html += " <em>\(words.outcome(file.outcome))</em>" }
    html += "</h2>\n"
    if counts.total > 0 {
      html += "<p class=\"counts\">\(words.counts(counts))</p>\n<table class=\"findings\">\n"
      html +=
        "<thead><tr><th class=\"severity\">\(words.severity)</th><th class=\"place\">\(words.cell)</th>"
        + "<th>\(words.problem)</th><th>\(words.advice)</th></tr></thead>\n<tbody>\n"
      for finding in file.findings { html += row(finding) }
      try file.forms.forEach { form in
        if form.findings.isEmpty { return }
        let title = [form.project, form.implementingUnit].compactMap(\.self).joined(separator: " · ")
        if !title.isEmpty { html += "<tr class=\"form\"><th colspan=\"4\">\(escaped(title))</th></tr>\n" }
        for finding in form.findings { html += row(finding, of: form.definition) }
        try files.append(Array(html.utf8))
        html = ""
      }
      html += "</tbody>\n</table>\n"
    }
    try files.append(Array((html + "</section>\n").utf8))
  }

  mutating func finish(_ summary: ReportSummary) throws {
    let language = words.language == .chinese ? "zh-CN" : "en"
    var html = """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8"/>
      <meta name="generator" content="\(ReportMark.name)"/>
      <title>\(words.title)</title>
      <style>\n\(Self.style)</style>
      </head>
      <body>
      <h1>\(words.title)</h1>
      <p class="summary">\(escaped(words.summary(summary)))</p>\n
      """
    for line in words.settings(settings) { html += "<p class=\"settings\">\(escaped(line))</p>\n" }
    html += table(of: summary.units)
    try write(Array(html.utf8))
    try files.drain(into: write)
    try write(Array("</body>\n</html>\n".utf8))
  }

  private func row(_ finding: Finding, of definition: FormDefinition = .tracking) -> String {
    let spot = finding.place.spot(in: words.language)
    let field = finding.place.field.map { FieldName.text(of: $0, in: words.language, definition) } ?? ""
    let place = [spot, field].filter { !$0.isEmpty }.map(escaped).joined(separator: "<br/>")
    let advice = finding.advice(in: words.language).map(escaped) ?? ""
    return "<tr><td class=\"severity \(finding.severity.rawValue)\">\(words.severity(finding.severity))</td>"
      + "<td class=\"place\">\(place)</td><td>\(escaped(finding.message(in: words.language)))"
      + " <code>\(finding.rule.name)</code></td><td>\(advice)</td></tr>\n"
  }

  private func table(of units: [ReportSummary.Unit]) -> String {
    if units.isEmpty { return "" }
    let headings = [
      words.unit, words.department, words.forms, words.clean, words.severity(.error), words.severity(.warning),
      words.severity(.note), words.refused,
    ]
    var html = "<h2>\(words.byUnit)</h2>\n<table class=\"units\">\n<thead><tr>"
    html += headings.map { "<th>\($0)</th>" }.joined() + "</tr></thead>\n<tbody>\n"
    for unit in units {
      let numbers = [
        unit.forms, unit.clean, unit.counts.errors, unit.counts.warnings, unit.counts.notes, unit.refused,
      ]
      html += "<tr><td>\(escaped(unit.name ?? words.noUnit))</td><td>\(escaped(unit.department ?? ""))</td>"
      html += numbers.map { "<td class=\"number\">\($0)</td>" }.joined() + "</tr>\n"
    }
    return html + "</tbody>\n</table>\n"
  }

  /// Text for the inside of an element: the five characters of HTML escaped, control characters left out.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n": result += "<br/>"
      case "\t": result += " "
      default: if scalar.value >= 32, scalar.value != 127 { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  private static let style = """
    @page { size: A4; margin: 18mm 16mm 20mm; }
    body { font: 10.5pt/1.5 "Songti SC", SimSun, "Noto Serif CJK SC", serif; color: #222; max-width: 190mm; margin: 0 auto; padding: 6mm; }
    h1, h2, th, .severity, .summary { font-family: "Heiti SC", SimHei, "Noto Sans CJK SC", sans-serif; }
    h1 { font-size: 18pt; text-align: center; margin: 0 0 4mm; }
    h2 { font-size: 12pt; margin: 7mm 0 1mm; overflow-wrap: anywhere; break-after: avoid; }
    h2 em { color: #a40000; font-style: normal; }
    .summary { font-size: 11pt; }
    .settings, .counts { color: #555; margin: 1mm 0; break-after: avoid; }
    table { border-collapse: collapse; width: 100%; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    th, td { border: 0.5pt solid #888; padding: 1mm 1.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
    thead th { background: #eef1f5; font-weight: 600; }
    .findings { table-layout: fixed; }
    .form th { background: #f7f7f7; font-weight: 600; }
    th.severity, td.severity { width: 9mm; text-align: center; }
    th.place, td.place { width: 36mm; }
    .error { color: #a40000; background: #fdecea; font-weight: 600; }
    .warning { color: #7a4b00; background: #fff6dd; font-weight: 600; }
    .note { color: #1c4a72; background: #ebf3fa; }
    .number { text-align: right; }
    code { color: #777; font-size: 8pt; }
    @media print { body { padding: 0; max-width: none; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }

    """
}
