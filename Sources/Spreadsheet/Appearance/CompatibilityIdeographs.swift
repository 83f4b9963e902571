/// The compatibility ideographs U+F900 to U+FAD9, which Korean and Japanese character sets brought along and PDF files hand on: the same characters under
/// another code (Unicode, canonical decomposition).
enum CompatibilityIdeographs {
  private static let first: UInt32 = 0xF900

  /// The unified ideograph; nil where there is none.
  static func unified(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let index = Int(scalar.value) - Int(first)
    guard table.indices.contains(index), table[index] != none else { return nil }
    return table[index]
  }

  /// What stands in the table where there is no character.
  private static let none: Unicode.Scalar = "〇"

  private static let table: [Unicode.Scalar] = {
    var scalars: [Unicode.Scalar] = []
    for line in lines { scalars += line.unicodeScalars }
    return scalars
  }()

  private static let lines = [
    "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞",
    "擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧",
    "怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐",
    "戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂",
    "燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘",
    "藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀〇〇塚〇晴〇〇凞猪益礼神祥福靖精羽〇",
    "蘒〇諸〇〇逸都〇〇〇飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐",
    "祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵𤋮舘〇〇並况全侀充冀勇勺喝啕喙嗢塚墳奄奔",
    "婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛",
    "練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎",
  ]
}
