extension HTMLEncoding {
  /// The encoding that pages in a language were usually in before UTF-8, as browsers set in that
  /// language assume (HTML, 13.2.3.3).
  ///
  /// `language` is a tag in lower case, such as `pt-br`; windows-1252 for unknown ones.
  init(usualIn language: String) {
    let primary = language.prefix { $0 != "-" && $0 != "_" }
    switch primary {
    case "ar", "fa": self = .windows1256
    case "ba", "be", "bg", "kk", "ky", "mk", "ru", "sah", "sr", "tg", "tt", "uk":
      self = .windows1251
    case "cs", "hr", "hu", "pl", "sk", "sl": self = .windows1250
    case "el": self = .iso8859x7
    case "et", "lt", "lv": self = .windows1257
    case "he": self = .windows1255
    case "ja": self = .shiftJIS
    case "ko": self = .eucKR
    case "ku", "tr": self = .windows1254
    case "th": self = .windows874
    case "vi": self = .windows1258
    case "zh":
      let isTraditional = ["zh-hant", "zh-tw", "zh-hk"].contains(where: language.hasPrefix)
      self = isTraditional ? .big5 : .gbk
    default: self = .windows1252
    }
  }
}
