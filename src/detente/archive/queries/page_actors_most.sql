-- Actors that most is told of.
FROM page_actors ORDER BY claims DESC, actor LIMIT $limit;
