import Findings

/// What the stream worker has to say of its stream.
extension Rule {
  static let pipeRules: [Rule] = [pipeTorn, pipeMalformed]

  package static let pipeTorn = Rule(
    "pipe.torn", .error,
    zh: .init("输入在一个文件的中间断了；断开之前的文件都已答复。", advice: "请检查送来文件的程序。"),
    en: .init(
      "The input ended within a file; all files before it were answered.",
      advice: "Check the program that sends the files."))

  package static let pipeMalformed = Rule(
    "pipe.malformed", .error,
    zh: .init("输入不合规程：文件名长 {count} 字节。", advice: "请按规程的第 1 版送文件，先是文件名的长度。"),
    en: .init(
      "The input does not follow the protocol: a file name of {count} bytes.",
      advice: "Send files as version 1 of the protocol says, the length of the name first."))
}
