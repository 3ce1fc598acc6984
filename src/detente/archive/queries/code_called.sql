-- The code of most parties whose words hold a word, such as a surname.
WITH parties AS (
    SELECT unnest(source || target) AS party
    FROM claims
    WHERE contains(sentence_text, $word)
)

SELECT party.code
FROM parties
WHERE contains(party.text, $word) AND party.code != ''
GROUP BY party.code
ORDER BY count(*) DESC, party.code
LIMIT 1;
