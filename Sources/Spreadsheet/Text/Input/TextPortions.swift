/// How much of a text file is looked at, or read, at once. Tests take little, so that short texts, too, come to the borders between.
struct TextPortions {
  /// Bytes at the beginning from which encoding and dialect are found.
  var sample = TextWorkbook.sampleLength
  /// Bytes read at once.
  var piece = 1 << 18
  /// Bytes from the first on that is not ASCII, which tell UTF-8 from GB 18030: a few words in the one can pass for the other.
  var evidence = 1 << 16
}
