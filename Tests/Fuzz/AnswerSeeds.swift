/// Answers of web servers, and what a hostile one would put into them.
enum AnswerSeeds {
  static let answers = [
    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n\r\n" + page,
    "HTTP/1.1 302 Found\r\nLocation: /there\r\nSet-Cookie: id=1; Path=/\r\n\r\n",
    "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nContent-Length: 7\r\n\r\nnothing",
    "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 4\r\n\r\nabcd",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>ab\r\n0\r\n\r\n",
    "HTTP/1.1 302 Found\r\nLocation: ftp://a/\u{1B}]0;title\u{7}\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Type: image/\u{1B}c\r\nContent-Length: 4\r\n\r\nabcd",
  ]

  /// Stretches that mean something in an answer, or to a terminal.
  static let words = [
    "\r\n", "\r", "\n", "HTTP/1.1 ", "200 OK", "301 ", "307 ", "500 \u{1B}[2J", "Location: ",
    "Location: ftp://a/\u{1B}]0;title\u{7}", "Location: http://127.0.0.1:1/\u{9B}31m",
    "Location: http://[::1]/\u{202E}", "Location: //①②⑦.0.0.1/", "Location: javascript:x",
    "Content-Type: ", "Content-Type: image/\u{1B}c", "Content-Type: text/html; charset=\u{1B}[5n",
    "Content-Encoding: gzip\r\n", "Content-Length: 18446744073709551616\r\n",
    "Content-Length: -1\r\n", "Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFF\r\n",
    "Set-Cookie: a=\u{1B}[6n; Domain=.com\r\n", "Set-Cookie: ", "Refresh: 0; url=", "Link: <",
    "<title>\u{1B}]52;c;eA==\u{7}</title>", "<p>\u{9B}6n</p>", "&#27;[c", "&#155;", "<a href=\"",
    "\u{1B}P+q544e\u{1B}\\", "\u{202E}", "\u{2066}", "\u{0}", "\u{8}", "\u{7F}",
  ]

  private static let page = """
    <!DOCTYPE html><title>The mill</title><article><h1>The mill</h1><p>It stood there before the
    bridge did. Nobody knows who built it, and nobody has asked.</p></article>
    """
}
