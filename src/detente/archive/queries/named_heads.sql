-- Heads of articles by their ids.
SELECT
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
FROM articles AS a
WHERE a.id IN ($ids);
