-- Claims by their ids with the heads of their articles.
WITH named AS (
    SELECT * EXCLUDE (codes, countries, sectors, position) FROM claims WHERE id IN ($ids)
)
SELECT
    c.*,
    a.id AS head_id,
    a.title AS head_title,
    a.outlet AS head_outlet,
    a.agency AS head_agency,
    a.published AS head_published,
    a.language AS head_language,
    a.url AS head_url,
    a.ref AS head_ref,
    a.origin AS head_origin,
    a.rules AS head_rules,
    a.text IS NOT NULL AS head_has_text
FROM named AS c
JOIN articles AS a ON a.id = c.article;
