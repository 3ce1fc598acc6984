-- Pairs whose latest news differs most from what was told of them before.
FROM page_movement ORDER BY abs(weight) DESC, one, other LIMIT $limit;
