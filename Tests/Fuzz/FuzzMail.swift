/// Mail to make inputs from.
enum FuzzMail {
  static let messages = [thread, parts]

  /// Values of fields.
  static let values = [
    "=?UTF-8?B?w4VzYQ==?= =?UTF-8?Q?_=C3?= =?utf-8?q?=98stby?= <a@b.example>",
    "multipart/mixed; boundary=\"=_outer: 1\"; name*0*=utf-8''caf%C3%A9; name*1=\" end\"",
    "Tue, 5 Mar 2024 18:00:00 +0100 (CET)", "<a@b.example> <c@d.example> (words) <e f>",
  ]

  /// Stretches that mean something to a reader of mail.
  static let words: [String] = [
    "From a@b.example Mon Mar  4 08:00:00 2024\n", "\n\nFrom ", ">From ", "From: ", "Subject: Re: ",
    "Message-ID: <a@b>\n", "References: <a@b> <c@d>\n", "In-Reply-To: <c@d>\n", "<a@b>", "<c@d>",
    "Date: Mon, 4 Mar 24 08:00 GMT\n", "+0580", "(CEST)", "MIME-Version: 1.0\n",
    "Content-Type: multipart/mixed; boundary=b\n\n",
    "Content-Type: multipart/alternative; boundary=b",
    "Content-Type: message/rfc822\n\n", "Content-Type: text/html; charset=x-unknown\n\n",
    "; format=flowed; delsp=yes", "Content-Transfer-Encoding: base64\n",
    "Content-Transfer-Encoding: quoted-printable\n", "\n--b\n", "\n--b--\n", "--", "=\n", "=E9",
    "=C3=",
    "=?utf-8?q?", "=?iso-2022-jp?b?GyRC?=", "?=", "=?x?B?====?=", "_", "\"", "\\", "(", ")", "<",
    ">",
    ",", ";", "*0*=", "utf-8''%C3", "filename=", "\r\n", "\r", "\t", " ", "\n", "\n\n", "> ", ">> ",
    "-- \n", "---\n", "diff --git a/b b/b\n", "@@ -1 +1 @@\n", "+++ b\n", "--- a\n",
    "-----BEGIN PGP SIGNATURE-----\n", "\u{1B}[31m", "\u{202E}", "\u{FEFF}", "https://a.example/b",
    "Snapshot-Content-Location: https://a.example/\n", "Content-Location: https://a.example/\n",
  ]

  private static let thread = """
    From ann@x.example Mon Mar  4 08:00:00 2024
    Message-ID: <a@b>
    From: Ann Hale <ann@x.example>
    Subject: Bells
    Date: Mon, 4 Mar 2024 08:00:00 +0000

    Which bell rings at six?

    From bo@x.example Mon Mar  4 09:00:00 2024
    Message-ID: <c@d>
    References: <a@b>
    From: bo@x.example (Bo Lind)
    Subject: Re: Bells
    Date: Mon, 4 Mar 2024 09:00:00 +0000

    > Which bell rings at six?
    The small one.

    """

  private static let parts = """
    From: <Saved by Blink>
    Subject: =?utf-8?Q?Parts=20and=20parts?=
    Date: Mon, 4 Mar 2024 08:00:00 +0000
    Message-ID: <e@f>
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="b"

    --b
    Content-Type: multipart/alternative; boundary=i

    --i
    Content-Type: text/plain; charset=iso-8859-1; format=flowed
    Content-Transfer-Encoding: quoted-printable

    The caf=E9 opens =
    on Friday.
    --i
    Content-Type: text/html

    <p>The café opens on <b>Friday</b>.
    --i--
    --b
    Content-Type: message/rfc822

    From: Cy <cy@x.example>
    Content-Transfer-Encoding: base64

    V29yZHMu
    --b--
    """
}
