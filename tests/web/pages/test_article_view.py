from __future__ import annotations

import re

from page_samples import HOSTILE, hostile, talks
from starlette.testclient import TestClient


def test_the_text_is_shown_with_claims_marked_and_explained(page: TestClient) -> None:
    told = talks()
    text = page.get(f"/article/{told.article.id}").text
    assert re.search(r'data-roles="1:trigger">met</span>', text)
    assert f'href="#{told.claims[0].id}"' in text
    assert "“on Sunday”" in text
    assert re.search(r'class="piece not-read">Riyadh dithered over Tehran\.</span>', text)
    assert "dither" in text


def test_the_beginning_of_an_id_is_enough(page: TestClient) -> None:
    assert page.get(f"/article/{talks().article.id[:8]}").status_code == 200
    assert page.get("/article/a0000").status_code == 404


def test_what_was_read_as_files(page: TestClient) -> None:
    address = f"/article/{talks().article.id}/tables"
    assert [row["type"] for row in page.get(f"{address}/claims.json").json()] == ["CONSULT", "energy"]
    assert page.get(f"{address}/unread.json").json()[0]["verbs"] == "dither"
    assert page.get(f"{address}/shared.json").status_code == 200


def test_hostile_text_stays_text(page: TestClient) -> None:
    text = page.get(f"/article/{hostile().article.id}").text
    assert "<script>window" not in text
    assert "<img src=x" not in text
    assert "<iframe" not in text
    assert 'href="javascript:' not in text
    assert "49" not in re.sub(r"[^{]{2}49", "", text) or "{{ 7 * 7 }}" in text
    assert HOSTILE[:8] not in text
