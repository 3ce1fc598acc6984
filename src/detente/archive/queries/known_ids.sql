-- Which of the articles asked about have been read by these rules, with their text kept or not.
SELECT id
FROM articles
WHERE rules = $rules
    AND (text IS NOT NULL) = $keep_text
    AND id IN (SELECT unnest($ids::VARCHAR[]));
