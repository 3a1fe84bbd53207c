<?php
// The articles of the site and what was said of them. A comment is its author, its date on the
// site's clock, its text as WordPress stores it, and the comments that answer it.

function said(string $author, string $date, string $text, array ...$replies): array
{
    return ['author' => $author, 'date' => $date, 'text' => $text, 'replies' => $replies];
}

// A comment too long for a page that cuts: so many sentences, all different, the last one told.
function long(string $start, string $end): string
{
    $text = $start;
    foreach (['spring', 'summer', 'autumn', 'winter'] as $number => $season) {
        $text .= " In the $season the keeper climbed " . 40 + $number . ' steps to the lamp.';
        $text .= $number === 1 ? "\n\n" : '';
        $text .= " Nobody in the village asked what he saw from there in $season.";
    }
    return preg_replace('/\n\n /', "\n\n", "$text $end");
}

$lantern = [
    said(
        'Ines',
        '2024-05-01 09:00:12',
        long('The lantern over the gate was lit at six.', 'The last match was heliotrope.'),
        said(
            'Hugo Pell',
            '2024-05-01 09:30:00',
            'Which gate? <a href="https://example.org/mill">The mill</a> has two of them.',
            said(
                'Ines',
                '2024-05-01 10:15:45',
                "<blockquote>Which gate?</blockquote>\n\nThe one behind the mill.",
                said(
                    'Ναυσικά',
                    '2024-05-02 00:05:00',
                    'Την είδα κι εγώ — νωρίς το πρωί.',
                    said('Hugo Pell', '2024-05-02 07:00:00', 'So there were three of us.')
                )
            ),
            said('Zoë Åkerström', '2024-05-03 18:20:10', 'Smörgås at the gate: 🥪 och 🧀.')
        ),
        said('The Keeper', '2024-05-04 12:00:00', 'I lit it, and I would do it again.')
    ),
    said('Mill and Gate', '2024-05-05 06:00:00', '[…] a lantern was seen over the gate […]')
        + ['type' => 'pingback', 'url' => 'https://example.org/mill-and-gate'],
    said(
        '山田花子',
        '2024-05-06 23:59:59',
        "門の上に灯りが見えました。\n\nاللغة العربية تُكتب من اليمين.",
        said(
            'Ines',
            '2024-05-07 08:00:00',
            long('I asked my aunt about it.', 'She only ever said quicksilver.')
        )
    ),
    said('Waiting', '2024-05-08 10:00:00', 'Nobody has let this through.') + ['approved' => 0],
    said(
        'Hugo Pell',
        '2024-05-09 21:10:30',
        long('I went there with a friend.', 'What we found was a small marzipan.')
    ),
];

$harbour = [];
foreach (range(1, 12) as $day) {
    $date = sprintf('2024-06-%02d', $day);
    $harbour[] = said(
        "Sailor $day",
        "$date 08:00:00",
        "On day $day the harbour was calm.",
        said(
            'Ines',
            "$date 09:00:00",
            "And what was it on the night of day $day?",
            said("Sailor $day", "$date 10:00:00", "Dark, as on every night before day $day.")
        )
    );
}

return [
    'lantern' => [
        'title' => 'The lantern over the gate',
        'date' => '2024-04-30 20:00:00',
        'text' => "There is a gate behind the mill that nobody has opened for years.\n\n"
            . 'Last week a lantern hung over it, and we should like to know who lit it.',
        'comments' => $lantern,
    ],
    'harbour' => [
        'title' => 'Twelve days in the harbour',
        'date' => '2024-05-31 07:30:00',
        'text' => 'We counted the boats every morning. They were as many as the day before.',
        'comments' => $harbour,
    ],
];
