-- As the query `pair_claims`, from what a copy of an archive has ready.
SELECT
    claim AS id, happening, kind, type, mode, cameo, quad, score, status, background,
    by_one = list_contains($one, one) AS by_one, when_start, when_end, undated, published, voice
FROM page_pair_claims
WHERE pair IN (SELECT unnest($pairs))
ORDER BY day, claim;
