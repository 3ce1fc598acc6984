SELECT DISTINCT happening
FROM placed_claims
WHERE claim IN (SELECT unnest($ids::VARCHAR[]));
