/// Reasons that come from below, from the operating system or a library, in Chinese. They arrive in English and are put into words here, like all
/// else that people read.
enum Reasons {
  /// - Returns: The reason in Chinese; of one that is not known, that it is none of them.
  static func inChinese(_ english: String) -> String {
    if let known = known[english] { return known }
    for (word, chinese) in [("signal ", "信号 "), ("exit ", "退出状态 "), ("errno ", "错误号 ")] where english.hasPrefix(word) {
      return chinese + english.dropFirst(word.count)
    }
    if english.hasSuffix(" s"), let seconds = Int(english.dropLast(2)) { return "超过 \(seconds) 秒" }
    if let prefix = english.split(separator: ":").first, let known = known[String(prefix)] { return known }
    return english.contains { $0.isASCII && $0.isLetter } ? "原因不明" : english
  }

  /// A delimiter in words where its characters show nothing, else in quotation marks.
  static func delimiter(_ name: String, in language: Language) -> String {
    switch name {
    case "Tab": language.pick("制表符（Tab）", "tab")
    case "Space": language.pick("空格", "space")
    case "Comma and Space": language.pick("逗号加空格", "comma and space")
    default: "“\(name)”"
    }
  }

  /// A reason in English: most arrive in words that say enough.
  static func inEnglish(_ reason: String) -> String {
    switch reason {
    case "nesting": "nested too deeply; this limit cannot be raised"
    case "line > 64 MiB": "a line of more than 64 MiB; this limit cannot be raised"
    default: reason
    }
  }

  /// Kinds of values of JSON and of a profile.
  static let kinds = [
    "string": "字符串（加引号）", "array": "数组", "object": "对象", "text": "文字", "key: value": "“名称: 内容”的形式",
  ]

  private static let known: [String: String] = [
    // The operating system (errno).
    "Permission denied": "没有权限", "Operation not permitted": "不允许此操作", "No such file or directory": "没有这个文件或文件夹",
    "Is a directory": "这是一个文件夹", "Not a directory": "路径中有一段不是文件夹", "File exists": "同名文件已存在",
    "No space left on device": "磁盘已满", "Disk quota exceeded": "磁盘配额已用完", "Read-only file system": "磁盘只能读取",
    "Input/output error": "磁盘读写出错", "File too large": "文件太大", "File name too long": "文件名太长",
    "Too many open files": "打开的文件太多", "Too many open files in system": "系统打开的文件太多",
    "Cannot allocate memory": "内存不足", "Resource temporarily unavailable": "系统资源暂时不足", "Broken pipe": "接收一方已关闭",
    "Bad file descriptor": "文件没有打开", "Invalid argument": "参数无效", "Device or resource busy": "文件或设备正被占用",
    "Text file busy": "文件正被占用", "Too many levels of symbolic links": "链接层数太多", "No such device or address": "没有这个设备",
    "Illegal seek": "不能在管道里移动位置", "Connection timed out": "连接超时", "Stale file handle": "网络文件已失效",
    "Interrupted system call": "操作被中断", "Operation not supported": "不支持此操作", "Function not implemented": "系统不支持此操作",
    "Invalid cross-device link": "不能跨磁盘移动", "Directory not empty": "文件夹不是空的", "No such process": "进程已结束",
    // ZIP packages (libzip).
    "Not a zip archive": "不是压缩包", "Zip archive inconsistent": "压缩包前后不一致", "CRC error": "内容校验不符",
    "Read error": "读取出错", "Premature end of file": "文件不完整", "Invalid compressed data": "压缩数据有错",
    "Zlib error": "解压出错", "Compressed data invalid": "压缩数据有错", "Malloc failure": "内存不足", "Seek error": "读取出错",
    "Possibly truncated or corrupted zip archive": "压缩包不完整或已损坏", "Multi-disk zip archives not supported": "分卷压缩包",
    "Compression method not supported": "压缩方法不支持", "Encryption method not supported": "加密方法不支持",
    "Entry has been deleted": "部件已删除", "Can't open file": "打不开文件", "No such file": "缺少部件",
    "Unexpected length of data": "数据长度不符", "Central directory count": "目录条数不符",
    // Archives of other kinds (libarchive).
    "Unrecognized archive format": "不是能识别的压缩包", "no list of files": "bsdtar 的输出无法识别", "Write error": "磁盘写入出错",
    "Damaged 7-Zip archive": "压缩包已损坏", "Truncated 7-Zip file body": "压缩包不完整", "Truncated RAR file data": "压缩包不完整",
    "File CRC incorrect": "内容校验不符", "Checksum error": "内容校验不符", "Bad RAR file": "压缩包已损坏",
    "Multi-disk archives not supported": "分卷压缩包，请先合并解压", "Unsupported compression method": "压缩方法不支持",
    // XML parts and JSON.
    "attributes": "属性写法有错", "cut off": "内容不完整", "end tag without its start": "结束标签没有对应的开始标签",
    "nesting": "嵌套层数太多；这个上限不能放宽",
    "not well-formed": "标签写法有错", "not UTF-8": "不是有效的 UTF-8 编码", "not UTF-16": "不是有效的 UTF-16 编码",
    "unexpected character": "出现了不该有的字符", "unexpected end": "内容不完整", "line > 64 MiB": "一行超过 64 MiB；这个上限不能放宽",
  ]
}
