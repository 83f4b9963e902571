import HTTPTypes
import Hummingbird

/// What every response says to the browser: nothing but what this server sends is loaded, run or framed, and nothing is kept.
enum ResponseHeaders {
  static let always: [(HTTPField.Name, String)] = [
    (.contentSecurityPolicy, policy),
    (.xContentTypeOptions, "nosniff"),
    (.cacheControl, "no-store"),
    (name("Referrer-Policy"), "no-referrer"),
    (name("X-Frame-Options"), "DENY"),
    (name("Cross-Origin-Opener-Policy"), "same-origin"),
    (name("Cross-Origin-Resource-Policy"), "same-origin"),
    (name("Permissions-Policy"), "camera=(), microphone=(), geolocation=()"),
  ]

  /// No inline script, no inline style, no other origin.
  static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

  static func add(to response: inout Response) {
    for (name, value) in always { response.headers[name] = value }
  }

  /// A download's name by RFC 6266: for old programs in ASCII, for all others by RFC 8187 in UTF-8.
  static func attachment(_ name: String) -> String {
    let plain = name.unicodeScalars.map { scalar in
      scalar.isASCII && scalar.value >= 32 && scalar.value != 127 && !"\"\\%/".unicodeScalars.contains(scalar)
        ? String(scalar) : "_"
    }.joined()
    return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded(name))"
  }

  private static func encoded(_ name: String) -> String {
    name.utf8.map { byte in
      let scalar = UnicodeScalar(byte)
      if scalar.isASCII, scalar.properties.isAlphabetic || (48...57).contains(byte) || "-._".utf8.contains(byte) {
        return String(scalar)
      }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }

  static func name(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .init(parsed: name) }
}

extension HTTPField.Name {
  /// For names that are constants and always right.
  fileprivate init(parsed name: String) { self = HTTPField.Name(name) ?? .server }
}
