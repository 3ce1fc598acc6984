SELECT id, rules FROM articles WHERE id IN (SELECT unnest($ids::VARCHAR[]));
