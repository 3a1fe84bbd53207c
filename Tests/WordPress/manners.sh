# What a reader keeps when the site answers badly; part of `run`.

misbehaves() { site option misbehaviour "$1"; }

# Opens the long discussion with all its pages.
start_whole_discussion() {
  misbehaves ''
  start_reader "$(site address harbour)"
  await_screen '15 of 36 comments'
  terminal send-keys ':more all' Enter
  await_screen 'nothing more to load'
}

# Proves that nothing is lost, and that R works once the site does.
ends_whole() {
  misbehaves ''
  terminal send-keys R
  await_screen 'nothing new'
  await_screen '36 comments'
  ! shows 'of 36 comments' || fail "$1: comments are missing"
  ! shows 'removed' || fail "$1: comments are marked as removed"
  end_reader
  proved "$1"
}

reloads_in_vain() {
  local way
  start_whole_discussion
  misbehaves 'fails 2'
  terminal send-keys R
  await_screen 'not all was reloaded'
  ! shows 'removed' || fail 'a page that fails: its comments are marked as removed'
  ends_whole 'a page that fails: no comment is gone, and the next R reads it'
  for way in login:'asks for a login' maintenance:'is under maintenance' break:'another page'; do
    start_whole_discussion
    misbehaves "${way%%:*}"
    terminal send-keys R
    await_screen "${way#*:}"
    await_screen 'Press y'
    terminal send-keys n
    await_screen 'R tries again'
    await_screen '36 comments'
    ends_whole "R, answered by ${way%%:*}: refused with the reason"
  done
  start_whole_discussion
  site protect harbour 'a secret'
  terminal send-keys R
  await_screen 'protected by a password'
  terminal send-keys y
  await_screen 'removed'
  terminal send-keys Z
  await_screen '36 comments'
  site protect harbour ''
  ends_whole 'a post that became protected: Z undoes the reload'
}

loads_in_vain() {
  local way
  for way in login:'asks for a login' maintenance:'is under maintenance' break:'without comments' \
    fails:'status 500' truncates:'connection closed'; do
    misbehaves ''
    start_reader "$(site address harbour)"
    await_screen '15 of 36 comments'
    misbehaves "${way%%:*}"
    terminal send-keys L
    await_screen "${way#*:}"
    misbehaves ''
    terminal send-keys ':more all' Enter
    await_screen 'nothing more to load'
    end_reader
    proved "L, answered by ${way%%:*}: not read, and read later"
  done
}

waits() {
  misbehaves waits
  start_reader "$(site address harbour)"
  await_screen '4 s, Esc stops'
  await_screen '15 of 36 comments'
  end_reader
  misbehaves ''
  proved 'a slow site: the time is told, and the page comes'
}

opens_in_vain() {
  misbehaves login
  start_reader "$(site address harbour)"
  await_screen 'asks for a login: this may not be the page you asked for'
  end_reader
  misbehaves ''
  proved 'a page behind a login: the reader says so'
}

# Presses E in vain, and again once the site is in order.
completes_later() {
  local text
  cp "$here/plugins/cut.php" "$folder/site/wp-content/mu-plugins"
  start_reader "$(site address lantern)"
  await_screen '11 comments'
  misbehaves login
  terminal send-keys E
  await_screen 'asks for a login'
  misbehaves ''
  terminal send-keys E
  await_screen "${#long[@]} comments completed"
  for text in "${long[@]}"; do await_screen "$text"; done
  end_reader
  rm "$folder/site/wp-content/mu-plugins/cut.php"
  proved 'E, answered by login: nothing is lost, and asked for again'
}

answers_badly() {
  cp "$here/plugins/misbehaves.php" "$folder/site/wp-content/mu-plugins"
  reloads_in_vain
  loads_in_vain
  waits
  opens_in_vain
  completes_later
}
