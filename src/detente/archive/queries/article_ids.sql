SELECT id FROM articles WHERE starts_with(id, $prefix) ORDER BY id LIMIT $limit;
