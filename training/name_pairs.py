"""What names are compared with, learnt from open sets: the costs of spellings, and the weights of the comparison.

``python -m training.name_pairs costs`` learns, from spellings that share a native form, what each group of letters
costs against each other one. ``python -m training.name_pairs weights`` fits the logistic regressions of
``link.names``. Both write their table into the package's resources, with the command in it. Native forms and pairs
are kept aside by a hash of their text; what is kept aside here is what ``bench.names`` reports on.
"""

from __future__ import annotations

import csv
import hashlib
import math
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations, islice
from pathlib import Path

from bench.data import dataset
from rapidfuzz import fuzz, process

from twosource.model.reading import EntityType

RESOURCES = Path(__file__).resolve().parent.parent / "src" / "twosource" / "resources" / "common"
SAMPLE = 24_000  # pairs of spellings a round: more changes the third digit of a cost
ROUNDS = 2  # by best paths the frequent operations drive the others out if it runs for long
RARE = 4  # an operation seen less often keeps the full cost
SCALE = 6.0  # natural logarithms to one unit of cost: what one variant in 400 does costs as much as a wrong letter
SPELT = 600  # native forms that make invented persons
SPELT_WEIGHT = 0.05
OTHERS = 40
NOISE = 0.4  # below this likeness two spellings of a set are a slip of the set ("amamor" for "kikutaro")
NATIVE_NOISE = 0.25  # the same for a native form, which may be romanised without its vowels


def bucket(text: str, parts: int) -> int:
    """Which part a text falls into, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=4).digest(), "little") % parts


def spellings() -> dict[str, list[str]]:
    """Native forms with their Latin spellings."""
    found = defaultdict(set)
    for path in sorted(dataset("name-spellings").rglob("wd_*")):
        for line in path.read_text(encoding="utf-8").splitlines():
            latin, native, *_ = line.split("\t")
            found[native.replace(" ", "")].add(latin)
    return {native: sorted(latin) for native, latin in sorted(found.items())}


def kept_aside(native: str) -> bool:
    """Whether a native form serves to measure, not to learn: one in five."""
    return bucket(native, 5) == 0


def variant_pairs() -> dict[str, list[tuple[str, str]]]:
    """Pairs of spellings to learn from, in an order that mixes them: Latin ones of one native form, and by script each
    native form with its Latin spellings.
    """
    from twosource.link.keys import plain, sounded
    from twosource.link.spelling import LATIN, bare, script

    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for native, latin in spellings().items():
        if kept_aside(native):
            continue
        found[LATIN] += [(sounded(one), sounded(other)) for one, other in combinations(latin, 2)]
        if script(native) != LATIN:
            found[script(native)] += [(bare(native), plain(one)) for one in latin]
    return {name: _mixed(pairs, NOISE if name == LATIN else NATIVE_NOISE) for name, pairs in sorted(found.items())}


def _mixed(pairs: list[tuple[str, str]], noise: float) -> list[tuple[str, str]]:
    from twosource.link.keys import plain

    mixed = sorted(pairs, key=lambda pair: (bucket("|".join(pair), 1 << 30), pair))
    alike = (pair for pair in mixed if fuzz.ratio(plain(pair[0]), plain(pair[1])) >= 100 * noise)
    return [(letters(left), letters(right)) for left, right in islice(alike, SAMPLE)]


def learn_costs(pairs: list[tuple[str, str]]) -> dict[str, float]:
    """The costs after a few rounds: pair off by the cheapest way, count, price anew."""
    from twosource.link import spelling
    from twosource.link.keys import plain

    costs: dict[str, float] = {}

    def cost(left: str, right: str) -> float:
        if left == right:
            return 0.0
        if not costs:  # at first a group costs as little as a letter, and its romanisation nothing
            return float(not left or not right or plain(left) != plain(right))
        return costs.get(":".join(sorted((left, right))), float(max(len(left), len(right))))

    for turn in range(ROUNDS):
        together: Counter[str] = Counter()
        alone: Counter[str] = Counter()
        for left, right in pairs:
            for one, other, _ in spelling.pairing(left, right, cost):
                together[":".join(sorted((one, other)))] += 1
                alone.update((one, other))
        costs = priced(together, alone)
        print(f"round {turn + 1}: {len(costs)} operations", file=sys.stderr)
    return costs


def letters(word: str) -> str:
    """The letters of a word, at most as many as are compared."""
    return "".join(filter(str.isalnum, word))[:40]


def priced(together: Counter[str], alone: Counter[str]) -> dict[str, float]:
    """Costs from counts: how rare the operation is against how often its sides occur."""
    costs = {}
    for pair, count in together.items():
        left, right = pair.split(":")
        if left == right or count < RARE:
            continue
        expected = alone[right] if not left else math.sqrt(alone[left] * alone[right])
        value = min(-math.log(count / expected) / SCALE, float(max(len(left), len(right))))
        costs[pair] = round(max(value, 0.05), 3)
    return dict(sorted(costs.items()))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair of names, whether they are one, and how much it counts."""

    left: str
    right: str
    type: EntityType
    same: bool
    weight: float = 1.0

    @property
    def half(self) -> int:
        """To which half it belongs; a pair and its reverse belong to one."""
        return bucket("|".join(sorted((self.left.casefold(), self.right.casefold()))), 2)


def benchmark() -> list[Labelled]:
    """The labelled pairs of name-bench; vessels and bodies of any kind count as bodies."""
    path = next(dataset("name-bench").rglob("cases.csv"))
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Labelled(
                row["name1"],
                row["name2"],
                EntityType.PERSON if row["schema"] == "Person" else EntityType.ORGANIZATION,
                row["is_match"] == "true",
            )
            for row in csv.DictReader(lines)
        ]


def spelt_pairs(count: int, aside: bool) -> list[Labelled]:
    """Invented persons out of spellings: surnames alone against any others, with a given name against their nearest.

    The nearest neighbours of a single word are mostly variants of it, which the set cannot know.

    Args:
        count: Native forms to take.
        aside: Whether of the native forms that were kept aside.
    """
    natives = [
        (native, [one for one in latin if len(one) > 2 and one.isalpha()])
        for native, latin in spellings().items()
        if kept_aside(native) is aside and 4 <= len(native) <= 9
    ]
    mixed = sorted(natives, key=lambda entry: bucket(entry[0], 1 << 30))[: 6 * count]
    pool = sorted({one for _, latin in mixed for one in latin})
    several = [(native, latin) for native, latin in mixed if len(latin) > 1][:count]
    firsts = [(native, latin) for native, latin in mixed if len(latin) > 1][-count:]
    found = []
    for (native, latin), (native_first, latin_first) in zip(several, firsts, strict=True):
        best = max(combinations(latin, 2), key=lambda pair: (fuzz.ratio(*pair), pair))
        if fuzz.ratio(*best) < 100 * NOISE:
            continue
        near = [one for one, _, _ in process.extract(best[0], pool, scorer=fuzz.ratio, limit=12) if one not in latin][
            :2
        ]
        start = bucket(native + "|", len(pool))
        others = [pool[(start + step) % len(pool)] for step in range(OTHERS)]
        for own in (best[1], native):  # a Latin variant, and the native form itself
            found += [spelt(best[0], own, True), *(spelt(one, own, False) for one in others if one not in latin)]
        for given, surname in ((latin_first[1], best[1]), (native_first, native)):
            same = given == native_first or fuzz.ratio(*latin_first[:2]) >= 100 * NOISE
            found += [spelt(f"{latin_first[0]} {best[0]}", f"{given} {surname}", same)]
            found += [spelt(f"{latin_first[0]} {one}", f"{given} {surname}", False) for one in near]
    return found


def spelt(left: str, right: str, same: bool) -> Labelled:
    """An invented person; each counts little, for there are many."""
    return Labelled(left.title(), right.title(), EntityType.PERSON, same, SPELT_WEIGHT)


def fit(rows: list[dict[str, float]], pairs: list[Labelled]) -> dict[str, float]:
    """The weights of a logistic regression over the features of these pairs."""
    from sklearn.linear_model import LogisticRegression

    values = [list(row.values()) for row in rows]
    few = len(rows[0]) < 4  # two features need no restraint
    model = LogisticRegression(C=100.0 if few else 1.0, max_iter=3000)
    model.fit(values, [pair.same for pair in pairs], sample_weight=[pair.weight for pair in pairs])
    weights = {"intercept": float(model.intercept_[0])}
    weights |= {name: float(weight) for name, weight in zip(rows[0], model.coef_[0], strict=True)}
    return {name: round(weight, 3) for name, weight in weights.items()}


def learn_weights(pairs: list[Labelled]) -> dict[str, dict[str, float]]:
    """The weights for persons, for bodies and for single words."""
    from twosource.link.alignment import align
    from twosource.link.names import kind_of, values_of
    from twosource.link.parts import parts

    rows: dict[str, list[dict[str, float]]] = defaultdict(list)
    own: dict[str, list[Labelled]] = defaultdict(list)
    for pair in pairs:
        left, right = (parts(name, pair.type) for name in sorted((pair.left, pair.right)))
        kind = kind_of(left, right, pair.type)
        rows[kind].append(values_of(left, right, align(left, right), kind))
        own[kind].append(pair)
    return {kind: fit(rows[kind], own[kind]) for kind in sorted(rows)}


def write(name: str, note: str, tables: dict[str, dict[str, float]]) -> None:
    """Write a resource with its source."""
    lines = [f'source = "{note}"']
    for table, rows in tables.items():
        lines += ["", f"[{table}]", *(f'"{key}" = {value}' for key, value in rows.items())]
    (RESOURCES / f"{name}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Learn what the first argument names."""
    if sys.argv[1:] == ["costs"]:
        note = (
            "python -m training.name_pairs costs, on the set name-spellings (Merhav and Ash 2018, from Wikidata, CC0)"
        )
        write("spelling-costs", note, {name: learn_costs(pairs) for name, pairs in variant_pairs().items()})
    elif sys.argv[1:] == ["weights"]:
        note = "python -m training.name_pairs weights, on name-bench (nomenklatura, MIT) and name-spellings (CC0)"
        write("name-weights", note, learn_weights(benchmark() + spelt_pairs(SPELT, aside=False)))
    else:
        sys.exit("say what to learn: costs or weights")


if __name__ == "__main__":
    main()
