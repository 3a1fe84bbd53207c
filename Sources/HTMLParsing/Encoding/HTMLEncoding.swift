/// The encodings pages are read in.
public enum HTMLEncoding: String, CaseIterable, Sendable {
  /// Unicode in bytes.
  case utf8 = "utf-8"
  /// Unicode in pairs of bytes, the low one first.
  case utf16LittleEndian = "utf-16le"
  /// Unicode in pairs of bytes, the high one first.
  case utf16BigEndian = "utf-16be"
  /// Cyrillic, DOS.
  case ibm866
  /// Central European.
  case iso8859x2 = "iso-8859-2"
  /// South European.
  case iso8859x3 = "iso-8859-3"
  /// North European.
  case iso8859x4 = "iso-8859-4"
  /// Cyrillic.
  case iso8859x5 = "iso-8859-5"
  /// Arabic.
  case iso8859x6 = "iso-8859-6"
  /// Greek.
  case iso8859x7 = "iso-8859-7"
  /// Hebrew.
  case iso8859x8 = "iso-8859-8"
  /// Nordic.
  case iso8859x10 = "iso-8859-10"
  /// Baltic.
  case iso8859x13 = "iso-8859-13"
  /// Celtic.
  case iso8859x14 = "iso-8859-14"
  /// Western European with the euro.
  case iso8859x15 = "iso-8859-15"
  /// South-eastern European.
  case iso8859x16 = "iso-8859-16"
  /// Russian.
  case koi8r = "koi8-r"
  /// Ukrainian.
  case koi8u = "koi8-u"
  /// Western European, Macintosh.
  case macintosh
  /// Cyrillic, Macintosh.
  case macCyrillic = "x-mac-cyrillic"
  /// Thai.
  case windows874 = "windows-874"
  /// Central European.
  case windows1250 = "windows-1250"
  /// Cyrillic.
  case windows1251 = "windows-1251"
  /// Western European; what `iso-8859-1` and `us-ascii` mean on the web.
  case windows1252 = "windows-1252"
  /// Greek.
  case windows1253 = "windows-1253"
  /// Turkish.
  case windows1254 = "windows-1254"
  /// Hebrew.
  case windows1255 = "windows-1255"
  /// Arabic.
  case windows1256 = "windows-1256"
  /// Baltic.
  case windows1257 = "windows-1257"
  /// Vietnamese.
  case windows1258 = "windows-1258"
  /// Simplified Chinese; `gb2312` means it on the web.
  case gbk
  /// Simplified Chinese, all of Unicode.
  case gb18030
  /// Traditional Chinese, with Hong Kong's additions.
  case big5
  /// Japanese, Unix.
  case eucJP = "euc-jp"
  /// Japanese, mail.
  case iso2022JP = "iso-2022-jp"
  /// Japanese, Windows.
  case shiftJIS = "shift_jis"
  /// Korean.
  case eucKR = "euc-kr"

  /// The encoding a label stands for, in any case, white space around it ignored.
  ///
  /// The labels of the Encoding standard, 4.2; nil for unknown ones.
  public init?(label: String) {
    var bytes = Array(label.utf8.map(\.lowercased))
    while let last = bytes.last, last.isSpace { bytes.removeLast() }
    let name = String(decoding: bytes.drop { $0.isSpace }, as: UTF8.self)
    // Nearly all pages say so; for the rest tables are built that cost a tenth of a small page.
    if name == "utf-8" {
      self = .utf8
      return
    }
    guard let encoding = HTMLEncoding(rawValue: name) ?? EncodingLabels.encoding(for: name) else {
      return nil
    }
    self = encoding
  }

  /// What the C library calls an encoding of several bytes a character; nil for all others.
  ///
  /// The superset of Windows where the standard's own index is one.
  var systemName: StaticString? {
    switch self {
    case .gbk, .gb18030: "GB18030"
    case .big5: "BIG5-HKSCS"
    case .eucJP: "EUC-JP-MS"
    case .iso2022JP: "ISO-2022-JP-3"
    case .shiftJIS: "WINDOWS-31J"
    case .eucKR: "CP949"
    default: nil
    }
  }

  /// What bytes from 0x80 mean, in four hexadecimal digits each; nil for Unicode and for encodings
  /// of several bytes a character.
  var table: StaticString? {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    case .gbk, .gb18030, .big5, .eucJP, .iso2022JP, .shiftJIS, .eucKR: nil
    case .ibm866: SingleByteTable.ibm866
    case .iso8859x2: SingleByteTable.iso8859x2
    case .iso8859x3: SingleByteTable.iso8859x3
    case .iso8859x4: SingleByteTable.iso8859x4
    case .iso8859x5: SingleByteTable.iso8859x5
    case .iso8859x6: SingleByteTable.iso8859x6
    case .iso8859x7: SingleByteTable.iso8859x7
    case .iso8859x8: SingleByteTable.iso8859x8
    case .iso8859x10: SingleByteTable.iso8859x10
    case .iso8859x13: SingleByteTable.iso8859x13
    case .iso8859x14: SingleByteTable.iso8859x14
    case .iso8859x15: SingleByteTable.iso8859x15
    case .iso8859x16: SingleByteTable.iso8859x16
    case .koi8r: SingleByteTable.koi8r
    case .koi8u: SingleByteTable.koi8u
    case .macintosh: SingleByteTable.macintosh
    case .macCyrillic: SingleByteTable.macCyrillic
    case .windows874: SingleByteTable.windows874
    case .windows1250: SingleByteTable.windows1250
    case .windows1251: SingleByteTable.windows1251
    case .windows1252: SingleByteTable.windows1252
    case .windows1253: SingleByteTable.windows1253
    case .windows1254: SingleByteTable.windows1254
    case .windows1255: SingleByteTable.windows1255
    case .windows1256: SingleByteTable.windows1256
    case .windows1257: SingleByteTable.windows1257
    case .windows1258: SingleByteTable.windows1258
    }
  }
}
