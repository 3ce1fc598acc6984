-- For each article the first claim of a happening between two states, as which it is cited.
SELECT p.article, p.claim, p.happening
FROM placed_claims AS p
JOIN claims AS c ON c.id = p.claim
WHERE p.article IN (SELECT unnest($ids::VARCHAR[])) AND list_has_all(c.countries, $pair::VARCHAR[])
QUALIFY row_number() OVER (PARTITION BY p.article ORDER BY c.background, c.position) = 1;
