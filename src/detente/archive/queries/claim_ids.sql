SELECT id FROM claims WHERE starts_with(id, $prefix) ORDER BY id LIMIT $limit;
