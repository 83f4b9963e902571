import TrackingModel

/// A form with the cells of its fields as fields of a line: how it crosses the pipe to a store.
struct StorePiece {
  var form = TrackingForm()
  /// The printed paths of fields, each with the A1 addresses of the cells it was read from.
  var cells: [(field: String, cells: [String])] = []

  init() {}

  static func encoded(_ form: TrackingForm, _ sources: SourceMap) -> [UInt8] {
    var line = FieldLineWriter()
    line.add(form)
    let cells = sources.cells.filter { !$0.value.isEmpty }.map { (field: $0.key.description, cells: $0.value) }
    line.add(cells.count)
    // What a dictionary gives has another order each time.
    for (field, cells) in cells.sorted(by: { $0.field < $1.field }) {
      line.add(field)
      line.add(cells.count)
      for cell in cells { line.add(cell.a1) }
    }
    return line.bytes
  }

  init(encoded bytes: some Sequence<UInt8>) throws(FieldLineReader.Malformed) {
    var line = FieldLineReader(bytes)
    form = try line.form()
    for _ in 0..<(try line.count()) {
      let field = try line.text()
      var addresses: [String] = []
      for _ in 0..<(try line.count()) { addresses.append(try line.text()) }
      cells.append((field, addresses))
    }
  }
}
