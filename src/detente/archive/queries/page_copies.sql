-- The longest copied passages with their articles.
SELECT c.*, l.title AS left_title, r.title AS right_title, l.outlet AS left_outlet, r.outlet AS right_outlet,
    l.published AS left_published, r.published AS right_published
FROM page_copies AS c
JOIN articles AS l ON l.id = c.left_article
JOIN articles AS r ON r.id = c.right_article
ORDER BY c.length DESC, c.left_article, c.right_article, c.left_start
LIMIT $limit;
