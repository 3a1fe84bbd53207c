/// Attributes that pages are asked for.
extension HTMLName {
  /// The attribute `accept`.
  public static let accept = HTMLName(rawValue: firstAttribute + 0)
  /// The attribute `action`.
  public static let action = HTMLName(rawValue: firstAttribute + 1)
  /// The attribute `align`.
  public static let align = HTMLName(rawValue: firstAttribute + 2)
  /// The attribute `alt`.
  public static let alt = HTMLName(rawValue: firstAttribute + 3)
  /// The attribute `charset`.
  public static let charset = HTMLName(rawValue: firstAttribute + 4)
  /// The attribute `class`.
  public static let `class` = HTMLName(rawValue: firstAttribute + 5)
  /// The attribute `color`.
  public static let color = HTMLName(rawValue: firstAttribute + 6)
  /// The attribute `colspan`.
  public static let colspan = HTMLName(rawValue: firstAttribute + 7)
  /// The attribute `content`.
  public static let content = HTMLName(rawValue: firstAttribute + 8)
  /// The attribute `datetime`.
  public static let datetime = HTMLName(rawValue: firstAttribute + 9)
  /// The attribute `encoding`.
  public static let encoding = HTMLName(rawValue: firstAttribute + 10)
  /// The attribute `face`.
  public static let face = HTMLName(rawValue: firstAttribute + 11)
  /// The attribute `headers`.
  public static let headers = HTMLName(rawValue: firstAttribute + 12)
  /// The attribute `hidden`.
  public static let hidden = HTMLName(rawValue: firstAttribute + 13)
  /// The attribute `href`.
  public static let href = HTMLName(rawValue: firstAttribute + 14)
  /// The attribute `http-equiv`.
  public static let httpEquiv = HTMLName(rawValue: firstAttribute + 15)
  /// The attribute `id`.
  public static let id = HTMLName(rawValue: firstAttribute + 16)
  /// The attribute `itemprop`.
  public static let itemprop = HTMLName(rawValue: firstAttribute + 17)
  /// The attribute `itemtype`.
  public static let itemtype = HTMLName(rawValue: firstAttribute + 18)
  /// The attribute `loading`.
  public static let loading = HTMLName(rawValue: firstAttribute + 19)
  /// The attribute `name`.
  public static let name = HTMLName(rawValue: firstAttribute + 20)
  /// The attribute `open`.
  public static let open = HTMLName(rawValue: firstAttribute + 21)
  /// The attribute `prefix`.
  public static let prefix = HTMLName(rawValue: firstAttribute + 22)
  /// The attribute `property`.
  public static let property = HTMLName(rawValue: firstAttribute + 23)
  /// The attribute `rel`.
  public static let rel = HTMLName(rawValue: firstAttribute + 24)
  /// The attribute `role`.
  public static let role = HTMLName(rawValue: firstAttribute + 25)
  /// The attribute `rowspan`.
  public static let rowspan = HTMLName(rawValue: firstAttribute + 26)
  /// The attribute `scope`.
  public static let scope = HTMLName(rawValue: firstAttribute + 27)
  /// The attribute `selected`.
  public static let selected = HTMLName(rawValue: firstAttribute + 28)
  /// The attribute `size`.
  public static let size = HTMLName(rawValue: firstAttribute + 29)
  /// The attribute `src`.
  public static let src = HTMLName(rawValue: firstAttribute + 30)
  /// The attribute `start`.
  public static let start = HTMLName(rawValue: firstAttribute + 31)
  /// The attribute `target`.
  public static let target = HTMLName(rawValue: firstAttribute + 32)
  /// The attribute `text`.
  public static let text = HTMLName(rawValue: firstAttribute + 33)
  /// The attribute `type`.
  public static let type = HTMLName(rawValue: firstAttribute + 34)
  /// The attribute `typeof`.
  public static let typeof = HTMLName(rawValue: firstAttribute + 35)
  /// The attribute `value`.
  public static let value = HTMLName(rawValue: firstAttribute + 36)
  /// The attribute `width`.
  public static let width = HTMLName(rawValue: firstAttribute + 37)
  /// The attribute `about`.
  public static let about = HTMLName(rawValue: firstAttribute + 38)
  /// The attribute `aria-hidden`.
  public static let ariaHidden = HTMLName(rawValue: firstAttribute + 39)
  /// The attribute `data-author`.
  public static let dataAuthor = HTMLName(rawValue: firstAttribute + 40)
  /// The attribute `data-time`.
  public static let dataTime = HTMLName(rawValue: firstAttribute + 41)
  /// The attribute `border`.
  public static let border = HTMLName(rawValue: firstAttribute + 42)
}

/// Attributes that are named like an element.
extension HTMLName {
  /// The attribute `abbr`.
  public static let abbr = HTMLName(.abbr)
  /// The attribute `cite`.
  public static let cite = HTMLName(.cite)
  /// The attribute `data`.
  public static let data = HTMLName(.data)
  /// The attribute `dir`.
  public static let dir = HTMLName(.dir)
  /// The attribute `form`.
  public static let form = HTMLName(.form)
  /// The attribute `label`.
  public static let label = HTMLName(.label)
  /// The attribute `span`.
  public static let span = HTMLName(.span)
  /// The attribute `style`.
  public static let style = HTMLName(.style)
  /// The attribute `summary`.
  public static let summary = HTMLName(.summary)
  /// The attribute `title`.
  public static let title = HTMLName(.title)
}
