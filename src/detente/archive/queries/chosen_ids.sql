SELECT id FROM chosen ORDER BY rank;
