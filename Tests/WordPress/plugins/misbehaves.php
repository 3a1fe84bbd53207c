<?php
// Answers badly, in the way the option `misbehaviour` names; `fails 2` lets the second page of
// comments fail.

// To programs, a login is sent in place of data.
add_filter('rest_pre_dispatch', function (mixed $answer): mixed {
    if (str_starts_with(get_option('misbehaviour') ?: '', 'login')) {
        wp_safe_redirect(wp_login_url());
        exit;
    }
    return $answer;
});

add_action('template_redirect', function (): void {
    [$way, $page] = explode(' ', get_option('misbehaviour') ?: ' ') + ['', ''];
    if ($page !== '' && (int) $page !== (int) get_query_var('cpage')) {
        return;
    }
    match ($way) {
        'fails' => wp_die('No connection.', '', ['response' => 500]),
        'login' => wp_safe_redirect(wp_login_url($_SERVER['REQUEST_URI'])) && exit,
        'maintenance' => exit('<!DOCTYPE html><title>Back soon</title><h1>Back soon</h1>'
            . '<p>The site is down for maintenance.</p>'),
        'break' => exit('<!DOCTYPE html><title>Tea break</title><h1>Tea break</h1><p>Back later.</p>'),
        'truncates' => ob_start(function (string $text): string {
            header('Content-Length: ' . strlen($text));
            return substr($text, 0, (int) (strlen($text) / 2));
        }),
        'waits' => sleep(6),
        default => null,
    };
});
