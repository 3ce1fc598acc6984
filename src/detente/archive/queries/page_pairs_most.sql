-- Pairs that most is told of.
SELECT one, other, events, ties, articles, cooperative, hostile, level, first, last
FROM page_pairs
ORDER BY events + ties DESC, one, other
LIMIT $limit;
