import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A small XML document as a tree, for tests.
final class XMLTree {
  let name: String
  let attributes: [String: String]
  fileprivate(set) var children: [XMLTree] = []
  fileprivate(set) var text = ""

  fileprivate init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  func value(_ attribute: String) -> String? { attributes[attribute] }

  func elements(forName name: String) -> [XMLTree] { children.filter { $0.name == name } }

  /// The root element; nil where the document is not well-formed.
  convenience init?(_ bytes: [UInt8]) {
    let builder = TreeBuilder()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = builder
    guard parser.parse(), parser.parserError == nil, builder.isBalanced, let root = builder.root else { return nil }
    self.init(name: root.name, attributes: root.attributes)
    children = root.children
    text = root.text
  }
}

private final class TreeBuilder: NSObject, XMLParserDelegate {
  var root: XMLTree?
  private var open: [XMLTree] = []
  private var sawMismatch = false
  /// Whether every element that began ended; the parser itself mends what it can.
  var isBalanced: Bool { open.isEmpty && !sawMismatch }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let element = XMLTree(name: name, attributes: attributes)
    open.last?.children.append(element)
    if root == nil { root = element }
    open.append(element)
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if open.popLast()?.name != name { sawMismatch = true }
  }

  func parser(_ parser: XMLParser, foundCharacters words: String) { open.last?.text += words }
}
