-- Claims that these articles no longer make, with their happenings. What was judged of them stays written.
CREATE OR REPLACE TEMP TABLE gone AS
SELECT claim, happening
FROM placed_claims
WHERE article IN (SELECT unnest($ids::VARCHAR[]))
    AND claim NOT IN (SELECT id FROM claims WHERE article IN (SELECT unnest($ids::VARCHAR[])));
