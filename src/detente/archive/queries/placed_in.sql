-- The happening of each of some claims.
SELECT claim, happening
FROM placed_claims
WHERE claim IN (SELECT unnest($ids::VARCHAR[]));
