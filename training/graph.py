"""The network as ONNX Runtime should see it: one sentence, no padding, few nodes.

A sentence of 25 words takes longer to hand from node to node than to multiply, so the exported graph is written for one
sentence: no masks, one gather for all layers, hidden layers that read the same view joined into one product, and
attention as ONNX Runtime's own fused operator. ``check`` holds it to the trained network.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import ATTENTION_HEADS, LABEL, LAYERS, TASKS, WIDTH, Network


class _Attention(torch.autograd.Function):
    """Multi-head attention that exports as the operator ``com.microsoft.MultiHeadAttention``."""

    @staticmethod
    def forward(_: Any, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        heads = [part.unflatten(-1, (ATTENTION_HEADS, -1)).transpose(1, 2) for part in (query, key, value)]
        return functional.scaled_dot_product_attention(*heads).transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:
        made = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=ATTENTION_HEADS)
        return made.setType(query.type())


class _Rows(nn.Module):
    """An embedding table in 8 bits: a scale for each row, rounding to the nearest."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        weight = table.weight.detach()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127.0
        self.register_buffer("scale", scale)
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))

    def forward(self, index: Tensor) -> Tensor:
        return self.rows[index].float() * self.scale[index]


class _Joined(nn.Module):
    """Hidden layers that read the same view, as one matrix product."""

    def __init__(self, *layers: nn.Sequential) -> None:
        super().__init__()
        linears = [part for layer in layers for part in layer if isinstance(part, nn.Linear)]
        self.widths = [linear.out_features for linear in linears]
        self.linear = nn.Linear(linears[0].in_features, sum(self.widths))
        with torch.no_grad():
            self.linear.weight.copy_(torch.cat([linear.weight for linear in linears]))
            self.linear.bias.copy_(torch.cat([linear.bias for linear in linears]))

    def forward(self, view: Tensor) -> tuple[Tensor, ...]:
        return functional.gelu(self.linear(view)).split(self.widths, dim=-1)


class Graph(nn.Module):
    """What is exported: five rows of integers in; decisions, scores and the vector out.

    Args:
        network: the trained one.
        root_label: number of the label ``root``, which the tree gives and no arc may choose.
        small: whether the large embedding tables go in 8 bits.
    """

    def __init__(self, network: Network, root_label: int, *, small: bool) -> None:
        super().__init__()
        self.network = network
        self.words = _Rows(network.body.words) if small else network.body.words
        self.suffixes = _Rows(network.suffixes) if small else network.suffixes
        self.arcs = _Joined(network.arc_child, network.arc_head)
        self.labels = _Joined(network.label_child, network.label_head)
        never = torch.zeros(network.label_child_prior.out_features)
        never[root_label] = -1e9
        self.register_buffer("never", never)
        self.register_buffer("mixture", network.mixture.detach().softmax(1))

    def forward(
        self, ids: Tensor, cases: Tensor, firsts: Tensor, shapes: Tensor, suffixes: Tensor
    ) -> tuple[Tensor, ...]:
        network = self.network
        states = self._states(ids, cases)
        surface = torch.cat([network.shapes(shapes), self.suffixes(suffixes)], dim=-1)
        tags, lemma, arcs, labels, names = self._views(states, firsts, surface)
        hidden = network.tag_layer(tags)
        vector = functional.normalize(network.vector(states[-1].mean(dim=1)), dim=-1)
        return (
            network.upos(hidden).argmax(-1),
            network.feats(hidden).argmax(-1),
            network.lemmas(network.lemma_layer(lemma)).argmax(-1),
            self._arcs(arcs),
            self._labels(labels).argmax(-1),
            network.names(network.name_layer(names)).log_softmax(-1),
            vector[0],
        )

    def _states(self, ids: Tensor, cases: Tensor) -> list[Tensor]:
        body = self.network.body
        places = body.places.weight[: ids.shape[0]]
        states = [body.norm((self.words(ids) + places + body.cases(cases))[None])]
        for layer in body.layers:
            now = states[-1]
            read = _Attention.apply(*layer.attend(now).split(WIDTH, dim=-1))
            now = layer.first_norm(now + layer.merge(read))
            states.append(layer.second_norm(now + layer.narrow(functional.gelu(layer.widen(now)))))
        return states

    def _views(self, states: list[Tensor], firsts: Tensor, surface: Tensor) -> list[Tensor]:
        layers = torch.cat(states)[:, firsts].flatten(1)
        mixed = (self.mixture @ layers).view(len(TASKS), -1, WIDTH)
        return [torch.cat([mixed[task], surface], dim=-1) for task in range(len(TASKS))]

    def _arcs(self, view: Tensor) -> Tensor:
        children, heads = self.arcs(view)
        return self.network.arc_weight(children) @ heads.T + self.network.arc_prior(heads).T

    def _labels(self, view: Tensor) -> Tensor:
        children, heads = self.labels(view)
        pulled = self.network.label_weight(children).view(-1, self.never.shape[0], LABEL)
        # (child, label, head) to (child, head, label)
        scores = (pulled @ heads.T).transpose(1, 2) + self.network.label_child_prior(children)[:, None]
        return scores + (self.network.label_head_prior(heads) + self.never)[None]


def check(graph: Graph, network: Network) -> None:
    """Compare the graph with the network that was trained, on one made-up sentence.

    Raises:
        SystemExit: They differ by more than rounding.
    """
    ids = torch.tensor([101, 1996, 2557, 2038, 4844, 1996, 2933, 1012, 102])
    cases = torch.tensor([0, 2, 1, 1, 1, 1, 1, 0, 0])
    firsts = torch.tensor([0, 1, 2, 3, 4, 5, 6, 7])
    surfaces = torch.arange(8)
    with torch.no_grad():
        given = graph(ids, cases, firsts, surfaces, surfaces)
        states = network.body(ids[None], cases[None], torch.ones_like(ids)[None])
        tags, _, arcs, labels, names = network.words(states, firsts[None], surfaces[None], surfaces[None])
        expected = {
            "upos": (given[0], network.upos(network.tag_layer(tags)).argmax(-1)),
            "arcs": (given[3], network.arcs(arcs)),
            "labels": (given[4], (network.all_labels(labels) + graph.never).argmax(-1)),
            "names": (given[5], network.names(network.name_layer(names)).log_softmax(-1)),
            "vector": (given[6], network.sentence_vector(states, torch.ones_like(ids)[None])),
        }
    for name, (ours, theirs) in expected.items():
        if not torch.allclose(ours.float(), theirs[0].float(), atol=1e-3):
            raise SystemExit(f"the exported graph's {name} differ from the network's: mend training/graph.py")
    if len(states) != LAYERS + 1:
        raise SystemExit("the graph reads another number of layers than the network has")
