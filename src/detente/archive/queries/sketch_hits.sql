-- Pieces of the new articles (`fresh`) that share keys with earlier ones: for each new article the few others that share most.
-- A key leads to its first 64 pieces at most, so that what all write alike costs no more than anything else.
WITH asked AS (
    SELECT key, article, piece, rank
    FROM fresh
    WHERE key NOT IN (SELECT key FROM common_keys)
),
earlier AS (
    SELECT key, article, piece, -1 AS rank FROM sketches SEMI JOIN asked USING (key)
    UNION ALL
    SELECT key, article, piece, rank FROM asked
),
offered AS (
    FROM earlier
    QUALIFY row_number() OVER (PARTITION BY key ORDER BY rank, article, piece) <= 64
),
hits AS (
    SELECT
        asked.article,
        asked.piece,
        offered.article AS other,
        offered.piece AS other_piece,
        count(*) AS shared
    FROM asked
    JOIN offered USING (key)
    WHERE offered.rank < asked.rank AND offered.article <> asked.article
    GROUP BY ALL
    HAVING shared >= $least
),
chosen AS (
    SELECT article, other
    FROM (
        SELECT article, other, max(shared) AS most, sum(shared) AS total
        FROM hits
        GROUP BY article, other
        -- one piece that shares just enough may do so by chance
        HAVING most > $least OR count(*) > 1
    )
    QUALIFY row_number() OVER (PARTITION BY article ORDER BY most DESC, total DESC, other) <= $partners
)
SELECT hits.article, hits.piece, hits.other, hits.other_piece
FROM hits
JOIN chosen USING (article, other)
ORDER BY ALL;
