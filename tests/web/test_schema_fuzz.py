"""Whatever is asked of the data interface and of the views, the page does not fail."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from starlette.testclient import TestClient

from detente.web.app import create_app

_EXAMPLES = 12


@pytest.mark.slow
def test_no_question_of_the_data_interface_is_a_fault(small_archive: Path) -> None:
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", create_app(small_archive, hosts=[""]))
    asked: list[str] = []
    for found in schema.get_all_operations():
        operation = found.ok()

        @given(operation.as_strategy())
        @settings(max_examples=_EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        def ask(case: Case) -> None:
            case.validate_response(case.call(), checks=[not_a_server_error])

        ask()
        asked.append(operation.path)
    assert "/api/record" in asked


_VALUES = st.text(max_size=30) | st.sampled_from(
    ["IRN", "2016", "2016-05-17", "-1", "1e9", "<b>", "event", "0001-01-01", "2999"]
)
_NAMES = (
    "actor kind type issue status speaker outlet since until order page on tie show area place of by known_on q "
    "one other"
).split()  # fmt: skip
_PATHS = (
    "/", "/chronology", "/map", "/network", "/pair/IRN/SAU", "/actor/IRN", "/ask", "/sources", "/about",
    "/chronology/tables/claims.csv", "/map/charts/map.json", "/network/charts/network.json",
    "/pair/IRN/SAU/charts/course.json", "/pair/IRN/SAU/evidence", "/map/tables/routes.parquet",
)  # fmt: skip


@pytest.mark.slow
@given(st.sampled_from(_PATHS), st.dictionaries(st.sampled_from(_NAMES), _VALUES, max_size=4))
@settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
def test_no_address_is_a_fault(page: TestClient, path: str, query: dict[str, str]) -> None:
    assert page.get(path, params=query).status_code < 500


@pytest.mark.slow
@given(st.sampled_from(["article", "actor", "happening", "pair/IRN"]), st.text(min_size=1, max_size=20))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
def test_no_id_is_a_fault(page: TestClient, noun: str, id_: str) -> None:
    assert page.get(f"/{noun}/{quote(id_.encode('utf-8', 'replace'))}").status_code < 500
