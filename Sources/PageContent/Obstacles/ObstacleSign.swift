import DocumentModel
import HTMLParsing
import PageModel

/// Something on a page without comments and with little text that tells what it is in place of: one
/// row of how such pages are recognised.
package struct ObstacleSign: Sendable {
  /// A name in words with hyphens, unique among the signs.
  package let name: String
  /// What the page is.
  package let obstacle: PageObstacle
  /// What is looked for, as a noun phrase.
  package let considers: String
  /// Where the mark-up or the words come from.
  package let evidence: String
  /// The fixture that is read differently without the sign.
  package let fixture: String
  /// Whether a page has it.
  let isMet: @Sendable (ObstacleEvidence) -> Bool

  /// The signs in the order in which they are looked for; the first that is met decides.
  package static let all: [ObstacleSign] = [
    ObstacleSign(
      name: "post-password",
      obstacle: .password,
      considers: "a form for the password of a post",
      evidence: "the form that WordPress prints in place of a protected post and its comments",
      fixture: "html/obstacle-password",
      isMet: { $0.controls.contains { $0.name == "post_password" } }
    ),
    ObstacleSign(
      name: "challenge",
      obstacle: .challenge,
      considers: "a form or a script that tries to tell people from programs",
      evidence: "Cloudflare, Anubis, DDoS-Guard, Imperva, AWS, reCAPTCHA, hCaptcha, Turnstile",
      fixture: "html/obstacle-challenge",
      isMet: { evidence in
        evidence.marks.contains { mark in challenges.contains { mark.has($0) } }
      }
    ),
    ObstacleSign(
      name: "password-field",
      obstacle: .login,
      considers: "a field for a password",
      evidence: "every form to log in, of any system",
      fixture: "html/obstacle-login",
      isMet: { $0.controls.contains { $0.type == "password" } }
    ),
    ObstacleSign(
      name: "login-title",
      obstacle: .login,
      considers: "a field, and a title or a heading that says to log in",
      evidence: "sites that ask for a name first and for a password on a second page",
      fixture: "html/obstacle-login-title",
      isMet: { evidence in
        !evidence.controls.isEmpty
          && evidence.headings.contains { heading in logins.contains { heading.hasPrefix($0) } }
      }
    ),
    ObstacleSign(
      name: "maintenance",
      obstacle: .maintenance,
      considers: "words that say the site is not there at the moment",
      evidence:
        "notices of WordPress, its plugins and other systems, in the languages of their sites",
      fixture: "html/obstacle-maintenance",
      isMet: { evidence in notices.contains { evidence.words.has($0) } }
    ),
    ObstacleSign(
      name: "forwarding",
      obstacle: .forwarding,
      considers: "an element that sends a browser to another page",
      evidence: "pages of moved sites, and of scripts, for browsers without them",
      fixture: "html/obstacle-forwarding",
      isMet: { $0.isForwarding }
    ),
  ]

  /// What ids, classes and addresses of scripts hold.
  private static let challenges: [StaticString] = [
    "challenge-form", "challenge-running", "challenge-error", "/cdn-cgi/challenge-platform/",
    "anubis_challenge", "ddos-guard", "_incapsula_", "awswaf", "g-recaptcha", "h-captcha",
    "cf-turnstile",
  ]

  /// How titles of pages to log in begin.
  private static let logins = [
    "log in", "login", "log on", "sign in", "signin", "anmelden", "anmeldung", "einloggen",
    "connexion", "se connecter", "iniciar sesión", "acceder", "accedi", "entrar", "inloggen",
    "aanmelden", "logga in", "logg inn", "log ind", "kirjaudu", "zaloguj", "logowanie", "войти",
    "вход", "авторизация", "увійти", "giriş", "ログイン", "로그인", "登录", "登錄",
  ]

  /// What such notices say.
  private static let notices: [StaticString] = [
    "under maintenance", "scheduled maintenance", "maintenance mode", "down for maintenance",
    "performing maintenance", "site maintenance", "undergoing maintenance",
    "temporarily unavailable", "temporarily offline", "temporarily down", "be right back",
    "be back soon", "be back shortly", "back in a minute", "wartungsarbeiten", "wartungsmodus",
    "vorübergehend nicht erreichbar", "en maintenance", "maintenance en cours",
    "temporairement indisponible", "en mantenimiento", "em manutenção", "in manutenzione",
    "in onderhoud", "onderhoudswerkzaamheden", "underhållsarbete", "prace konserwacyjne",
    "przerwa techniczna", "технические работы", "технічні роботи", "bakım çalışması",
    "メンテナンス中", "系统维护", "점검 중",
  ]
}
