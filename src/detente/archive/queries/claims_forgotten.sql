DELETE FROM claim_pairs WHERE claim IN (SELECT claim FROM gone);
DELETE FROM placed_claims WHERE claim IN (SELECT claim FROM gone);
