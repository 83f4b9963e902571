import Findings

/// The comments of a sheet: their words (ECMA-376 part 1, 18.7.6), and the boxes that they show in, which are still drawn in VML (part 4, 14).
enum CommentParts {
  /// Pixels of a box.
  static let width = 300
  /// Pixels between the cell and the box.
  private static let gap = (x: 15, y: 10)
  /// Pixels of a column and of a row whose measures are not set.
  private static let defaultColumn = 64
  private static let defaultRow = 20

  /// `xl/comments1.xml`. Comments come in the order of their cells.
  static func comments(_ comments: [SheetContent.Comment]) -> XMLBytes {
    var authors: [String] = []
    for comment in comments where !authors.contains(comment.author) { authors.append(comment.author) }
    var xml = XMLBytes(capacity: 4096)
    xml.raw(XMLBytes.declaration)
    xml.raw("<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors>")
    for author in authors {
      xml.raw("<author>")
      xml.text(author)
      xml.raw("</author>")
    }
    xml.raw("</authors><commentList>")
    for comment in comments {
      xml.raw("<comment ref=\"")
      xml.reference(row: comment.cell.row, column: comment.cell.column)
      xml.raw("\" authorId=\"")
      xml.number(authors.firstIndex(of: comment.author) ?? 0)
      xml.raw("\"><text><r><rPr><sz val=\"9\"/><color indexed=\"81\"/><rFont val=\"宋体\"/><charset val=\"134\"/></rPr>")
      xml.item(comment.text)
      xml.raw("</r></text></comment>")
    }
    xml.raw("</commentList></comments>")
    return xml
  }

  /// `xl/drawings/vmlDrawing1.vml`.
  ///
  /// - Parameter number: Of the sheet, from 1: the numbers of its shapes begin at 1024 times that.
  static func boxes(of sheet: SheetContent, number: Int) -> XMLBytes {
    var xml = XMLBytes(capacity: 4096)
    xml.raw("<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"")
    xml.raw(" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\">")
    xml.plain("<o:idmap v:ext=\"edit\" data=\"\(number)\"/></o:shapelayout>")
    xml.raw("<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\"")
    xml.raw(" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>")
    xml.raw("<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>")
    for (index, comment) in sheet.comments.enumerated() {
      let cell = comment.cell
      let left = column(of: sheet, from: cell.column + 1, pixels: gap.x)
      let right = column(of: sheet, from: cell.column + 1, pixels: gap.x + width)
      let above = max(0, cell.row - 1)
      let top = row(of: sheet, from: above, pixels: gap.y)
      let bottom = row(of: sheet, from: above, pixels: gap.y + comment.height)
      xml.plain("<v:shape id=\"_x0000_s\(1024 * number + index + 1)\" type=\"#_x0000_t202\"")
      xml.plain(" style=\"position:absolute;width:\(points(width))pt;height:\(points(comment.height))pt;")
      xml.plain("z-index:\(index + 1);visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">")
      xml.raw("<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>")
      xml.raw("<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">")
      xml.raw("<div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\">")
      xml.raw("<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>")
      let anchor = [
        left.index, left.offset, top.index, top.offset, right.index, right.offset, bottom.index, bottom.offset,
      ]
      xml.plain(anchor.map { String($0) }.joined(separator: ", "))
      xml.plain("</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>\(cell.row)</x:Row>")
      xml.plain("<x:Column>\(cell.column)</x:Column></x:ClientData></v:shape>")
    }
    xml.raw("</xml>")
    return xml
  }

  private static func points(_ pixels: Int) -> String {
    pixels % 4 == 0 ? String(pixels * 3 / 4) : String(Double(pixels) * 0.75)
  }

  /// The column and the pixel in it that lies so many pixels behind the left edge of a column.
  private static func column(of sheet: SheetContent, from first: Int, pixels: Int) -> (index: Int, offset: Int) {
    place(from: first, pixels: pixels) { column in
      sheet.widths[column].map { Int(($0 * PageGeometry.digit).rounded()) } ?? defaultColumn
    }
  }

  private static func row(of sheet: SheetContent, from first: Int, pixels: Int) -> (index: Int, offset: Int) {
    place(from: first, pixels: pixels) { row in
      let height = sheet.rows.indices.contains(row) ? sheet.rows[row].height : nil
      return height.map { Int(($0 / 0.75).rounded()) } ?? defaultRow
    }
  }

  private static func place(
    from first: Int, pixels: Int, size: (Int) -> Int
  ) -> (index: Int, offset: Int) {
    var index = first
    var rest = pixels
    while case let size = size(index), rest >= size, size > 0 {
      rest -= size
      index += 1
    }
    return (index, rest)
  }
}
