-- What a page looks up in a copy of an archive: which outlets print whose words.
CREATE OR REPLACE TABLE page_reuse AS
WITH passages AS (
    SELECT
        l.outlet AS one,
        r.outlet AS other,
        l.agency AS one_agency,
        r.agency AS other_agency,
        CASE u.giver WHEN u.left_article THEN l.outlet WHEN u.right_article THEN r.outlet ELSE '' END AS giver,
        u.left_article,
        u.right_article,
        length(u.left_text) AS length
    FROM reuses AS u
    JOIN articles AS l ON l.id = u.left_article
    JOIN articles AS r ON r.id = u.right_article
)
SELECT
    least(one, other) AS one,
    greatest(one, other) AS other,
    count(*) AS passages,
    count(DISTINCT left_article || right_article) AS articles,
    sum(length)::BIGINT AS characters,
    count(*) FILTER (giver = least(one, other)) AS first_in_one,
    count(*) FILTER (giver = greatest(one, other)) AS first_in_other,
    count(*) FILTER (one_agency <> '' AND one_agency = other_agency) AS of_one_agency
FROM passages
GROUP BY ALL
ORDER BY passages DESC, one, other;

CREATE OR REPLACE TABLE page_copies AS
SELECT u.*, length(u.left_text) AS length
FROM reuses AS u
ORDER BY length DESC
LIMIT 200;
