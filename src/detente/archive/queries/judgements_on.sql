SELECT left_claim, right_claim, same, score, reason, made_by, made
FROM judgements
WHERE (left_claim IN (SELECT unnest($ids::VARCHAR[])) OR right_claim IN (SELECT unnest($ids::VARCHAR[])))
ORDER BY made, left_claim, right_claim;
