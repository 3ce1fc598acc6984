-- `placed` are claims with the happening that each now belongs to, `keys` those under which new ones are found.
INSERT INTO claim_pairs BY NAME
SELECT pair, claim, first_day, last_day FROM keys;

DELETE FROM placed_claims WHERE claim IN (SELECT claim FROM placed);

INSERT INTO placed_claims BY NAME
SELECT claim, article, happening, first_day, last_day, detail, voice FROM placed;
