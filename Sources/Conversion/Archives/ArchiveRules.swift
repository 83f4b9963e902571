import Findings

/// What can be wrong with an archive that stands in the place of a folder.
extension Rule {
  static let archiveRules: [Rule] = [
    archiveNested, archivePathOutside, archiveDuplicate, archiveOtherName, archiveOfMany, archiveFailed,
    archiveProgramMissing,
  ]

  package static let archiveNested = Rule(
    "file.archive-nested", .error,
    zh: .init("压缩包里的压缩包中还有压缩包，没有再往里读；这个上限不能放宽。", advice: "请先解压里面的压缩包。"),
    en: .init(
      "An archive in an archive in an archive is not read; this limit cannot be raised.", advice: "Unpack it first."))

  package static let archivePathOutside = Rule(
    "file.archive-path", .error,
    zh: .init("压缩包内文件的路径指向压缩包之外，为安全起见没有读取。", advice: "请核实压缩包的来源，解压后检查。"),
    en: .init(
      "The path of this file in the archive leads out of it; it was not read.", advice: "Find out who made the archive."
    ))

  package static let archiveDuplicate = Rule(
    "file.archive-duplicate", .error,
    zh: .init("压缩包里有几个同名文件，分不清以哪个为准，都没有读取。", advice: "请解压后改名。"),
    en: .init("The archive has several files of this name; none was read.", advice: "Unpack and rename them."))

  package static let archiveOtherName = Rule(
    "file.archive-name", .note,
    zh: .init("文件其实是压缩包，扩展名不符；已读取其中的 {count} 个文件。"),
    en: .init("The file is an archive, whatever its extension; the {count} files in it were read."))

  package static let archiveOfMany = Rule(
    "file.archive-many", .error,
    zh: .init("压缩包里有 {count} 个文件，请写明读哪一个，例如“{found}”。", advice: "用 convert 或 check 可以一次读取全部。"),
    en: .init(
      "The archive has {count} files; name one of them, such as “{found}”.",
      advice: "The commands convert and check read all of them."))

  package static let archiveFailed = Rule(
    "file.archive-failed", .error,
    zh: .init("bsdtar 没能解开这个压缩包（{reason}）。", advice: "请用解压软件解开，再转换其中的文件；解不开的，请报送单位重新打包。"),
    en: .init(
      "bsdtar could not unpack the archive ({reason}).",
      advice: "Unpack it by other means and convert the files in it, or ask for it once more."))

  package static let archiveProgramMissing = Rule(
    "file.archive-program", .error,
    zh: .init("--bsdtar 指定的 {path} 不是可以执行的程序。", advice: "请写 bsdtar 的路径，或写 none。"),
    en: .init("--bsdtar names {path}, which is no program.", advice: "Name the path of bsdtar, or none."))
}
