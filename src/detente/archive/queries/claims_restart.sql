DELETE FROM compared_claims;
DELETE FROM placed_claims;
DELETE FROM claim_pairs;
DELETE FROM happenings;
