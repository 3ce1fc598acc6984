-- Pairs of outlets that print the same words.
FROM page_reuse ORDER BY passages DESC, one, other LIMIT $limit;
