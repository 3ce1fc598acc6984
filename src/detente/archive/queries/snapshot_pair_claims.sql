-- What the query `pair_claims` gives of each pair, if nothing is left out that was published later: put together once and by pair, since
-- joins over a million claims take longer than all the rest of a course.
CREATE OR REPLACE TABLE page_pair_claims AS
SELECT
    d.one || '|' || d.other AS pair,
    d.one,
    d.claim,
    coalesce(p.happening, '') AS happening,
    d.kind,
    coalesce(h.type, d.type) AS type,
    coalesce(h.mode, d.mode) AS mode,
    coalesce(h.cameo, d.cameo) AS cameo,
    CASE WHEN h.id IS NULL THEN d.quad ELSE h.quad END AS quad,
    CASE WHEN h.id IS NULL THEN d.score ELSE h.score END AS score,
    d.status,
    d.background,
    d.by_one,
    CASE WHEN h.id IS NULL THEN d.when_start ELSE h.when_start END AS when_start,
    CASE WHEN h.id IS NULL THEN d.when_end ELSE h.when_end END AS when_end,
    CASE WHEN h.id IS NULL THEN d.undated ELSE h.when_start IS NULL AND h.when_end IS NULL END AS undated,
    d.published,
    coalesce(p.voice, d.voice) AS voice,
    coalesce(d.when_start, d.when_end, d.published) AS day
FROM dyads AS d
LEFT JOIN placed_claims AS p ON p.claim = d.claim
LEFT JOIN happenings AS h ON h.id = p.happening
ORDER BY pair, day, d.claim;
