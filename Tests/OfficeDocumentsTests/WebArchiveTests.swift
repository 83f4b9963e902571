import Testing

@testable import OfficeDocuments

@Suite struct WebArchiveTests {
  private func page(_ text: String) -> String? {
    WebArchive.page(in: Array(text.replacing("\n", with: "\r\n").utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func thePartWithATableIsThePage() {
    let message = """
      MIME-Version: 1.0
      Content-Type: multipart/related;
      \tboundary="----=_Next"

      preamble
      ------=_Next
      Content-Type: text/html

      <html>frame</html>
      ------=_Next
      Content-Type: text/html
      Content-Transfer-Encoding: quoted-printable

      <table><tr><td>=E9=A1=B9=
      =E7=9B=AE a=3Db</td></tr></table>
      ------=_Next--
      """
    #expect(page(message)?.contains("<td>项目 a=b</td>") == true)
  }

  @Test func partsInBase64AndOfACharacterSet() {
    let message = """
      MIME-Version: 1.0
      Content-Type: multipart/related; boundary=b

      --b
      Content-Type: text/html; charset="gb2312"
      Content-Transfer-Encoding: base64

      PHRhYmxlPjE8L3Rh
      YmxlPg==
      --b--
      """
    #expect(page(message)?.hasSuffix("charset=gb2312\"><table>1</table>") == true)
  }

  @Test(arguments: [
    "", "MIME-Version: 1.0\n\n",
    "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--",
  ])
  func whatHasNoPageIsNone(_ text: String) {
    #expect(page(text) == nil)
  }
}
