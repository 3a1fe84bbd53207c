<?php
// Does something to the site: php site.php FOLDER COMMAND [ARGUMENT…], FOLDER being WordPress' own.

[, $folder, $command] = $argv;
define('WP_INSTALLING', $command === 'install');

// WordPress would write articles of its own and send mail.
function wp_install_defaults(): void {}
function wp_new_blog_notification(): void {}

require "$folder/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';

$do = match ($command) {
    'install' => install(...),
    'fill' => fill(...),
    'theme' => switch_theme(...),
    'option' => update_option(...),
    'address' => address(...),
    'comment' => comment(...),
    'protect' => protect(...),
    'dump' => dump(...),
};
$do(...array_slice($argv, 3));

function install(): void
{
    wp_install('Notes from the mill', 'The Keeper', 'keeper@example.org', true);
    $options = [
        'permalink_structure' => '/%year%/%postname%/', 'timezone_string' => 'Europe/Helsinki',
        'thread_comments' => 1, 'thread_comments_depth' => 5, 'comment_order' => 'asc',
        'page_comments' => 1, 'comments_per_page' => 5, 'default_comments_page' => 'oldest',
        'posts_per_rss' => 50,
    ];
    array_walk($options, fn ($value, $name) => update_option($name, $value));
}

// Publishes the articles; what is to be read of their comments goes to files in $expected.
function fill(string $expected): void
{
    mkdir($expected);
    foreach (require __DIR__ . '/threads.php' as $slug => $article) {
        $id = wp_insert_post([
            'post_name' => $slug, 'post_title' => $article['title'], 'post_author' => 1,
            'post_date' => $article['date'], 'post_content' => $article['text'],
            'post_status' => 'publish',
        ]);
        $lines = [];
        add($article['comments'], $id, 0, $lines);
        file_put_contents("$expected/$slug", implode($lines));
    }
}

function add(array $comments, int $article, int $parent, array &$lines): void
{
    foreach ($comments as $comment) {
        $id = wp_insert_comment([
            'comment_post_ID' => $article, 'comment_parent' => $parent,
            'comment_author' => $comment['author'], 'comment_content' => $comment['text'],
            'comment_date' => $comment['date'],
            'comment_date_gmt' => get_gmt_from_date($comment['date']),
            'comment_type' => $comment['type'] ?? 'comment',
            'comment_author_url' => $comment['url'] ?? '',
            'comment_approved' => $comment['approved'] ?? 1,
        ]);
        if ($comment['approved'] ?? 1) {
            $lines[] = line($comment, $id, $parent) . "\n";
        }
        add($comment['replies'], $article, $id, $lines);
    }
}

// A comment as `comments` of the script writes those that were read.
function line(array $comment, int $id, int $parent): string
{
    $date = new DateTimeImmutable($comment['date'], wp_timezone());
    $fields = ($comment['type'] ?? '') === 'pingback'
        ? ["$id", 'ping', $comment['author']]
        : ["$id", $parent ? "$parent" : null, $comment['author'], $date->format('c'),
            strip_tags($comment['text'])];
    return json_encode($fields, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
}

function article(string $slug): WP_Post
{
    return get_page_by_path($slug, OBJECT, 'post');
}

function address(string $slug): void
{
    echo get_permalink(article($slug)), "\n";
}

// Posts a comment, now, that answers the one with the id $parent.
function comment(string $slug, string $author, string $text, string $parent): void
{
    wp_insert_comment([
        'comment_post_ID' => article($slug)->ID, 'comment_parent' => (int) $parent,
        'comment_author' => $author, 'comment_content' => $text, 'comment_approved' => 1,
    ]);
}

// Has the article shown only to those who know a password, everybody if it is empty.
function protect(string $slug, string $password): void
{
    wp_update_post(['ID' => article($slug)->ID, 'post_password' => $password]);
}

// Prints an article and its comments as a page with wpDiscuz is copied: flat, long comments cut.
function dump(string $slug): void
{
    $article = article($slug);
    echo "$article->post_title\n\n$article->post_content\n\n";
    $comments = get_comments(['post_id' => $article->ID, 'status' => 'approve', 'order' => 'ASC']);
    foreach ($comments as $comment) {
        $author = $comment->comment_author;
        echo "\n$author\n$author\n", get_comment_date('F j, Y g:i A', $comment), "\n";
        echo $comment->comment_parent
            ? "Reply to\u{A0} " . get_comment_author($comment->comment_parent) . "\n" : '';
        $text = strip_tags($comment->comment_content);
        $start = wp_trim_words($text, 25, "…\u{A0}Read more »");
        echo "\n", str_ends_with($start, '»') ? $start : $text, "\n";
    }
}
