/// The format codes that a file names by number only (ECMA-376 part 1, 18.8.30).
///
/// Where the standard leaves a number to the language of the program, it is what simplified Chinese Excel and WPS show.
enum BuiltInFormats {
  /// The code of this number; nil for General and for numbers that nothing is known of.
  static func code(_ id: Int) -> String? { codes[id] }

  private static let codes: [Int: String] = {
    var codes: [Int: String] = [
      1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
      5: ##""¥"#,##0;"¥"\-#,##0"##, 6: ##""¥"#,##0;[Red]"¥"\-#,##0"##,
      7: ##""¥"#,##0.00;"¥"\-#,##0.00"##, 8: ##""¥"#,##0.00;[Red]"¥"\-#,##0.00"##,
      9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
      14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
      21: "h:mm:ss", 22: "yyyy/m/d h:mm",
      37: #"#,##0;\-#,##0"#, 38: #"#,##0;[Red]\-#,##0"#, 39: #"#,##0.00;\-#,##0.00"#, 40: #"#,##0.00;[Red]\-#,##0.00"#,
      41: ##"_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"_ ;_ @_ "##,
      42: ##"_ "¥"* #,##0_ ;_ "¥"* \-#,##0_ ;_ "¥"* "-"_ ;_ @_ "##,
      43: ##"_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ "##,
      44: ##"_ "¥"* #,##0.00_ ;_ "¥"* \-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ "##,
      45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
      // Thai, but found in files of other languages too; 71 on are its dates.
      59: "0", 60: "0.00", 61: "#,##0", 62: "#,##0.00", 67: "0%", 68: "0.00%", 69: "# ?/?", 70: "# ??/??",
      71: "d/m/yyyy", 72: "d-mmm-yy", 73: "d-mmm", 74: "mmm-yy", 75: "h:mm", 76: "h:mm:ss", 77: "d/m/yyyy h:mm",
      78: "mm:ss", 79: "[h]:mm:ss", 80: "mm:ss.0", 81: "d/m/bb",
    ]
    let chinese: [(ids: [Int], code: String)] = [
      ([27, 36, 50, 52, 57], #"yyyy"年"m"月""#), ([28, 29, 51, 53, 54, 58], #"m"月"d"日""#), ([30], "m-d-yy"),
      ([31], #"yyyy"年"m"月"d"日""#), ([32], #"h"时"mm"分""#), ([33], #"h"时"mm"分"ss"秒""#),
      ([34, 55], #"上午/下午h"时"mm"分""#), ([35, 56], #"上午/下午h"时"mm"分"ss"秒""#),
    ]
    for entry in chinese { for id in entry.ids { codes[id] = entry.code } }
    return codes
  }()
}
