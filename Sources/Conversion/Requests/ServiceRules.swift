import Findings

/// Why the page in the browser, or its interface for programs, does not do what it was asked.
///
/// The page stands above the list of all rules, so that its words stand here, with the requests that it makes.
extension Rule {
  static let serviceRules = [
    serviceHost, serviceOrigin, serviceToken, serviceNoSession, serviceTooManySessions, serviceNotFound,
    serviceMethod, serviceBadRequest, serviceMediaType, serviceNotAcceptable, serviceRequestTooLarge, serviceTooSlow,
    serviceSessionFull, serviceNoRoom, serviceTooManyFiles, serviceTooManyForms, serviceNothingToTake, serviceFault,
    serviceStarted, serviceTokenFile,
  ]

  package static let serviceHost = Rule(
    "service.host", .error,
    zh: .init("本服务不叫“{found}”。", advice: "请使用启动时显示的地址，或请管理员用 --host-name 添加这个名称。"),
    en: .init(
      "This server is not called “{found}”.",
      advice: "Use the address that was shown at its start, or have the name added by --host-name."))

  package static let serviceOrigin = Rule(
    "service.origin", .error,
    zh: .init("请求来自别的网站，已拒绝。", advice: "请直接打开本页面。"),
    en: .init("The request comes from another site.", advice: "Open this page itself."))

  package static let serviceToken = Rule(
    "service.token", .error,
    zh: .init("需要口令。", advice: "请输入启动本服务的人提供的口令，或打开他给的链接。"),
    en: .init("A token is needed.", advice: "Enter the token, or open the link, of the person who started this server.")
  )

  package static let serviceNoSession = Rule(
    "service.no-session", .error,
    zh: .init("会话已结束，文件已删除。", advice: "请重新加入文件。"),
    en: .init("The session has ended and its files are gone.", advice: "Add the files again."))

  package static let serviceTooManySessions = Rule(
    "service.too-many-sessions", .error,
    zh: .init("同时使用的人太多（上限 {limit}）。", advice: "请过几分钟再试。"),
    en: .init("Too many people use this server at once (at most {limit}).", advice: "Try again in some minutes."))

  package static let serviceNotFound = Rule(
    "service.not-found", .error,
    zh: .init("没有这个地址、文件或表。", advice: "请回到首页。"),
    en: .init("There is no such address, file or form.", advice: "Go back to the first page."))

  package static let serviceMethod = Rule(
    "service.method", .error,
    zh: .init("这个地址不接受 {found}。", advice: "可用：{expected}。"),
    en: .init("This address does not take {found}.", advice: "There are: {expected}."))

  package static let serviceBadRequest = Rule(
    "service.bad-request", .error,
    zh: .init("请求有误：{found}。", advice: "请按接口说明改正。"),
    en: .init("The request is wrong: {found}.", advice: "Correct it as /api/openapi.json says."))

  package static let serviceMediaType = Rule(
    "service.media-type", .error,
    zh: .init("请求的内容类型 {found} 不能用在这里。", advice: "可用：{expected}。"),
    en: .init("A request with content of type {found} is not taken here.", advice: "There are: {expected}."))

  package static let serviceNotAcceptable = Rule(
    "service.not-acceptable", .error,
    zh: .init("不能以 {found} 返回结果。", advice: "可用：{expected}。"),
    en: .init("There is no answer as {found}.", advice: "There are: {expected}."))

  package static let serviceRequestTooLarge = Rule(
    "service.request-too-large", .error,
    zh: .init("一次上传的内容超过 {megabytes} MB。", advice: "请分几次上传；很多或很大的文件请用命令 tracktable convert。"),
    en: .init(
      "More than {megabytes} MB were sent at once.",
      advice: "Send them in several pieces, or use the command tracktable convert."))

  package static let serviceTooSlow = Rule(
    "service.too-slow", .error,
    zh: .init("上传太慢，已中断。", advice: "请检查网络后再试。"),
    en: .init("The upload was too slow and was stopped.", advice: "Check the network and try again."))

  package static let serviceSessionFull = Rule(
    "service.session-full", .error,
    zh: .init("本页面上的文件合计超过 {megabytes} MB。", advice: "请先取走结果，清空后再继续。"),
    en: .init(
      "The files on this page are more than {megabytes} MB together.",
      advice: "Take the results away, clear the page, and go on."))

  package static let serviceNoRoom = Rule(
    "service.no-room", .error,
    zh: .init("本服务存放文件的空间已满。", advice: "请过几分钟再试，或请其他人取走结果后清空。"),
    en: .init(
      "The server has no more room for files.",
      advice: "Try again in some minutes, or have others take their results away and clear the page."))

  package static let serviceTooManyFiles = Rule(
    "service.too-many-files", .error,
    zh: .init("本页面上的文件超过 {limit} 个。", advice: "请先取走结果，清空后再继续；很多文件请用命令 tracktable convert。"),
    en: .init(
      "There are more than {limit} files on this page.",
      advice: "Take the results away, clear the page, and go on; for many files use the command tracktable convert."))

  package static let serviceTooManyForms = Rule(
    "service.too-many-forms", .error,
    zh: .init("文件里的表超过 {limit} 张，页面上放不下。", advice: "请用命令 tracktable convert 转换这个文件。"),
    en: .init(
      "The file has more than {limit} forms, too many for a page.",
      advice: "Convert it with the command tracktable convert."))

  package static let serviceNothingToTake = Rule(
    "service.nothing-to-take", .error,
    zh: .init("没有可以取走的结果。", advice: "请先加入读得出表的文件；核对件只包括有错误或警告的表。"),
    en: .init(
      "There is nothing to take away.",
      advice: "Add files with forms first; review copies are made of forms with errors or warnings only."))

  package static let serviceFault = Rule(
    "service.fault", .error,
    zh: .init("程序出错：{reason}。", advice: "请再试一次；如果还是这样，请把文件报告给程序的维护者。"),
    en: .init(
      "The program failed: {reason}.", advice: "Try again; if it goes on, report the file to the maintainers."))

  package static let serviceStarted = Rule(
    "service.started", .note,
    zh: .init("网页在 {address} ，结束请按 {keys}。"),
    en: .init("The page is at {address} ; {keys} ends it."))

  package static let serviceTokenFile = Rule(
    "service.token-file", .error,
    zh: .init("口令文件“{path}”的第一行不是 16 到 200 个字母、数字和符号。", advice: "请改正文件，或不用 --token-file。"),
    en: .init(
      "The first line of the token file “{path}” is not 16 to 200 visible ASCII characters.",
      advice: "Correct the file, or do without --token-file."))
}
