/// The settings that LibreOffice is started with: a profile of its own, in which nothing is run, fetched or updated.
///
/// Names and values are those of LibreOffice's own registry (`officecfg`).
enum OfficeProfile {
  /// The file `user/registrymodifications.xcu` of the profile's folder.
  static var registry: String {
    let items = settings.map { path, name, value in
      "<item oor:path=\"/org.openoffice.\(path)\"><prop oor:name=\"\(name)\" oor:op=\"fuse\"><value>\(value)</value></prop></item>"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
      \(items.joined(separator: "\n"))
      </oor:items>

      """
  }

  private static let settings = [
    // No macro is run, signed or not.
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    // Nothing is loaded from elsewhere on behalf of a document.
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    // Links are never updated.
    ("Office.Calc/Content/Update", "Link", "2"), ("Office.Writer/Content/Update", "Link", "2"),
    // Formulas keep the results that they were saved with.
    ("Office.Calc/Formula/Load", "OOXMLRecalcMode", "1"), ("Office.Calc/Formula/Load", "ODFRecalcMode", "1"),
    // Whatever goes to the network goes to a port without a listener.
    ("Inet/Settings", "ooInetProxyType", "2"), ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"), ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"), ("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetFTPProxyPort", "9"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Jobs/Jobs/UpdateCheck/Arguments", "AutoCheckEnabled", "false"),
  ]
}
