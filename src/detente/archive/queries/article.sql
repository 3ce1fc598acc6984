SELECT * FROM articles WHERE id = $id;
