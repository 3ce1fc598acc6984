-- Ids are looked up one at a time or a page at a time: with an index that takes milliseconds in any size of archive.
CREATE INDEX IF NOT EXISTS page_claim_ids ON claims (id);
CREATE INDEX IF NOT EXISTS page_claim_articles ON claims (article);
CREATE INDEX IF NOT EXISTS page_article_ids ON articles (id);
CREATE INDEX IF NOT EXISTS page_head_ids ON page_heads (head_id);
CREATE INDEX IF NOT EXISTS page_unread_articles ON unread (article);
CREATE INDEX IF NOT EXISTS page_happening_ids ON happenings (id);
CREATE INDEX IF NOT EXISTS page_placed_claims ON placed_claims (claim);
CREATE INDEX IF NOT EXISTS page_placed_happenings ON placed_claims (happening);
CREATE INDEX IF NOT EXISTS page_placed_articles ON placed_claims (article);
CREATE INDEX IF NOT EXISTS page_left_reuses ON reuses (left_article);
CREATE INDEX IF NOT EXISTS page_right_reuses ON reuses (right_article);
