import Findings

/// What the CSV and TSV reader has to say.
extension Rule {
  static let textRules: [Rule] = [
    textEncoding, textEncodingGuessed, textEncodingDoubtful, textInvalidBytes, textUnknownEncoding, textMojibake,
    textReplacementCharacter, textLossyCharacter, textNUL, textDelimiter, textDelimiterDoubtful, textOtherDelimiter,
    textAlignedColumns, textBackslashEscapes, textStrayQuote, textUnclosedQuote, textTextBehindQuote,
    textUndoubledQuote, textSpacesAroundQuotes, textUnevenRows, textMixedLineEnds, textGuardsRemoved, textRecordTooLong,
    textTooManyColumns, textReadTwice, textMore,
  ]

  package static let textEncoding = Rule(
    "text.encoding", .note,
    zh: .init("文件按 {encoding} 编码读取。"),
    en: .init("The file was read as {encoding}."))

  package static let textEncodingGuessed = Rule(
    "text.encoding-guessed", .note,
    zh: .init("文件没有编码标记，也不是 UTF-8，按 {encoding} 编码读取。", advice: "如果文字不对，请用 --encoding 指定编码。"),
    en: .init(
      "The file has no byte order mark and is not UTF-8; it was read as {encoding}.",
      advice: "If the text looks wrong, name the encoding with --encoding."))

  package static let textEncodingDoubtful = Rule(
    "text.encoding-doubtful", .warning,
    zh: .init("按 {encoding} 编码读出的文字几乎都是生僻字，编码多半不对。", advice: "请用 --encoding 指定编码，例如 ISO-8859-1 或 BIG5。"),
    en: .init(
      "Read as {encoding}, the text has hardly anything but rare characters: it is probably in another encoding.",
      advice: "Name the encoding with --encoding, such as ISO-8859-1 or BIG5."))

  package static let textInvalidBytes = Rule(
    "text.invalid-bytes", .error,
    zh: .init(
      "第 {line} 行第 {column} 个字符处（文件第 {offset} 字节之后）的字节 {found} 不是有效的 {expected} 编码。",
      advice: "请用原程序重新导出；如果确知编码，请用 --encoding 指定。"),
    en: .init(
      "Line {line}, character {column} (byte offset {offset}): the bytes {found} are not valid {expected}.",
      advice: "Export the file again, or name its encoding with --encoding if you know it."))

  package static let textUnknownEncoding = Rule(
    "text.unknown-encoding", .error,
    zh: .init("不认识的编码名称“{encoding}”。", advice: "常用的有 UTF-8、GB18030、UTF-16LE、BIG5。"),
    en: .init(
      "There is no encoding called “{encoding}”.", advice: "Usual ones are UTF-8, GB18030, UTF-16LE and BIG5."))

  package static let textMojibake = Rule(
    "text.mojibake", .error,
    zh: .init(
      "文字是乱码：UTF-8 内容曾被当作 GBK 打开并保存，例如“{found}”应为“{expected}”。",
      advice: "请用原程序重新导出；在这份文件上另存无法恢复全部文字。"),
    en: .init(
      "The text is garbled: it was UTF-8, opened and saved as GBK; “{found}” should be “{expected}”.",
      advice: "Export the file again; saving this copy cannot bring all of the text back."))

  package static let textReplacementCharacter = Rule(
    "text.replacement-character", .warning,
    zh: .init("“{found}”中有替换符（�），原来的文字在此前的转换中已经丢失。", advice: "请对照原件补全。"),
    en: .init(
      "“{found}” has a replacement character (�): text was lost in an earlier conversion.",
      advice: "Complete it from the original."))

  package static let textLossyCharacter = Rule(
    "text.lossy-character", .warning,
    zh: .init("“{found}”以问号开头，原来的符号（如 ≥、≤）可能在转换编码时丢失。", advice: "请对照原件核对。"),
    en: .init(
      "“{found}” begins with a question mark: a sign such as ≥ or ≤ was probably lost in a conversion.",
      advice: "Compare it with the original."))

  package static let textNUL = Rule(
    "text.nul", .warning,
    zh: .init("单元格中有 {count} 个空字符（NUL），已去掉。", advice: "请检查导出这个文件的程序。"),
    en: .init("The cell has {count} NUL characters, which were removed.", advice: "Check the exporting program."))

  package static let textDelimiter = Rule(
    "text.delimiter", .note,
    zh: .init("各列之间用{delimiter}分隔。"),
    en: .init("Delimiter between the fields: {delimiter}."))

  package static let textDelimiterDoubtful = Rule(
    "text.delimiter-doubtful", .warning,
    zh: .init("{delimiter}和{other}都像是各列之间的分隔符，按前者分列。", advice: "如果列不对，请另存为 .xlsx 或用逗号分隔。"),
    en: .init(
      "The delimiter between the fields could be {delimiter} or {other}; the first was taken.",
      advice: "If the columns are wrong, save the file as .xlsx or separate it by commas."))

  package static let textOtherDelimiter = Rule(
    "text.other-delimiter", .error,
    zh: .init(
      "第 {line} 行至第 {last} 行用{delimiter}分列，与文件其余部分不同，没有分开。", advice: "请把这几行另存为单独的文件。"),
    en: .init(
      "Lines {line} to {last} have another delimiter ({delimiter}) than the rest of the file; they were not split.",
      advice: "Save these lines as a file of their own."))

  package static let textAlignedColumns = Rule(
    "text.aligned-columns", .error,
    zh: .init("文件的列是用空格对齐的，没有分隔符，分不出单元格。", advice: "请从原程序导出为 .xlsx 或以逗号、Tab 分隔的文件。"),
    en: .init(
      "The columns of the file are aligned by spaces; there is no delimiter to tell cells by.",
      advice: "Export it as .xlsx, or separated by commas or tabs."))

  package static let textBackslashEscapes = Rule(
    "text.backslash-escapes", .note,
    zh: .init("文件在引号等符号前加了反斜杠（\\），读取时已去掉。"),
    en: .init("The file has backslashes (\\) in front of quotation marks and the like; they were removed."))

  package static let textStrayQuote = Rule(
    "text.stray-quote", .note,
    zh: .init("第 {line} 行第 {column} 个字符：单元格内容的中间有引号，按原样保留。"),
    en: .init("Line {line}, character {column}: a quotation mark inside an unquoted field was kept as it is."))

  package static let textUnclosedQuote = Rule(
    "text.unclosed-quote", .warning,
    zh: .init("第 {line} 行第 {column} 个字符：引号没有配对，按普通文字读取。", advice: "请检查这一行的分列是否正确。"),
    en: .init(
      "Line {line}, character {column}: the quotation mark is never closed and was read as text.",
      advice: "Check that this line's columns are right."))

  package static let textTextBehindQuote = Rule(
    "text.text-behind-quote", .note,
    zh: .init("第 {line} 行第 {column} 个字符：后引号之后还有文字，整个单元格按原样保留。"),
    en: .init("Line {line}, character {column}: text follows the closing quotation mark; the field was kept as it is."))

  package static let textUndoubledQuote = Rule(
    "text.undoubled-quote", .warning,
    zh: .init("第 {line} 行第 {column} 个字符：引号里面的引号没有写成两个，按文字保留。", advice: "请检查这一行的分列是否正确。"),
    en: .init(
      "Line {line}, character {column}: a quotation mark inside a quoted field is not doubled and was kept as text.",
      advice: "Check that this line's columns are right."))

  package static let textSpacesAroundQuotes = Rule(
    "text.spaces-around-quotes", .note,
    zh: .init("第 {line} 行第 {column} 个字符：引号外有空格，已去掉。"),
    en: .init("Line {line}, character {column}: spaces outside of the quotation marks were dropped."))

  package static let textUnevenRows = Rule(
    "text.uneven-rows", .note,
    zh: .init("{count} 行的列数不是多数行的 {expected} 列，最先是第 {line} 行（{found} 列）。"),
    en: .init(
      "Most rows have {expected} fields; {count} have another number, the first on line {line} ({found} fields)."))

  package static let textMixedLineEnds = Rule(
    "text.mixed-line-ends", .note,
    zh: .init("文件混用了几种换行符，都按换行读取。"),
    en: .init("The file ends its lines in several ways; all were read as line ends."))

  package static let textGuardsRemoved = Rule(
    "text.guards-removed", .note,
    zh: .init("有 {count} 个单元格带有防止被当作公式的写法（前面的 ' 或 =\"…\"），读取时已去掉，最先是“{found}”。"),
    en: .init(
      "Marks that keep a text from being taken for a formula (' or =\"…\") were removed from {count} cells, the first “{found}”."
    ))

  package static let textRecordTooLong = Rule(
    "text.record-too-long", .error,
    zh: .init("第 {line} 行开始的一行表格内容超过 {limit} 字节，正常的表格没有这么长；这个上限不能放宽。", advice: "请检查换行和引号；这可能不是表格文件。"),
    en: .init(
      "The record that begins on line {line} is longer than {limit} bytes, longer than any in a table; this limit cannot be raised.",
      advice: "Check line ends and quotation marks; the file may not be a table."))

  package static let textTooManyColumns = Rule(
    "text.too-many-columns", .error,
    zh: .init("第 {line} 行有 {found} 列，超过电子表格的 {limit} 列；这个上限不能放宽。", advice: "请检查分隔符；这可能不是表格文件。"),
    en: .init(
      "Line {line} has {found} fields, more than the {limit} columns of a spreadsheet; this limit cannot be raised.",
      advice: "Check the delimiter; the file may not be a table."))

  package static let textReadTwice = Rule(
    "text.read-twice", .error,
    zh: .init("从管道输入的内容太大，不能读第二遍。", advice: "请先存成文件再处理。"),
    en: .init("The piped input is too large to be read a second time.", advice: "Store it in a file first."))

  package static let textMore = Rule(
    "text.more", .note,
    zh: .init("同类问题（{rule}）还有 {count} 处，未逐一列出。"),
    en: .init("There are {count} more findings of the rule {rule}."))
}
