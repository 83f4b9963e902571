import TrackingModel

/// A form set onto pages: the drawing, and the widths and text size that suit it.
struct PageComposition {
  private(set) var drawing: PageDrawing
  private var rows: PageRows
  private let layout: PageLayout
  let geometry: PageGeometry
  /// Points, of everything but the title.
  let textSize: Double

  init(
    on layout: PageLayout, indicators: Int, _ settings: PageSettings, textSize: Double, shares: [Double],
    leastHeight: @escaping (PageField) -> Double = { _ in 0 }, value: @escaping (PageField) -> PageValue
  ) {
    var settings = settings
    settings.textSize = textSize
    self.layout = layout
    self.textSize = textSize
    geometry = PageGeometry(settings, shares: shares)
    let title = settings.title
    rows = PageRows(
      of: layout, indicators: indicators, settings: settings, geometry: geometry, leastHeight: leastHeight,
      value: { field in
        if let title, case .value(let number) = field, number == layout.title { return PageValue(title) }
        return value(field)
      })
    drawing = PageDrawing(rows, on: layout, pageHeight: geometry.height)
  }

  private static let mostPagesSetAnew = 500

  /// The composition that needs the fewest pages, and of those the least height.
  ///
  /// Long texts of the page's flexible field, the reasons, get a wider column at the cost of another, the names; a form a little too long for one
  /// page gets lower rows, down to what their texts need, and then is set up to one point smaller.
  static func best(for form: TrackingForm, _ settings: PageSettings) -> PageComposition {
    let layout = PageLayout.of(form.definition)
    let values = PageValues(of: form, on: layout)
    func compose(_ shares: [Double], _ textSize: Double) -> PageComposition {
      PageComposition(
        on: layout, indicators: form.indicators.count, settings, textSize: textSize, shares: shares,
        value: { values[$0] })
    }
    var shares = layout.definition.page.shares
    var best = compose(shares, settings.textSize)
    // Of so long a form, another composition costs more than anybody gains by it.
    if best.drawing.pages > mostPagesSetAnew { return best }
    for candidate in layout.wider(for: form) {
      let composed = compose(candidate, settings.textSize)
      if composed.extent < best.extent {
        best = composed
        shares = candidate
      }
    }
    guard best.drawing.pages > 1, best.drawing.height < best.geometry.height * 1.5 else { return best }
    if best.fitsOnePageTightly { return best.tightened() }
    for smaller in [settings.textSize - 0.5, settings.textSize - 1] {
      let composed = compose(shares, smaller)
      if composed.drawing.pages == 1 { return composed }
      if composed.fitsOnePageTightly { return composed.tightened() }
    }
    return best
  }

  private var fitsOnePageTightly: Bool { rows.tightHeight <= geometry.height }

  /// The same with rows that are no higher than one page allows.
  private func tightened() -> PageComposition {
    var composition = self
    composition.rows = rows.tightened(to: geometry.height)
    composition.drawing = PageDrawing(composition.rows, on: layout, pageHeight: geometry.height)
    return composition
  }

  private var extent: (Int, Double) { (drawing.pages, drawing.height) }
}
