from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from detente.knowledge import schema

STATE = {"id": "FRA", "name": "France"}
GROUP = {"name": "attack", "verbs": ["S attack T"]}
TYPE = {"kind": "event", "type": "ASSAULT", "definition": "x", "quad": 4, "groups": [GROUP]}
HOLDER = {
    "state": "FRA", "office": "head_of_state", "title": "President", "name": "Charles de Gaulle",
    "aliases": "de Gaulle", "from": "1959-01-08", "to": "1969-04", "confidence": "high",
}  # fmt: skip
CITY = {"name": "Basra", "state": "IRQ", "latitude": "30.5", "longitude": "47.8"}


@pytest.mark.parametrize(
    ("kind", "good"),
    [(schema.State, STATE), (schema.ClaimType, TYPE), (schema.Holder, HOLDER), (schema.City, CITY)],
)
def test_sound_entries_pass(kind: type[BaseModel], good: dict[str, Any]) -> None:
    assert kind.model_validate(good)


def test_a_term_of_office_covers_its_last_month() -> None:
    holder = schema.Holder.model_validate(HOLDER)
    assert (holder.start, holder.end) == (date(1959, 1, 8), date(1969, 4, 30))


@pytest.mark.parametrize(
    ("kind", "good", "changed", "place", "message"),
    [
        (schema.State, STATE, {"adjectivs": []}, "adjectivs", "Extra inputs are not permitted"),
        (schema.State, STATE, {"name": None}, "name", "valid string"),
        (schema.State, STATE, {"names": "France"}, "names", "valid tuple"),
        (schema.State, STATE, {"from": "long ago"}, "from", "not a year, a month or a day: 'long ago'"),
        (schema.State, STATE, {"from": 1999, "to": 1998}, "", "ends (1998-12-31) before it starts (1999-01-01)"),
        (schema.State, STATE, {"cow": "many"}, "cow", "valid integer"),
        (schema.Actor, STATE, {"sector": "XXX"}, "sector", "Input should be 'GOV'"),
        (schema.Actor, STATE, {"roles": [{"sector": "GOV", "since": 1990}]}, "roles.0.since", "Extra inputs"),
        (schema.Actor, STATE, {"members": [{"from": 1990}]}, "members.0.state", "Field required"),
        (schema.Holder, HOLDER, {"office": "king"}, "office", "Input should be 'head_of_state'"),
        (schema.Holder, HOLDER, {"confidence": "sure"}, "confidence", "'high', 'medium' or 'low'"),
        (schema.Holder, HOLDER, {"to": "1950"}, "", "ends (1950-12-31) before it starts"),
        (schema.City, CITY, {"latitude": "91"}, "latitude", "less than or equal to 90"),
        (schema.City, CITY, {"longitude": "-181"}, "longitude", "greater than or equal to -180"),
        (schema.Region, STATE, {"kind": "planet"}, "kind", "Input should be 'region'"),
        (schema.ClaimType, TYPE, {"kind": "rumour"}, "kind", "Input should be 'event'"),
        (schema.ClaimType, TYPE, {"type": "HUG"}, "", "not a PLOVER root: HUG"),
        (schema.ClaimType, TYPE, {"quad": None}, "", "an event type needs a quad class"),
        (schema.ClaimType, TYPE, {"quad": 5}, "quad", "less than or equal to 4"),
        (schema.ClaimType, TYPE, {"score": -11}, "score", "greater than or equal to -10"),
        (schema.ClaimType, TYPE, {"sign": "nice"}, "sign", "Input should be 'cooperative'"),
        (schema.ClaimType, TYPE, {"groups": [GROUP, GROUP]}, "", "group names stand twice: attack"),
        (schema.ClaimType, TYPE, {"groups": [GROUP | {"verb": []}]}, "groups.0.verb", "Extra inputs"),
        (schema.RoleNouns, {"sector": "GOV", "nouns": []}, {"kind": "role"}, "kind", "Input should be 'office'"),
        (schema.EffectGroup, {"cue": "x"}, {"status": "maybe"}, "status", "Input should be 'actual'"),
        (schema.SpeechGroup, {}, {"verbs": ["say"]}, "stance", "Field required"),
        (schema.Period, {"name": "x"}, {"precision": "hour"}, "precision", "Input should be 'day'"),
        (schema.Outlet, {"name": "x"}, {"agency": "perhaps"}, "agency", "valid boolean"),
    ],
)
def test_each_mistake_is_told_with_its_place(
    kind: type[BaseModel], good: dict[str, Any], changed: dict[str, Any], place: str, message: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        kind.model_validate(good | changed)
    problems = [(".".join(str(p) for p in e["loc"]), e["msg"]) for e in caught.value.errors()]
    assert any(where == place and message in said for where, said in problems), problems


def test_every_plover_root_may_be_an_event() -> None:
    assert len(schema.ROOTS) == 16
    for root in schema.ROOTS:
        assert schema.ClaimType.model_validate(TYPE | {"type": root}).type == root


def test_ties_have_types_of_their_own() -> None:
    assert schema.ClaimType.model_validate(TYPE | {"kind": "tie", "type": "alliance", "quad": None}).type == "alliance"
