<?php
// Prints comments on the page as the plug-in wpDiscuz does, long ones cut; REST has them whole.

add_filter('wp_list_comments_args', fn (array $settings): array => [
    'style' => 'div', 'callback' => 'print_cut_comment', 'end-callback' => fn () => print('</div>'),
] + $settings);

function print_cut_comment(WP_Comment $comment): void
{
    $id = "{$comment->comment_ID}_{$comment->comment_parent}";
    $more = "<span id='wpdiscuz-readmore-$id'><span class='wpdiscuz-hellip'>&hellip;&nbsp;</span>"
        . "<span class='wpdiscuz-readmore' title='Read more &raquo;'>Read more &raquo;</span></span>";
    $date = get_comment_date('m/d/Y g:i A', $comment);
    echo "<div id='wpd-comm-$id' class='", implode(' ', get_comment_class('wpd-comment')), "'>",
        "<div id='comment-$comment->comment_ID' class='wpd-comment-right'>",
        "<div class='wpd-comment-author'>", esc_html($comment->comment_author), '</div>',
        "<div class='wpd-comment-date' title='$date'>2 years ago</div>",
        "<div class='wpd-comment-text'>",
        wpautop(wp_trim_words($comment->comment_content, 25, $more)), '</div></div>';
}
