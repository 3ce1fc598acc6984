SELECT article, rules, read_at, claims FROM readings WHERE article = $article ORDER BY read_at;
