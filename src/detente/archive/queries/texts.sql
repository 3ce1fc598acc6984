SELECT id, text, outlet, agency, published
FROM articles
WHERE text IS NOT NULL AND id IN (SELECT unnest($ids::VARCHAR[]));
