-- How many articles there are whose claims, as they are now read, have not been compared by this method.
SELECT count(*) AS number
FROM articles AS a
LEFT JOIN compared_claims AS c ON c.article = a.id AND c.rules = a.rules AND c.method = $method
WHERE c.article IS NULL;
